import { receiveInteraction } from '../../../adapters/discord/receive.ts';
import type { DiscordMessage } from '../../../adapters/discord/render.ts';
import type { Call } from '../../../src/core/invocation.ts';
import { walk } from './shown.ts';

/** The buttons and menus of a message, in their order. */
export function controls(message: DiscordMessage | undefined): readonly Record<string, unknown>[] {
  return walk(message?.components ?? []).filter((one) => typeof one.custom_id === 'string');
}

export function idOf(message: DiscordMessage | undefined, index: number): string {
  return String(controls(message)[index]?.custom_id);
}

/** The call that pressing a button of the message makes, as Discord reports the press. */
export function pressed(message: DiscordMessage | undefined, index: number): Call | undefined {
  const received = receiveInteraction({
    ...{ id: '5', application_id: '6', token: 't', type: 3, user: { id: '7' } },
    data: { component_type: 2, custom_id: idOf(message, index) },
    message: { id: '1', components: JSON.parse(JSON.stringify(message?.components ?? [])) },
  });
  const request = received?.invocation.request;
  return request?.kind === 'call' ? request.call : undefined;
}

import type { CommunityStore } from '../communities/community.ts';
import type { Context } from '../core/command.ts';
import { UserProblem } from '../core/errors.ts';
import { button, buttons, type Choice } from '../core/reply.ts';
import type { Digest, DigestStore } from '../reminders/digest.ts';
import type { Words } from '../words/words.ts';

export interface DigestPorts {
  readonly communities: CommunityStore;
  readonly digests: DigestStore;
  readonly words: Words;
}

/** The digests of the community in which something was said. */
export async function digestsHere({ actor, community, ports }: Context<DigestPorts>): Promise<readonly Digest[]> {
  const found = await ports.communities.find(actor.account.platform, community ?? '');
  return found ? ports.digests.list(found.id) : [];
}

/** The digest that a number (`1`, `#1`) or an id names; the only one when nothing is said. */
export async function requireDigest(typed: string | undefined, context: Context<DigestPorts>): Promise<Digest> {
  const { words } = context.ports;
  const all = await digestsHere(context);
  const [only] = all;
  if (!only) {
    const next = [buttons(button(words.admin.digest.buttons.add, 'lor-admin digest add', {}, 'primary'))];
    throw new UserProblem('not-found', words.admin.digest.none, { next });
  }
  if (typed === undefined && all.length === 1) return only;
  const found = all.find(
    ({ id, number }) => typed !== undefined && (id === typed || `${number}` === typed.replace('#', '')),
  );
  if (found) return found;
  const numbers = all.map(({ number }) => number);
  const sentence =
    typed === undefined ? words.admin.digest.which(numbers) : words.admin.digest.notFound(typed, numbers);
  throw new UserProblem(typed === undefined ? 'ambiguous' : 'not-found', sentence, { option: 'digest' });
}

export async function suggestDigests(_: string, context: Context<DigestPorts>): Promise<readonly Choice[]> {
  const all = await digestsHere(context);
  return all.map(({ id, number, cron, channel }) => ({ value: id, label: `#${number} ${cron} → ${channel}` }));
}

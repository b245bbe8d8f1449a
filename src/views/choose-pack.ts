import type { CommunityStore } from '../communities/community.ts';
import type { ConfirmedDate, ConfirmedDateStore } from '../communities/confirmed.ts';
import type { Context } from '../core/command.ts';
import { UserProblem } from '../core/errors.ts';
import { button, buttons, type Choice } from '../core/reply.ts';
import type { CalendarRow } from '../packs/calendar-row.ts';
import type { Packs } from '../packs/pack.ts';
import { packsAhead, type SeasonPack } from '../packs/season-pack.ts';
import { systemNames } from '../packs/systems.ts';
import type { Words } from '../words/words.ts';
import { communityHere } from './here.ts';

export interface PackPorts {
  readonly communities: CommunityStore;
  readonly confirmedDates: ConfirmedDateStore;
  readonly packs: Packs;
  readonly words: Words;
}

/** What the admins of the community confirmed in which something was said. */
export async function confirmedHere(
  context: Pick<Context<PackPorts>, 'actor' | 'community' | 'ports'>,
): Promise<readonly ConfirmedDate[]> {
  const here = await communityHere(context);
  return here === undefined ? [] : context.ports.confirmedDates.of(here);
}

/** `ERAS 2028`. */
export function packName({ system, season }: Pick<SeasonPack, 'system' | 'season'>): string {
  return `${systemNames[system]} ${season}`;
}

/** The dates that `eras 2028` or `eras-2028` names; with no season, the nearest. */
export function requirePack(typed: string, { today, ports }: Context<PackPorts>): SeasonPack {
  const all = packsAhead(ports.packs.calendar, today);
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/gu, '');
  const found = all.find((pack) => [packName(pack), pack.system].some((name) => plain(name) === plain(typed)));
  if (found) return found;
  throw new UserProblem('not-found', ports.words.packs.notFound(typed, all.map(packName)), { option: 'pack' });
}

export function suggestPacks(typed: string, { today, ports }: Context<PackPorts>): readonly Choice[] {
  const names = packsAhead(ports.packs.calendar, today).map(packName);
  return names
    .filter((name) => name.toLowerCase().includes(typed.trim().toLowerCase()))
    .map((name) => ({ value: name, label: name }));
}

/** The date of a season that an id names. */
export function requireDate(typed: string, { ports }: Context<PackPorts>): CalendarRow {
  const found = ports.packs.calendar.find(({ id }) => id === typed.trim().toLowerCase());
  if (found) return found;
  const { packs } = ports.words;
  const next = [buttons(button(packs.title, 'lor-admin pack list'))];
  throw new UserProblem('not-found', packs.noSuchDate(typed), { option: 'date', next });
}

export function suggestDates(typed: string, { today, ports }: Context<PackPorts>): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  return packsAhead(ports.packs.calendar, today)
    .flatMap(({ rows }) => rows)
    .filter(
      ({ id, day, event }) => day >= today.slice(0, day.length) && `${id} ${event}`.toLowerCase().includes(wanted),
    )
    .slice(0, 25)
    .map(({ id, event }) => ({ value: id, label: event }));
}

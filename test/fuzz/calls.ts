import { commands } from '../../commands/index.ts';
import { encode } from '../../src/core/call-codec.ts';
import type { Call } from '../../src/core/invocation.ts';
import type { Option, Options } from '../../src/core/options.ts';
import type { Chance } from '../support/chance.ts';

/** What a sender may have picked up somewhere, and hands back. */
export interface Loot {
  /** What buttons, menus and forms carry that the bot drew for the members who are to be left in peace. */
  readonly foreign: readonly string[];
  /** The same of what it drew lately, for whomever. */
  readonly values: readonly string[];
  /** Ids of records, of whomever. */
  readonly ids: readonly string[];
  /** Accounts of other people. */
  readonly people: readonly string[];
  readonly groups: readonly string[];
  readonly channels: readonly string[];
  /** What the platform would read as markup somewhere. */
  readonly texts: readonly string[];
}

/** Stands in half of all hostile texts, so that they are found again where they must not be. */
export const signature = 'Dr. Chen';

/** The words of a member who means harm, with what the platform would read as markup in every gap. */
export function hostileText(chance: Chance, { texts }: Pick<Loot, 'texts'>): string {
  const some = Array.from({ length: 1 + chance.below(3) }, () => chance.pick(texts));
  if (chance.once(60)) some.push('x'.repeat(4_000));
  return [...(chance.once(2) ? [signature] : []), ...some].join(chance.pick([' ', '', '\n']));
}

/** What somebody gives for an option: often what is asked for, sometimes anything. */
export function valueFor(option: Option, chance: Chance, loot: Loot): string {
  if (chance.once(5)) return hostileText(chance, loot);
  switch (option.kind) {
    case 'choice':
      return chance.pick(option.choices).value;
    case 'date':
      return chance.pick(['in 20 days', '2027-09-15', 'tomorrow', '0000-00-00', '9999-12-31']);
    case 'time':
      return chance.pick(['9:00', '25:61']);
    case 'flag':
      return chance.pick(['yes', 'no']);
    case 'integer':
      return chance.pick(['1', '4', '-1', '9'.repeat(30)]);
    case 'person':
      return chance.pick(loot.people);
    case 'group':
      return chance.pick(loot.groups);
    case 'channel':
      return chance.pick(loot.channels);
    case 'file':
      return '';
    case 'text':
      return chance.once(2) && loot.ids.length > 0 ? chance.pick(loot.ids) : hostileText(chance, loot);
  }
}

/** A call of some command with values for some of its options. */
export function drawCall(chance: Chance, loot: Loot): Call {
  const { path, options } = chance.pick(commands);
  const given = Object.entries<Option>(options).filter(([, { required }]) =>
    required ? !chance.once(8) : chance.once(3),
  );
  const args = Object.fromEntries(given.map(([name, option]) => [name, valueFor(option, chance, loot)]));
  return { path, args };
}

/** The options that the command of a call declares. */
export function optionsOf({ path }: Call): Options {
  return commands.find((command) => command.path === path)?.options ?? {};
}

/** What a button or a form holds, at most so long: as it was drawn for somebody, forged, or spoilt. */
export function drawCarried(kind: 'button' | 'form', max: number, chance: Chance, loot: Loot): string {
  const drawn = chance.once(2) ? loot.foreign : loot.values;
  if (chance.once(3) && drawn.length > 0) return chance.pick(drawn);
  const value = encode({ kind, call: drawCall(chance, loot) }, max) ?? '';
  if (!chance.once(6)) return value;
  const at = chance.below(value.length + 1);
  return value.slice(0, at) + chance.pick(['|', '\\', '%3C', '\u0000', '']) + value.slice(at + chance.below(3));
}

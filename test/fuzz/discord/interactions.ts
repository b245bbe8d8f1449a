import { commands } from '../../../commands/index.ts';
import { encode } from '../../../src/core/call-codec.ts';
import type { Call } from '../../../src/core/invocation.ts';
import type { Option } from '../../../src/core/options.ts';
import type { Chance } from '../../support/chance.ts';
import { drawCall, drawCarried, hostileText, type Loot, optionsOf, valueFor } from '../calls.ts';
import { secrets } from '../planted.ts';

/** A file that somebody attached, as Discord tells of it. */
export interface AttachedFile extends Readonly<Record<string, unknown>> {
  readonly id: string;
}

/** What a sender may hand back on Discord. */
export interface DiscordLoot extends Loot {
  readonly files: readonly AttachedFile[];
}

export const interactionKinds = ['command', 'suggest', 'button', 'menu', 'form', 'shortcut'] as const;
export type InteractionKind = (typeof interactionKinds)[number];

/** The number that Discord has for a kind. */
export const interactionTypes: Readonly<Record<InteractionKind, number>> = {
  command: 2,
  suggest: 4,
  button: 3,
  menu: 3,
  form: 5,
  shortcut: 2,
};

type Fields = Readonly<Record<string, unknown>>;

/** What an interaction of a kind carries, in which a person’s part is hostile; `message` beside its data. */
export function drawInteraction(kind: InteractionKind, chance: Chance, loot: DiscordLoot): Fields {
  switch (kind) {
    case 'command':
      return { data: commandOf(drawNamed(chance, loot), chance, loot) };
    case 'suggest':
      return { data: drawTyping(chance, loot) };
    case 'button':
      return {
        data: { component_type: 2, custom_id: drawId('button', chance, loot) },
        message: drawPressed(chance, loot),
      };
    case 'menu':
      return { data: drawPick(chance, loot), message: drawPressed(chance, loot) };
    case 'form':
      return { data: drawForm(chance, loot), ...(chance.once(2) && { message: { id: '1' } }) };
    case 'shortcut': {
      const message = { id: '9', content: hostileText(chance, loot), author: { id: chance.pick(loot.people) } };
      const target_id = chance.once(8) ? chance.pick(['0', '99999999999999999999']) : '9';
      return { data: { type: 3, name: 'Answer this', target_id, resolved: { messages: { 9: message } } } };
    }
  }
}

/** A call of a command, now and then of one that there is not. */
function drawNamed(chance: Chance, loot: Loot): Call {
  const drawn = drawCall(chance, loot);
  if (!chance.once(15)) return drawn;
  const path = chance.pick(['lor', 'lor nothing', 'lor-admin', '__proto__', 'lor constructor', 'lor program x', '*']);
  return { ...drawn, path };
}

/** The words of the path in each other, and the options behind the last. */
function commandOf({ path, args }: Call, chance: Chance, loot: DiscordLoot, more: readonly Fields[] = []): Fields {
  const [root = '', ...words] = path.split(' ');
  const declared = optionsOf({ path, args });
  const given = Object.entries(args).map(([name, value]) => typedOption(name, value, declared[name], chance));
  if (chance.once(10)) given.push({ name: chance.pick(['__proto__', '', 'toString', 'x']), type: 3, value: 'y' });
  const files = drawFiles(declared, chance, loot);
  const values: readonly Fields[] = [...given, ...files.options, ...more];
  const options = words.reduceRight<readonly Fields[]>(
    (inner, name, at) => [{ type: at === words.length - 1 ? 1 : 2, name, options: inner }],
    values,
  );
  return { type: 1, name: root, options, ...(files.options.length > 0 && { resolved: files.resolved }) };
}

/** The value in the type that Discord has for the option; sometimes in another. */
function typedOption(name: string, value: string, option: Option | undefined, chance: Chance): Fields {
  if (chance.once(20)) return { name, type: 3, value: chance.pick<unknown>([1e308, true, -0.5, value]) };
  switch (option?.kind) {
    case 'integer':
      return Number.isFinite(Number(value)) ? { name, type: 4, value: Number(value) } : { name, type: 3, value };
    case 'flag':
      return { name, type: 5, value: value === 'yes' };
    case 'person':
      return { name, type: 6, value };
    case 'channel':
      return { name, type: 7, value };
    case 'group':
      return { name, type: 8, value };
    default:
      return { name, type: 3, value };
  }
}

function drawFiles(declared: Readonly<Record<string, Option>>, chance: Chance, { files }: DiscordLoot) {
  const names = Object.entries(declared).flatMap(([name, { kind }]) => (kind === 'file' ? [name] : []));
  const attached = names.map((name) => ({ name, file: chance.pick(files) }));
  return {
    options: attached.map(({ name, file }) => ({ name, type: 11, value: file.id })),
    resolved: { attachments: Object.fromEntries(attached.map(({ file }) => [file.id, file])) },
    ids: attached,
  };
}

/** An option that is being typed, with the beginning of what somebody else may have. */
function drawTyping(chance: Chance, loot: DiscordLoot): Fields {
  const searched = commands.filter(({ suggest }) => Object.keys(suggest).length > 0);
  const { path, suggest } = chance.once(5) ? chance.pick(commands) : chance.pick(searched);
  const { args } = drawCall(chance, loot);
  const name = chance.pick([...Object.keys(suggest), 'letter', '__proto__']);
  const begun = chance.pick(['', chance.pick(secrets).slice(0, 4), 'Dr. ', hostileText(chance, loot)]);
  return commandOf({ path, args: chance.once(2) ? {} : args }, chance, loot, [
    { name, type: 3, value: begun, focused: true },
  ]);
}

/** An id as it was drawn for somebody, forged, cut off, or longer than Discord takes. */
function drawId(kind: 'button' | 'form', chance: Chance, loot: Loot): string {
  const id = drawCarried(kind, chance.once(6) ? 4_000 : 100, chance, loot);
  if (chance.once(8)) return id.slice(0, chance.below(id.length + 1));
  if (chance.once(20)) return id.repeat(1 + Math.ceil(20_000 / (id.length + 1)));
  // Says that a value stands in the message.
  return chance.once(8) ? `${id}||${chance.pick(['sheet', 'letter', 'name,due', ','])}` : id;
}

/** The message whose button it is: whoever presses cannot change it, and it is read as if they could. */
function drawPressed(chance: Chance, loot: Loot): Fields {
  const box = { type: 10, content: `\`\`\`\n${hostileText(chance, loot)}\n\`\`\`` };
  const components = chance.pick<unknown>([[], [box], [box, box], [{ content: 1 }], 'none', null, [[box]]]);
  return { id: '1', components };
}

function drawPick(chance: Chance, loot: Loot): Fields {
  const { path, args } = drawCall(chance, loot);
  const [option = 'letter', value = ''] = chance.pick([...Object.entries(args), ['letter', chance.pick(loot.ids)]]);
  const custom_id = encode({ kind: 'menu', call: { path, args }, option }, 4_000) ?? '';
  const values = chance.pick([[value], [value], [value], [], [value, value], [hostileText(chance, loot)]]);
  const cut = chance.once(8) ? custom_id.slice(0, chance.below(custom_id.length + 1)) : custom_id;
  return { component_type: chance.pick([3, 3, 5, 6, 8]), custom_id: cut, values };
}

/** A form of some command with the fields of this one, and now and then with those of another. */
function drawForm(chance: Chance, loot: DiscordLoot): Fields {
  const call = drawCall(chance, loot);
  const declared = optionsOf(chance.once(6) ? drawCall(chance, loot) : call);
  const given = Object.entries<Option>(declared).filter(() => !chance.once(4));
  const inputs = given.map(([name, option]) => inputOf(name, option, valueFor(option, chance, loot), chance));
  const { ids, resolved } = drawFiles(declared, chance, loot);
  const uploads = ids.map(({ name, file }) => ({ type: 19, custom_id: name, values: [file.id] }));
  const foreign = { type: 4, custom_id: chance.pick(['__proto__', 'letter', '']), value: chance.pick(loot.ids) };
  const all = [...inputs, ...uploads, ...(chance.once(6) ? [foreign] : [])];
  const custom_id = chance.once(3) ? drawId('form', chance, loot) : (encode({ kind: 'form', call }, 4_000) ?? '');
  const remark = { type: 10, content: 'shown' };
  return { custom_id, components: [...all.map((component) => ({ type: 18, component })), remark], resolved };
}

function inputOf(name: string, { kind }: Option, value: string, chance: Chance): Fields {
  const types: Readonly<Record<string, number>> = { choice: 3, flag: 3, person: 5, group: 6, channel: 8 };
  const type = types[kind];
  if (type === undefined || chance.once(10)) return { type: 4, custom_id: name, value };
  return { type, custom_id: name, values: chance.once(8) ? [] : [value] };
}

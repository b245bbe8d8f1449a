import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIStringSelectComponent,
} from 'discord-api-types/v10';
import { type Carried, encode } from '../../src/core/call-codec.ts';
import type { Call } from '../../src/core/invocation.ts';
import type { Language } from '../../src/core/language.ts';
import { printCall } from '../../src/core/parse.ts';
import { type Block, type Button, type Choice, code, type Line } from '../../src/core/reply.ts';
import { shorten } from '../../src/core/text.ts';
import { boxed } from './boxed.ts';
import { buttonStyles, componentTypes } from './codes.ts';
import { limits } from './limits.ts';
import { discordWords } from './words.ts';

export type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>;

/** Buttons and menus as Discord has them, and in words what cannot be one: a command to type. */
export interface Controls<C> {
  readonly before: readonly Line[];
  readonly drawn: readonly C[];
  readonly typed: readonly Line[];
}

/** The ids that a reply has used so far. Discord refuses a message in which one comes twice. */
export type UsedIds = Set<string>;

/**
 * Buttons whose calls fit into an id, without what stands in a box of the message. The others become
 * lines that say what to type.
 */
export function drawButtons(
  buttons: readonly Button[],
  used: UsedIds,
  boxes: readonly string[] = [],
): Controls<APIButtonComponentWithCustomId> {
  const drawn: APIButtonComponentWithCustomId[] = [];
  const typed: Line[] = [];
  for (const button of buttons) {
    const claim = (call: Call | undefined) => call && claimId(carriedBy(button, call), used);
    const id = claim(button.call) ?? claim(boxed(button.call, boxes)) ?? claim(button.shorter);
    if (id === undefined) typed.push(typedLine(button.label, button.call));
    else drawn.push(drawButton(button, id));
  }
  return { before: [], drawn, typed };
}

function carriedBy({ inPlace }: Button, call: Call): Carried {
  return { kind: 'button', call, ...(inPlace && { inPlace }) };
}

function drawButton({ label, call, style }: Button, id: string): APIButtonComponentWithCustomId {
  return {
    type: componentTypes.button,
    style: buttonStyles[style ?? 'secondary'],
    label: shorten(label.trim() === '' ? printCall(call) : label, limits.component.buttonLabel),
    custom_id: id,
  };
}

/** Rows of as many buttons as a row takes. */
export function toRows(buttons: readonly APIButtonComponentWithCustomId[]): readonly Row[] {
  return chunks(buttons, limits.component.rowButtons).map(toRow);
}

function toRow(components: Row['components']): Row {
  return { type: componentTypes.actionRow, components };
}

/**
 * A menu as rows with a select each; more choices than one takes go on in the next. A choice
 * whose value Discord does not take becomes a line that says what to type.
 */
export function drawMenu(menu: Extract<Block, { kind: 'menu' }>, used: UsedIds, language?: Language): Controls<Row> {
  const pickable = menu.choices.filter(isPickable);
  const lists = chunks(pickable, limits.component.selectOptions);
  const drawn: Row[] = [];
  const typed: Line[] = menu.choices
    .filter((choice) => !pickable.includes(choice))
    .map((choice) => typedChoice(menu, choice));
  let first = 1;
  for (const choices of lists) {
    const id = claimId({ kind: 'menu', call: menu.call, option: menu.option }, used);
    const range =
      lists.length > 1 ? discordWords(language).range(first, first + choices.length - 1, pickable.length) : '';
    if (id === undefined) typed.push(...choices.map((choice) => typedChoice(menu, choice)));
    else drawn.push(toRow([drawSelect(id, menu.label, range, choices)]));
    first += choices.length;
  }
  const labelFits = drawn.length > 0 && menu.label.length <= placeholderRoom(lists.length > 1);
  return { before: labelFits ? [] : [[menu.label]], drawn, typed };
}

function typedChoice({ call, option }: Extract<Block, { kind: 'menu' }>, { label, value }: Choice): Line {
  return typedLine(label, { path: call.path, args: { ...call.args, [option]: value } });
}

/** A value that a select takes, and the first of its kind: a second one would void the message. */
function isPickable({ value }: Choice, index: number, choices: readonly Choice[]): boolean {
  if (value === '' || value.length > limits.component.selectOption) return false;
  return choices.findIndex((choice) => choice.value === value) === index;
}

/** Room for a label in a placeholder, beside the longest range there is: ` (1001–1025 of 1025)`. */
function placeholderRoom(ranged: boolean): number {
  return limits.component.selectPlaceholder - (ranged ? 24 : 0);
}

function drawSelect(id: string, label: string, range: string, choices: readonly Choice[]): APIStringSelectComponent {
  const placeholder = `${shorten(label, placeholderRoom(range !== ''))}${range}`;
  return {
    type: componentTypes.stringSelect,
    custom_id: id,
    options: choices.map((choice) => ({
      label: shorten(choice.label.trim() === '' ? choice.value : choice.label, limits.component.selectOption),
      value: choice.value,
    })),
    ...(placeholder.trim() !== '' && { placeholder }),
  };
}

function typedLine(label: string, call: Call): Line {
  return [label.trim() === '' ? '' : `${label}: `, code(printCall(call))];
}

/**
 * An id that carries a call and that the reply does not have yet; nothing when it would be too
 * long. The same call can be offered many times: a backslash that a decoder does not need is
 * passed over by it, so every call has many spellings.
 */
function claimId(carried: Carried, used: UsedIds): string | undefined {
  const id = encode(carried, limits.component.customId);
  if (id === undefined) return undefined;
  for (let spelling = 0; spelling < 2 ** respelled; spelling += 1) {
    const candidate = respell(id, spelling);
    if (used.has(candidate) || candidate.length > limits.component.customId) continue;
    used.add(candidate);
    return candidate;
  }
  return undefined;
}

/** How many letters are respelled: 2 to the power of it is more than a message has components. */
const respelled = 6;

/** The id with a needless backslash before those of its first letters that have a bit in `spelling`. */
function respell(id: string, spelling: number): string {
  let letter = 0;
  return id.replace(/(?<!\\)[a-z]/giu, (character) => {
    const marked = letter < respelled && (spelling & (1 << letter)) !== 0;
    letter += 1;
    return marked ? `\\${character}` : character;
  });
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

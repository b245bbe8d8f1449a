import type { Call } from '../../src/core/invocation.ts';
import { room } from './pack.ts';

/**
 * A value that is too long for an id can stand in the message itself, in a box to be copied. The
 * id then says of which option it is the value, and a press finds it in the message that was pressed.
 */

const fence = '```';
const box = new RegExp(`^${fence}\\n([\\s\\S]*)\\n${fence}$`, 'u');

/** The longest text that one box of a message can hold. */
export const boxRoom = room.text - 2 * (fence.length + 1);

/** A text in a box, where a mark is a mark and no backslash is copied along. */
export function drawBox(text: string): string {
  return `${fence}\n${text}\n${fence}`;
}

/** Whether a box shows the whole text: a fence in it would end the box. */
export function fitsBox(text: string): boolean {
  return text.trim() !== '' && text.length <= boxRoom && !text.includes(fence);
}

/** Under this name an id says what the boxes hold; no option has it. */
const inBoxes = '';

/** The call without what stands in boxes: their options in its place, in order. `undefined` when none does. */
export function boxed({ path, args }: Call, boxes: readonly string[]): Call | undefined {
  const names = boxes.map((text) => Object.keys(args).find((name) => args[name] === text) ?? '');
  if (names.every((name) => name === '')) return undefined;
  const others = Object.entries(args).filter(([name]) => !names.includes(name));
  return { path, args: { ...Object.fromEntries(others), [inBoxes]: names.join(',') } };
}

/** The whole call again; `undefined` when the message that was pressed lacks a box. */
export function unboxed(call: Call, contents: readonly string[]): Call | undefined {
  const { [inBoxes]: names, ...args } = call.args;
  if (names === undefined) return call;
  const boxes = contents.flatMap((content) => box.exec(content)?.[1] ?? []);
  const values: Record<string, string> = {};
  for (const [index, name] of names.split(',').entries()) {
    const text = boxes[index];
    if (name === '') continue;
    if (text === undefined) return undefined;
    values[name] = text;
  }
  return { path: call.path, args: { ...args, ...values } };
}

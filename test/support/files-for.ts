import { printAttachment } from '../../src/core/attachment.ts';
import type { RawArgs } from '../../src/core/invocation.ts';
import type { Options } from '../../src/core/options.ts';

/** A file for each option that takes one: it cannot be typed, so no example has it. */
export function filesFor(options: Options): RawArgs {
  const taking = Object.entries(options).filter(([, { kind }]) => kind === 'file');
  return Object.fromEntries(taking.map(([name]) => [name, printAttachment({ name: 'a.csv', text: 'a,b' })]));
}

import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { createTerminalAdapter } from '../../adapters/terminal/index.ts';
import type { Instant } from '../../src/core/time.ts';
import { createRandom } from '../../src/random.ts';
import type { Handed, OpenStage } from '../conformance/adapter.ts';
import { emptyStore } from './empty-store.ts';
import { createTestClock } from './test-clock.ts';

/** The line before what only one person sees. */
const forOne = '(only you see this)';

/** The terminal, fed line by line, in a channel. */
export const openTerminalStage: OpenStage = async (commands, dispatch) => {
  const input = new PassThrough();
  const written: string[] = [];
  const output = new PassThrough();
  output.setEncoding('utf8').on('data', (text: string) => written.push(text));
  const saved = new Map<string, Handed>();
  let lines = 0;
  const adapter = createTerminalAdapter({
    input,
    output,
    interactive: false,
    commands,
    clock: createTestClock('2027-09-01T12:00:00Z' as Instant),
    random: createRandom(),
    zone: 'UTC',
    readMoment: () => ({ problem: 'no' }),
    playTo: async () => undefined,
    restore: () => undefined,
    release: () => true,
    settled: async () => undefined,
    saveFile(file) {
      saved.set(`files/${file.name}`, file);
      return `files/${file.name}`;
    },
    readFile: () => ({ problem: 'missing' }),
    store: emptyStore,
  });
  await adapter.start(dispatch);
  onTestFinished(() => adapter.stop());

  async function types(line: string): Promise<void> {
    lines += 1;
    input.write(`${line}\n`);
  }
  await types('!as maya');
  await types('!in #letters');
  lines = 0;

  return {
    adapter,
    runs: (command, values = {}) => {
      const typed = Object.entries(values).map(([name, value]) => `${name}:${JSON.stringify(value)}`);
      return types([`/lor ${command}`, ...typed].join(' '));
    },
    asks: types,
    others: { 'somebody who talks to others': (text) => types(`!say ${text}`) },
    timeGoesBy: () => undefined,
    // A line stands on the screen as soon as it is read: nobody wonders whether it has come in.
    acknowledged: () => lines,
    shown: () =>
      written
        .filter((text) => text.endsWith('\n\n'))
        .map((text) => ({
          to: text.startsWith(forOne) ? 'one' : 'all',
          text: text.replace(`${forOne}\n`, '').replaceAll('\\n', '\n').trim(),
          pings: [...text.matchAll(/[^\P{Cc}\n]|\p{Cf}/gu)].map(([mark]) => mark),
          // A file is as private as the words that say where it is.
          files: [...saved].flatMap(([path, file]) => (text.includes(`saved as ${path}`) ? [file] : [])),
        })),
  };
};

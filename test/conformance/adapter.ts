import { describe, expect, onTestFinished, test } from 'vitest';
import { type Command, defineCommand } from '../../src/core/command.ts';
import type { CorePorts } from '../../src/core/dispatch.ts';
import { text } from '../../src/core/options.ts';
import type { ChatAdapter, Dispatch } from '../../src/core/ports.ts';
import { file, line, paragraph, reply } from '../../src/core/reply.ts';
import { pixel } from '../support/file-commands.ts';
import { createSceneDispatch } from '../support/scene-dispatch.ts';

/** A file that somebody can open, with what it is said to show. */
export interface Handed {
  readonly name: string;
  readonly alt: string;
  readonly bytes: Uint8Array;
}

/** Something that stands on the platform, as people read it. */
export interface Shown {
  /** Only for whoever asked, or for everybody there. */
  readonly to: 'one' | 'all';
  readonly text: string;
  /** Who or what would get a notification because of what the text says. */
  readonly pings: readonly string[];
  readonly files: readonly Handed[];
}

/** What a platform's test server lets people do, in a channel that everybody there can read. */
export interface Stage {
  readonly adapter: ChatAdapter;
  runs(command: string, values?: Readonly<Record<string, string>>): Promise<void>;
  asks(question: string): Promise<void>;
  /** The platform delivers the last event a second time. */
  repeats?: () => Promise<void>;
  /** What is written by something that is no person, by what it is. */
  readonly others: Readonly<Record<string, (text: string) => Promise<void>>>;
  /** The time in which a first response must come has nearly gone. */
  timeGoesBy(): void;
  /** How often the platform was told that an event has come in, with or without an answer. */
  acknowledged(): number;
  shown(): readonly Shown[];
}

/** What opens a stage for these commands; the adapter is started. */
export type OpenStage = (commands: readonly Command<CorePorts>[], dispatch: Dispatch) => Promise<Stage>;

/** Text that is markup, a mention or a trap somewhere. */
const hostile =
  '@everyone <!channel> <@200000000000000001> **b** _i_ `c` [x](https://evil.example) ||s|| <https://e.example|y>';

const common = { access: 'member', where: 'anywhere', changes: false, examples: [] } as const;

/** Commands that behave as badly as commands can, and what they were asked. */
function createScene() {
  const asked: string[] = [];
  let finish: () => void = () => undefined;
  const long = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const question = text('Question', { max: 2_000 });

  const ask = defineCommand({
    ...common,
    path: 'lor ask',
    summary: 'Says it back to all',
    visibility: 'public',
    options: { question },
    async run(args) {
      asked.push(args.question);
      return reply(paragraph(line`You asked: ${args.question}`));
    },
  });
  const mine = defineCommand({
    ...common,
    path: 'lor mine',
    summary: 'Says it back to whoever asked',
    visibility: 'private',
    options: { question },
    async run(args) {
      asked.push(args.question);
      return reply(paragraph(line`Only for you: ${args.question}`));
    },
  });
  const slow = defineCommand({
    ...common,
    path: 'lor slow',
    summary: 'Takes five seconds',
    visibility: 'private',
    options: {},
    async run() {
      asked.push('slow');
      await long;
      return reply(paragraph(line`Here at last.`));
    },
  });
  const broken = defineCommand({
    ...common,
    path: 'lor broken',
    summary: 'Fails',
    visibility: 'private',
    options: {},
    async run(): Promise<never> {
      throw new Error('a secret detail');
    },
  });
  const endless = defineCommand({
    ...common,
    path: 'lor endless',
    summary: 'Says very much',
    visibility: 'private',
    options: {},
    run: async () => reply(...paragraphs.map((one) => paragraph([one]))),
  });
  const picture = defineCommand({
    ...common,
    path: 'lor picture',
    summary: 'Draws something for whoever asked',
    visibility: 'private',
    options: {},
    run: async () => reply(paragraph(line`Only you see how it stands.`), file(drawn)),
  });
  const poster = defineCommand({
    ...common,
    path: 'lor poster',
    summary: 'Draws something for all',
    visibility: 'public',
    options: {},
    run: async () => reply(paragraph(line`This is for all.`), file(drawn)),
  });
  return { commands: [ask, mine, slow, broken, endless, picture, poster], asked, finish };
}

const drawn = { name: 'board.png', mime: 'image/png', alt: 'Two letters, one asked', bytes: pixel };

/** More than any platform takes in one message: 60 paragraphs, each with its number. */
const paragraphs = Array.from({ length: 60 }, (_, index) => `No. ${index + 1}: ${'many words '.repeat(30)}end.`);

/** What every chat platform's adapter owes, told as what people there see. */
export function adapterConformance(platform: string, openStage: OpenStage): void {
  async function open() {
    const { commands, asked, finish } = createScene();
    const stage = await openStage(commands, createSceneDispatch(commands));
    onTestFinished(finish);
    const reads = (words: string) => expect.poll(() => textOf(stage), { interval: 5, timeout: 5_000 }).toContain(words);
    return { stage, asked, finish, reads };
  }

  describe(`the adapter of ${platform}`, () => {
    test('answers a command, and a question in words', async () => {
      const { stage, reads } = await open();
      await stage.runs('mine', { question: 'how many' });
      await reads('Only for you: how many');
      await stage.asks('how many letters');
      await reads('You asked: how many letters');
    });

    test('tells the platform in time that a handler of five seconds is at work, and then its answer', async () => {
      const { stage, asked, finish, reads } = await open();
      const before = stage.acknowledged();
      const said = stage.runs('slow');
      await expect.poll(() => asked, { interval: 5 }).toEqual(['slow']);
      stage.timeGoesBy();
      await expect.poll(() => stage.acknowledged(), { interval: 5 }).toBe(before + 1);
      expect(textOf(stage)).not.toContain('Here at last.');
      finish();
      await said;
      await reads('Here at last.');
      expect(stage.shown().filter((one) => one.text.includes('Here at last.'))).toMatchObject([{ to: 'one' }]);
    });

    test('keeps private what is private, and shows all what is for all', async () => {
      const { stage, reads } = await open();
      await stage.runs('mine', { question: 'about Dr. Chen' });
      await reads('Only for you: about Dr. Chen');
      await stage.runs('ask', { question: 'about letters' });
      await reads('You asked: about letters');
      expect(
        stage
          .shown()
          .filter((one) => one.text.includes('Dr. Chen'))
          .map(({ to }) => to),
      ).toEqual(['one']);
      expect(
        stage
          .shown()
          .filter((one) => one.text.includes('about letters'))
          .map(({ to }) => to),
      ).toEqual(['all']);
    });

    test('hands a private picture to whoever asked and to nobody else, with its words', async () => {
      const { stage, reads } = await open();
      await stage.runs('picture');
      await reads('Only you see how it stands.');
      await expect.poll(() => handed(stage), { interval: 5, timeout: 5_000 }).toHaveLength(1);
      const { name, alt, bytes } = drawn;
      expect(handed(stage)).toEqual([{ to: 'one', name, alt, bytes: Buffer.from(bytes) }]);
      const told = stage.shown().filter((one) => one.text.includes('how it stands'));
      expect(told.map(({ to }) => to)).toEqual(['one']);
    });

    test('hands a picture that is for all to all', async () => {
      const { stage, reads } = await open();
      await stage.runs('poster');
      await reads('This is for all.');
      await expect.poll(() => handed(stage), { interval: 5, timeout: 5_000 }).toMatchObject([{ to: 'all' }]);
    });

    test('hears nothing of itself and of other bots', async () => {
      const { stage, asked, reads } = await open();
      for (const [who, write] of Object.entries(stage.others)) await write(`from ${who}`);
      await stage.asks('from a person');
      await reads('You asked: from a person');
      expect(asked).toEqual(['from a person']);
    });

    test('takes an event that comes twice as one', async () => {
      const { stage, asked, reads } = await open();
      if (!stage.repeats) return expect(platform).toBe('the terminal');
      await stage.runs('mine', { question: 'once' });
      await reads('Only for you: once');
      await stage.repeats();
      await stage.asks('and a question');
      await reads('You asked: and a question');
      await stage.repeats();
      await stage.runs('mine', { question: 'the end' });
      await reads('Only for you: the end');
      expect(asked).toEqual(['once', 'and a question', 'the end']);
      expect(stage.shown().filter((one) => one.text.includes('You asked: and a question'))).toHaveLength(1);
    });

    test('shows hostile text as itself, and pings nobody', async () => {
      const { stage, reads } = await open();
      await stage.runs('mine', { question: hostile });
      await reads(`Only for you: ${hostile}`);
      expect(stage.shown().flatMap(({ pings }) => pings)).toEqual([]);
    });

    test('says all of what is too long for one message, in order, and that more follows', async () => {
      const { stage, reads } = await open();
      await stage.runs('endless');
      await reads('No. 60: ');
      const numbers = [...textOf(stage).matchAll(/No\. (\d+): /gu)].map(([, number]) => Number(number));
      expect(numbers).toEqual(paragraphs.map((_, index) => index + 1));
      const parts = stage.shown().filter((one) => one.text.includes('No. '));
      expect(parts.every(({ to }) => to === 'one')).toBe(true);
      if (parts.length === 1) return expect(platform).toBe('the terminal');
      for (const [index, part] of parts.entries()) {
        expect(part.text).toContain(`Part ${index + 1} of ${parts.length}`);
      }
    });

    test('answers for a handler that fails, without its details', async () => {
      const { stage, reads } = await open();
      await stage.runs('broken');
      await reads('went wrong');
      expect(textOf(stage)).not.toContain('secret detail');
      await stage.runs('mine', { question: 'still here' });
      await reads('Only for you: still here');
    });

    test('finishes the work at hand before it stops', async () => {
      const { stage, asked, finish } = await open();
      const said = stage.runs('slow');
      await expect.poll(() => asked, { interval: 5 }).toEqual(['slow']);
      stage.timeGoesBy();
      const stopped = stage.adapter.stop();
      finish();
      await Promise.all([said, stopped]);
      expect(textOf(stage)).toContain('Here at last.');
    });
  });
}

/** Every file that somebody can open, and who can. */
function handed(stage: Stage): readonly (Handed & Pick<Shown, 'to'>)[] {
  return stage
    .shown()
    .flatMap(({ to, files }) => files.map(({ name, alt, bytes }) => ({ to, name, alt, bytes: Buffer.from(bytes) })));
}

function textOf(stage: Stage): string {
  return stage
    .shown()
    .map((one) => one.text)
    .join('\n');
}

import { type Context, defineCommand } from '../src/core/command.ts';
import { UserProblem } from '../src/core/errors.ts';
import { choice, date, optional, text } from '../src/core/options.ts';
import type { Day } from '../src/core/time.ts';
import { moved } from '../src/letters/change.ts';
import type { Letter, LetterWithWriter } from '../src/letters/letter.ts';
import { stageAliases } from '../src/letters/spoken.ts';
import { movesFrom, nextRung, type Stage } from '../src/letters/stages.ts';
import { fitsLetter, requireLetter, suggestLetters } from '../src/views/choose-letter.ts';
import { letterPage, type PagePorts } from '../src/views/letter-page.ts';
import type { Words } from '../src/words/words.ts';
import { type ApplyPorts, applyChange } from './shared/apply.ts';

export default defineCommand({
  path: 'lor next',
  summary: 'Take a letter one step further',
  examples: ['/lor next chen', '/lor next chen to:agreed answer:strong', '/lor next chen to:asked on:yesterday'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    letter: text('Letter, by its writer', { max: 120 }),
    to: optional(
      choice(
        'The stage it reached',
        {
          planned: 'Planned',
          asked: 'Asked',
          agreed: 'Agreed',
          'packet-sent': 'Packet sent',
          requested: 'Requested in the portal',
          uploaded: 'Uploaded',
          processed: 'Processed',
          declined: 'Declined',
          dropped: 'Dropped',
        },
        stageAliases.en,
      ),
    ),
    on: optional(date('The day it happened, today if left out', 'past')),
    answer: optional(choice('What they promised', { strong: 'A strong letter', lukewarm: 'A lukewarm yes' })),
  },
  suggest: { letter: suggestLetters },
  beside: { options: ['to'], fits: fitsLetter },
  async run(args, context: Context<PagePorts & ApplyPorts>) {
    const { today, ports } = context;
    const { words } = ports;
    const found = await requireLetter(args.letter, context, { path: 'lor next', args });
    const to = args.to ?? usualStep(found, words);
    const on = args.on ?? today;
    refuseIllegal(found, to, words);
    refuseWrongDay(found.letter, on, today, words);
    if (args.answer !== undefined && to !== 'agreed')
      throw new UserProblem('bad-value', words.letters.answerOnlyWhenAgreed, { option: 'answer' });

    const after = moved(found.letter, to, on, args.answer ?? null);
    const change = await applyChange(context, 'lor next', [{ kind: 'letter', before: found.letter, after }]);
    const first = words.letters.moved(found.writer.name, to, on);
    return letterPage({ letter: after, writer: found.writer }, context, { first, change });
  },
});

/** The next rung; from beside the ladder there is none, and the stage must be named. */
function usualStep({ letter, writer }: LetterWithWriter, words: Words): Stage {
  const next = nextRung(letter.stage);
  if (next === undefined)
    throw new UserProblem('not-legal', words.letters.atTheEnd(writer.name, letter.stage), { option: 'to' });
  return next;
}

function refuseIllegal({ letter, writer }: LetterWithWriter, to: Stage, words: Words): void {
  if (letter.stage === to)
    throw new UserProblem('not-legal', words.letters.alreadyThere(writer.name, to), { option: 'to' });
  const allowed = movesFrom(letter.stage);
  if (!allowed.includes(to)) {
    const sentence = words.letters.illegalMove(writer.name, letter.stage, to, allowed);
    throw new UserProblem('not-legal', sentence, { option: 'to' });
  }
}

/** A step happened at its stage's day or later, and not tomorrow. */
function refuseWrongDay(letter: Letter, on: Day, today: Day, words: Words): void {
  if (on > today) throw new UserProblem('bad-value', words.letters.inTheFuture(on), { option: 'on' });
  const last = letter.reached[letter.stage];
  // A letter is "planned" on the day it was typed in, and may well have been asked for before.
  if (last !== undefined && letter.stage !== 'planned' && on < last)
    throw new UserProblem('bad-value', words.letters.beforeLast(on, letter.stage, last), { option: 'on' });
}

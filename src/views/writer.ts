import {
  button,
  buttons,
  day,
  type Fact,
  fact,
  facts,
  heading,
  type Line,
  line,
  paragraph,
  type Reply,
  reply,
  strong,
} from '../core/reply.ts';
import type { Day } from '../core/time.ts';
import type { LetterWithWriter, Writer } from '../letters/letter.ts';
import type { Words } from '../words/words.ts';
import { letterEntry, undoButton } from './letter.ts';

/** What tells a writer apart, in a line or two; nothing when nothing is known. */
export function writerLine(writer: Writer, today: Day, words: Words): readonly Line[] {
  const known = [writer.kind && words.letters.kind[writer.kind], writer.met].filter((part) => part !== null);
  const ahead = writer.rotationEnds !== null && writer.rotationEnds >= today;
  return [
    ...(known.length > 0 ? [[known.join(' · ')]] : []),
    ...(ahead && writer.rotationEnds ? [words.writers.askOn(writer.rotationEnds)] : []),
  ];
}

/** Everything about one writer, with their letters. */
export function writerReply(
  writer: Writer,
  letters: readonly LetterWithWriter[],
  today: Day,
  words: Words,
  said: { readonly first?: Line; readonly change?: string } = {},
): Reply {
  const args = { writer: writer.id };
  return reply(
    said.first && paragraph(said.first),
    heading(writer.name),
    facts(...writerFacts(writer, words)),
    letters.length > 0 && paragraph([strong(words.writers.lettersTitle)]),
    ...letters.map((one) => letterEntry(one, today, words)),
    buttons(
      button(
        words.writers.buttons.addLetter,
        'lor add',
        { name: writer.name },
        letters.length === 0 ? 'primary' : undefined,
      ),
      button(words.letters.buttons.edit, 'lor writer edit', args),
      said.change !== undefined && undoButton(said.change, words),
      button(words.writers.buttons.list, 'lor writer list'),
    ),
  );
}

function writerFacts(writer: Writer, words: Words): readonly (Fact | false)[] {
  const { fields } = words.letters;
  const { yes, no, notSet } = words.settings;
  return [
    writer.title !== null && fact(fields.title, [writer.title]),
    fact(fields.kind, [writer.kind === null ? notSet : words.letters.kind[writer.kind]]),
    fact(fields.knows, [writer.knows === null ? notSet : words.letters.knows[writer.knows]]),
    writer.met !== null && fact(fields.met, [writer.met]),
    writer.rotationEnds !== null && fact(fields.rotationEnds, line`${day(writer.rotationEnds)}`),
    writer.specialty !== null && fact(fields.field, [writer.specialty]),
    writer.inUs !== null && fact(fields.inUs, [writer.inUs ? yes : no]),
    writer.email !== null && fact(fields.email, [writer.email]),
    writer.notes !== null && fact(fields.notes, [writer.notes]),
  ];
}

import { type Context, defineCommand } from '../src/core/command.ts';
import { choice, clearable, date, optional, text } from '../src/core/options.ts';
import type { Random } from '../src/core/ports.ts';
import { button, buttons, paragraph, reply } from '../src/core/reply.ts';
import { type ChangedRecord, type Letter, textLimits, type Writer } from '../src/letters/letter.ts';
import { checkDue } from '../src/views/check-due.ts';
import { type LetterPorts, requireLetter, suggestLetters } from '../src/views/choose-letter.ts';
import { letterReply } from '../src/views/letter.ts';
import { applyChange, given, onlyChanged, standing } from './shared/apply.ts';
import { kinds, services } from './shared/options.ts';

export default defineCommand({
  path: 'lor edit',
  summary: 'Change a letter or its writer',
  examples: ['/lor edit chen due:"oct 1"', '/lor edit chen name:"Dr. Mei Chen" kind:chair', '/lor edit chen due:none'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    letter: text('Letter, by the name of its writer', { max: 120 }),
    due: clearable(date('Due date')),
    service: clearable(choice('Application service', services.labels, services.aliases)),
    specialty: clearable(text('Specialty; none for a general letter', { max: textLimits.specialty })),
    name: optional(text('Name of the writer', { max: textLimits.name })),
    kind: clearable(choice('Kind of writer', kinds.labels, kinds.aliases)),
    title: clearable(text('Title or position', { max: textLimits.title })),
    met: clearable(text('Where you met', { max: textLimits.met })),
  },
  suggest: { letter: suggestLetters },
  async fill({ letter }, context: Context<LetterPorts>) {
    const { letter: found, writer } = await requireLetter(letter, context, { path: 'lor edit' });
    return standing({
      letter: found.id,
      due: found.due,
      service: found.service,
      specialty: found.specialty,
      name: writer.name,
      kind: writer.kind,
      title: writer.title,
      met: writer.met,
    });
  },
  async run(args, context: Context<LetterPorts & { random: Random }>) {
    const { actor, today, ports } = context;
    const { letters, words } = ports;
    const found = await requireLetter(args.letter, context, { path: 'lor edit', args });
    // The form sends every field back; a due date that stood before is no slip, however old it is.
    if (args.due !== found.letter.due) checkDue(args.due, today, words);
    const letter: Letter = {
      ...found.letter,
      due: given(args.due, found.letter.due),
      service: given(args.service, found.letter.service),
      specialty: given(args.specialty, found.letter.specialty),
    };
    const writer: Writer = {
      ...found.writer,
      name: args.name ?? found.writer.name,
      kind: given(args.kind, found.writer.kind),
      title: given(args.title, found.writer.title),
      met: given(args.met, found.writer.met),
    };
    const records: readonly ChangedRecord[] = [
      { kind: 'writer', before: found.writer, after: writer },
      { kind: 'letter', before: found.letter, after: letter },
    ];
    const changed = onlyChanged(records);
    if (changed.length === 0) {
      const show = button(words.letters.buttons.show, 'lor show', { letter: letter.id });
      return reply(paragraph(words.letters.nothingChanged), buttons(show));
    }
    await applyChange(context, 'lor edit', changed);
    const history = await letters.history(actor.id, [letter.id]);
    return letterReply({ letter, writer }, history, today, words, words.letters.edited(writer.name));
  },
});

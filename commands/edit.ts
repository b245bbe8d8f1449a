import { type Context, defineCommand } from '../src/core/command.ts';
import { choice, clearable, date, flag, optional, text } from '../src/core/options.ts';
import { button, buttons, paragraph, reply } from '../src/core/reply.ts';
import { type Letter, textLimits, type Writer } from '../src/letters/letter.ts';
import { checkDue } from '../src/views/check-due.ts';
import { type LetterPorts, requireLetter, suggestLetters } from '../src/views/choose-letter.ts';
import { refuseCertainPatientData, refusePatientData } from '../src/views/guard.ts';
import { letterPage, type PagePorts } from '../src/views/letter-page.ts';
import { type ApplyPorts, applyChange, given, onlyChanged, onlyNew, standing } from './shared/apply.ts';
import { checkSeason, requireForm, suggestForms } from './shared/letter-options.ts';
import { aboutPatient, kinds, services } from './shared/options.ts';

export default defineCommand({
  path: 'lor edit',
  summary: 'Change a letter or its writer',
  examples: ['/lor edit chen due:"oct 1"', '/lor edit chen name:"Dr. Mei Chen" kind:chair', '/lor edit chen due:none'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    letter: text('Letter, by its writer', { max: 120 }),
    due: clearable(date('Due date')),
    service: clearable(choice('Application service', services.labels, services.aliases)),
    specialty: clearable(text('Specialty; none for a general letter', { max: textLimits.specialty })),
    form: clearable(text('Form of letter: narrative, SLOE, SEL', { max: textLimits.form })),
    chair: clearable(flag('For a department’s requirement?')),
    waived: clearable(flag('Right to read it waived?')),
    original: clearable(date('First upload, of an earlier letter', 'past')),
    season: clearable(text('Match season, such as 2027', { max: 10 })),
    name: optional(text('Name of the writer', { max: textLimits.name })),
    kind: clearable(choice('Kind of writer', kinds.labels, kinds.aliases)),
    title: clearable(text('Title or position', { max: textLimits.title })),
    met: clearable(text('Where you met', { max: textLimits.met })),
    patient: aboutPatient,
  },
  suggest: { letter: suggestLetters, form: suggestForms },
  async fill({ letter }, context: Context<LetterPorts>) {
    const { letter: found, writer } = await requireLetter(letter, context, { path: 'lor edit' });
    return standing({
      letter: found.id,
      due: found.due,
      service: found.service,
      specialty: found.specialty,
      form: found.form,
      chair: found.chair,
      waived: found.waived,
      original: found.original,
      season: found.season,
      name: writer.name,
      kind: writer.kind,
      title: writer.title,
      met: writer.met,
    });
  },
  async run(args, context: Context<PagePorts & ApplyPorts>) {
    const { today, ports } = context;
    const { words } = ports;
    refuseCertainPatientData({ met: args.met }, words);
    const found = await requireLetter(args.letter, context, { path: 'lor edit', args });
    // The form sends every field back; a due date that stood before is no slip, however old it is.
    if (args.due !== found.letter.due) checkDue(args.due, today, words);
    refusePatientData({ met: onlyNew(args.met, found.writer.met) }, { path: 'lor edit', args }, words);
    if (args.season !== found.letter.season) checkSeason(args.season, ports);
    const specialty = given(args.specialty, found.letter.specialty);
    const letter: Letter = {
      ...found.letter,
      due: given(args.due, found.letter.due),
      service: given(args.service, found.letter.service),
      specialty,
      form: given(requireForm(args.form, specialty, ports), found.letter.form),
      chair: given(args.chair, found.letter.chair),
      waived: given(args.waived, found.letter.waived),
      original: given(args.original, found.letter.original),
      season: given(args.season, found.letter.season),
    };
    const writer: Writer = {
      ...found.writer,
      name: args.name ?? found.writer.name,
      kind: given(args.kind, found.writer.kind),
      title: given(args.title, found.writer.title),
      met: given(args.met, found.writer.met),
    };
    const changed = onlyChanged([
      { kind: 'writer', before: found.writer, after: writer },
      { kind: 'letter', before: found.letter, after: letter },
    ]);
    if (changed.length === 0) {
      const show = button(words.letters.buttons.show, 'lor show', { letter: letter.id });
      return reply(paragraph(words.letters.nothingChanged), buttons(show));
    }
    const change = await applyChange(context, 'lor edit', changed);
    return letterPage({ letter, writer }, context, { first: words.letters.edited(writer.name), change });
  },
});

import { type Context, defineCommand } from '../../src/core/command.ts';
import { choice, clearable, date, flag, optional, text } from '../../src/core/options.ts';
import { button, buttons, paragraph, reply } from '../../src/core/reply.ts';
import { textLimits, type Writer } from '../../src/letters/letter.ts';
import type { Packs } from '../../src/packs/pack.ts';
import type { LetterPorts } from '../../src/views/choose-letter.ts';
import { requireWriter, suggestWriters } from '../../src/views/choose-writer.ts';
import { refuseCertainPatientData, refusePatientData } from '../../src/views/guard.ts';
import { writerReply } from '../../src/views/writer.ts';
import { type ApplyPorts, applyChange, given, onlyNew, standing } from '../shared/apply.ts';
import { aboutPatient, kinds } from '../shared/options.ts';
import { checkEmail, closeness, specialtyName } from '../shared/writer-options.ts';

export default defineCommand({
  path: 'lor writer edit',
  summary: 'Change what I know of a writer',
  examples: ['/lor writer edit chen email:chen@hospital.org', '/lor writer edit chen rotation:"oct 9" knows:yes'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    writer: text('Writer, by name', { max: 120 }),
    knows: clearable(choice('Can they tell a story about you?', closeness.labels, closeness.aliases)),
    email: clearable(text('E-mail', { max: textLimits.email })),
    rotation: clearable(date('Last day you work together')),
    met: clearable(text('Where you met', { max: textLimits.met })),
    kind: clearable(choice('Kind of writer', kinds.labels, kinds.aliases)),
    specialty: clearable(text('Their specialty', { max: textLimits.specialty })),
    name: optional(text('Name of the writer', { max: textLimits.name })),
    title: clearable(text('Title or position', { max: textLimits.title })),
    us: clearable(flag('Do they work in the US?')),
    notes: clearable(text('Notes for yourself', { max: textLimits.notes, paragraphs: true })),
    patient: aboutPatient,
  },
  suggest: { writer: suggestWriters },
  async fill({ writer: typed }, context: Context<LetterPorts>) {
    const writer = await requireWriter(typed, context, { path: 'lor writer edit' });
    return standing({
      writer: writer.id,
      knows: writer.knows,
      email: writer.email,
      rotation: writer.rotationEnds,
      met: writer.met,
      kind: writer.kind,
      specialty: writer.specialty,
      name: writer.name,
      title: writer.title,
      us: writer.inUs,
      notes: writer.notes,
    });
  },
  async run(args, context: Context<LetterPorts & ApplyPorts & { packs: Packs }>) {
    const { actor, today, ports } = context;
    const { letters, packs, words } = ports;
    checkEmail(args.email, words);
    refuseCertainPatientData({ met: args.met, notes: args.notes }, words);
    const before = await requireWriter(args.writer, context, { path: 'lor writer edit', args });
    const texts = { met: onlyNew(args.met, before.met), notes: onlyNew(args.notes, before.notes) };
    refusePatientData(texts, { path: 'lor writer edit', args }, words);
    const after: Writer = {
      ...before,
      name: args.name ?? before.name,
      knows: given(args.knows, before.knows),
      email: given(args.email, before.email),
      rotationEnds: given(args.rotation, before.rotationEnds),
      met: given(args.met, before.met),
      kind: given(args.kind, before.kind),
      specialty: given(specialtyName(args.specialty, packs), before.specialty),
      title: given(args.title, before.title),
      inUs: given(args.us, before.inUs),
      notes: given(args.notes, before.notes),
    };
    if (JSON.stringify(before) === JSON.stringify(after)) {
      const show = button(words.letters.buttons.show, 'lor writer show', { writer: before.id });
      return reply(paragraph(words.letters.nothingChanged), buttons(show));
    }
    const change = await applyChange(context, 'lor writer edit', [{ kind: 'writer', before, after }]);
    const all = (await letters.list(actor.id)).filter(({ letter }) => letter.writer === after.id);
    return writerReply(after, all, today, words, { first: words.writers.edited(after.name), change });
  },
});

import { type Context, defineCommand } from '../src/core/command.ts';
import { UserProblem } from '../src/core/errors.ts';
import { choice, date, optional, text } from '../src/core/options.ts';
import { button, buttons, paragraph, type Reply, reply } from '../src/core/reply.ts';
import { knownWriter } from '../src/letters/find.ts';
import { sameName } from '../src/letters/find-named.ts';
import { type ChangedRecord, type Letter, memberLimits, textLimits, type Writer } from '../src/letters/letter.ts';
import { newLetter, newWriter } from '../src/letters/new-records.ts';
import type { MemberStore } from '../src/members/member.ts';
import type { Packs } from '../src/packs/pack.ts';
import { checkDue } from '../src/views/check-due.ts';
import type { LetterPorts } from '../src/views/choose-letter.ts';
import { refusePatientData } from '../src/views/guard.ts';
import { letterEntry, undoButton } from '../src/views/letter.ts';
import type { Words } from '../src/words/words.ts';
import { type ApplyPorts, applyChange, onlyNew } from './shared/apply.ts';
import { requireForm, suggestForms } from './shared/letter-options.ts';
import { aboutPatient, kinds, services } from './shared/options.ts';
import { checkEmail } from './shared/writer-options.ts';

export default defineCommand({
  path: 'lor add',
  summary: 'Track a letter: a new writer, or a further letter of one',
  examples: [`/lor add Dr. O'Brien kind:attending due:"sep 23"`, '/lor add name:"Dr. Chen" kind:chair service:eras'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    name: text('Name of the writer', { max: textLimits.name }),
    kind: optional(choice('Kind of writer', kinds.labels, kinds.aliases)),
    due: optional(date('Due date')),
    service: optional(choice('Application service', services.labels, services.aliases)),
    specialty: optional(text('Specialty; none for a general letter', { max: textLimits.specialty })),
    met: optional(text('Where you met', { max: textLimits.met })),
    title: optional(text('Title or position', { max: textLimits.title })),
    email: optional(text('E-mail', { max: textLimits.email })),
    form: optional(text('Form of letter: narrative, SLOE, SEL', { max: textLimits.form })),
    original: optional(date('First upload, of an earlier letter', 'past')),
    patient: aboutPatient,
  },
  suggest: { form: suggestForms },
  async run(args, context: Context<LetterPorts & ApplyPorts & { members: MemberStore; packs: Packs }>): Promise<Reply> {
    const { actor, now, today, ports } = context;
    const { letters, random, words } = ports;
    checkDue(args.due, today, words);
    checkEmail(args.email, words);
    const all = await letters.list(actor.id);
    const writers = await letters.writers(actor.id);
    const known = knownWriter(writers, args.name);
    refusePatientData({ met: onlyNew(args.met, known?.met) }, { path: 'lor add', args }, words);
    if (all.length >= memberLimits.letters) throw limitProblem('letters', words);
    if (!known && writers.length >= memberLimits.writers) throw limitProblem('writers', words);

    const preferences = await ports.members.get(actor.id, actor.account);
    const before = known ?? newWriter(random.id(now), actor.id, args.name);
    const writer: Writer = {
      ...before,
      title: args.title ?? before.title,
      kind: args.kind ?? before.kind,
      met: args.met ?? before.met,
      email: args.email ?? before.email,
    };
    const letter: Letter = {
      ...newLetter(random.id(now), actor.id, writer.id, today),
      service: args.service ?? preferences.service,
      season: preferences.season,
      specialty: args.specialty ?? null,
      form: requireForm(args.form, args.specialty ?? null, ports) ?? null,
      due: args.due ?? null,
      original: args.original ?? null,
    };
    const writerRecord: ChangedRecord = { kind: 'writer', before: known ?? null, after: writer };
    const records: readonly ChangedRecord[] = [writerRecord, { kind: 'letter', before: null, after: letter }];
    const change = await applyChange(context, 'lor add', records);
    const number = all.filter((one) => one.writer.id === writer.id).length + 1;
    return reply(
      paragraph(number > 1 ? words.letters.addedAnother(writer.name, number) : words.letters.added(writer.name)),
      known && !sameName(known.name, args.name) && paragraph(words.letters.takenFor(args.name, known.name)),
      letterEntry({ letter, writer }, today, words),
      buttons(
        button(words.letters.buttons.edit, 'lor edit', { letter: letter.id }),
        button(words.letters.buttons.addAnother, 'lor add'),
        undoButton(change, words),
        !preferences.reminders && letter.due !== null && button(words.letters.buttons.remindMe, 'lor remind on'),
      ),
    );
  },
});

function limitProblem(kind: 'writers' | 'letters', words: Words): UserProblem {
  return new UserProblem('limit-reached', words.letters.limit(kind, memberLimits[kind]));
}

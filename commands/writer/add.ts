import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { choice, date, flag, optional, text } from '../../src/core/options.ts';
import { button, buttons } from '../../src/core/reply.ts';
import { sameName } from '../../src/letters/find-named.ts';
import { memberLimits, textLimits, type Writer } from '../../src/letters/letter.ts';
import { newWriter } from '../../src/letters/new-records.ts';
import type { Packs } from '../../src/packs/pack.ts';
import type { LetterPorts } from '../../src/views/choose-letter.ts';
import { refusePatientData } from '../../src/views/guard.ts';
import { writerReply } from '../../src/views/writer.ts';
import { type ApplyPorts, applyChange } from '../shared/apply.ts';
import { aboutPatient, kinds } from '../shared/options.ts';
import { checkEmail, closeness, specialtyName } from '../shared/writer-options.ts';

export default defineCommand({
  path: 'lor writer add',
  summary: 'Note somebody who might write',
  examples: [
    '/lor writer add Dr. Chen kind:attending met:"Medicine sub-I" knows:yes',
    '/lor writer add "Dr. Silva" rotation:"oct 9"',
  ],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    name: text('Name of the writer', { max: textLimits.name }),
    kind: optional(choice('Kind of writer', kinds.labels, kinds.aliases)),
    knows: optional(choice('Can they tell a story about you?', closeness.labels, closeness.aliases)),
    met: optional(text('Where you met', { max: textLimits.met })),
    rotation: optional(date('Last day you work together')),
    specialty: optional(text('Their specialty', { max: textLimits.specialty })),
    email: optional(text('E-mail', { max: textLimits.email })),
    title: optional(text('Title or position', { max: textLimits.title })),
    us: optional(flag('Do they work in the US?')),
    notes: optional(text('Notes for yourself', { max: textLimits.notes, paragraphs: true })),
    patient: aboutPatient,
  },
  async run(args, context: Context<LetterPorts & ApplyPorts & { packs: Packs }>) {
    const { actor, now, today, ports } = context;
    const { letters, packs, random, words } = ports;
    checkEmail(args.email, words);
    const writers = await letters.writers(actor.id);
    const known = writers.find((writer) => sameName(writer.name, args.name));
    if (known) {
      const next = [
        buttons(
          button(words.letters.buttons.edit, 'lor writer edit', { writer: known.id }),
          button(words.writers.buttons.addLetter, 'lor add', { name: known.name }),
        ),
      ];
      throw new UserProblem('not-legal', words.writers.known(known.name), { next });
    }
    if (writers.length >= memberLimits.writers)
      throw new UserProblem('limit-reached', words.letters.limit('writers', memberLimits.writers));
    refusePatientData({ met: args.met, notes: args.notes }, { path: 'lor writer add', args }, words);
    const writer: Writer = {
      ...newWriter(random.id(now), actor.id, args.name),
      kind: args.kind ?? null,
      knows: args.knows ?? null,
      met: args.met ?? null,
      rotationEnds: args.rotation ?? null,
      specialty: specialtyName(args.specialty, packs) ?? null,
      email: args.email ?? null,
      title: args.title ?? null,
      inUs: args.us ?? null,
      notes: args.notes ?? null,
    };
    const change = await applyChange(context, 'lor writer add', [{ kind: 'writer', before: null, after: writer }]);
    return writerReply(writer, [], today, words, { first: words.writers.added(writer.name), change });
  },
});

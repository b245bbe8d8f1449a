import { type Context, defineCommand } from '../../src/core/command.ts';
import { choice, clearable, date, flag, integer, optional, text } from '../../src/core/options.ts';
import { button, buttons, paragraph, reply } from '../../src/core/reply.ts';
import { textLimits } from '../../src/letters/letter.ts';
import type { Program } from '../../src/letters/program.ts';
import type { Packs } from '../../src/packs/pack.ts';
import { checkDue } from '../../src/views/check-due.ts';
import type { LetterPorts } from '../../src/views/choose-letter.ts';
import { requireProgram, suggestPrograms } from '../../src/views/choose-program.ts';
import { refuseCertainPatientData, refusePatientData } from '../../src/views/guard.ts';
import { programReply } from '../../src/views/program.ts';
import { type ApplyPorts, applyChange, given, onlyNew, standing } from '../shared/apply.ts';
import { aboutPatient, services } from '../shared/options.ts';
import { checkNeeds, neededLetters, settings } from '../shared/program-options.ts';
import { specialtyName } from '../shared/writer-options.ts';

export default defineCommand({
  path: 'lor program edit',
  summary: 'Change what I know of a program',
  examples: ['/lor program edit mercy letters:4', '/lor program edit mercy due:none setting:academic'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    program: text('Program, by name', { max: 160 }),
    letters: clearable(integer('How many letters it asks for', neededLetters)),
    due: clearable(date('Last day for letters')),
    specialty: clearable(text('Specialty', { max: textLimits.specialty })),
    setting: clearable(choice('Kind of program', settings.labels, settings.aliases)),
    service: clearable(choice('Application service', services.labels, services.aliases)),
    most: clearable(integer('The most letters it reads', neededLetters)),
    own: clearable(integer('How many of its own specialty', neededLetters)),
    chair: clearable(flag('Asks for a department letter?')),
    name: optional(text('Name of the program', { max: textLimits.program })),
    notes: clearable(text('Notes for yourself', { max: textLimits.notes, paragraphs: true })),
    patient: aboutPatient,
  },
  suggest: { program: suggestPrograms },
  async fill({ program: typed }, context: Context<LetterPorts>) {
    const { needs, ...program } = await requireProgram(typed, context, { path: 'lor program edit' });
    return standing({
      program: program.id,
      letters: needs.letters,
      due: program.due,
      specialty: program.specialty,
      setting: program.setting,
      service: program.service,
      most: needs.most,
      own: needs.own,
      chair: needs.chair,
      name: program.name,
      notes: program.notes,
    });
  },
  async run(args, context: Context<LetterPorts & ApplyPorts & { packs: Packs }>) {
    const { actor, today, ports } = context;
    const { letters, packs, words } = ports;
    refuseCertainPatientData({ notes: args.notes }, words);
    const before = await requireProgram(args.program, context, { path: 'lor program edit', args });
    if (args.due !== before.due) checkDue(args.due, today, words);
    refusePatientData({ notes: onlyNew(args.notes, before.notes) }, { path: 'lor program edit', args }, words);
    const after: Program = {
      ...before,
      name: args.name ?? before.name,
      specialty: given(specialtyName(args.specialty, packs), before.specialty),
      service: given(args.service, before.service),
      due: given(args.due, before.due),
      setting: given(args.setting, before.setting),
      needs: {
        ...before.needs,
        letters: given(args.letters, before.needs.letters),
        most: given(args.most, before.needs.most),
        own: given(args.own, before.needs.own),
        chair: given(args.chair, before.needs.chair),
      },
      notes: given(args.notes, before.notes),
    };
    checkNeeds(after.needs, words);
    if (JSON.stringify(before) === JSON.stringify(after)) {
      const show = button(words.programs.buttons.show, 'lor program show', { program: before.id });
      return reply(paragraph(words.letters.nothingChanged), buttons(show));
    }
    const change = await applyChange(context, 'lor program edit', [{ kind: 'program', before, after }]);
    const all = await letters.list(actor.id);
    return programReply(after, all, words, { first: words.programs.edited(after.name), change });
  },
});

import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { choice, date, flag, integer, optional, text } from '../../src/core/options.ts';
import { button, buttons } from '../../src/core/reply.ts';
import { sameName } from '../../src/letters/find-named.ts';
import { memberLimits, textLimits } from '../../src/letters/letter.ts';
import { newProgram } from '../../src/letters/new-records.ts';
import type { Program } from '../../src/letters/program.ts';
import { isOfSeason, seasonOf } from '../../src/letters/season.ts';
import type { MemberStore } from '../../src/members/member.ts';
import type { Packs } from '../../src/packs/pack.ts';
import { checkDue } from '../../src/views/check-due.ts';
import type { LetterPorts } from '../../src/views/choose-letter.ts';
import { refusePatientData } from '../../src/views/guard.ts';
import { programReply } from '../../src/views/program.ts';
import { type ApplyPorts, applyChange } from '../shared/apply.ts';
import { aboutPatient, services } from '../shared/options.ts';
import { checkNeeds, neededLetters, settings } from '../shared/program-options.ts';
import { specialtyName } from '../shared/writer-options.ts';

export default defineCommand({
  path: 'lor program add',
  summary: 'Track a program that you apply to',
  examples: [
    '/lor program add Mercy Hospital specialty:IM letters:3 setting:community',
    '/lor program add name:"State University" service:eras due:"sep 22"',
  ],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    name: text('Name of the program', { max: textLimits.program }),
    specialty: optional(text('Specialty', { max: textLimits.specialty })),
    letters: optional(integer('How many letters it asks for', neededLetters)),
    due: optional(date('Last day for letters')),
    service: optional(choice('Application service', services.labels, services.aliases)),
    setting: optional(choice('Kind of program', settings.labels, settings.aliases)),
    most: optional(integer('The most letters it reads', neededLetters)),
    own: optional(integer('How many of its own specialty', neededLetters)),
    chair: optional(flag('Asks for a department letter?')),
    notes: optional(text('Notes for yourself', { max: textLimits.notes, paragraphs: true })),
    patient: aboutPatient,
  },
  async run(args, context: Context<LetterPorts & ApplyPorts & { members: MemberStore; packs: Packs }>) {
    const { actor, now, today, ports } = context;
    const { letters, members, packs, random, words } = ports;
    checkDue(args.due, today, words);
    const programs = await letters.programs(actor.id);
    const preferences = await members.get(actor.id, actor.account);
    const season = seasonOf(preferences, packs, today);
    // A program of an earlier season is another one: it has needs and letters of its own.
    const known = programs.find((program) => isOfSeason(program, season) && sameName(program.name, args.name));
    if (known) {
      const next = [
        buttons(
          button(words.programs.buttons.show, 'lor program show', { program: known.id }),
          button(words.programs.buttons.edit, 'lor program edit', { program: known.id }),
        ),
      ];
      throw new UserProblem('not-legal', words.programs.known(known.name), { next });
    }
    if (programs.length >= memberLimits.programs)
      throw new UserProblem('limit-reached', words.programs.limit(memberLimits.programs));
    refusePatientData({ notes: args.notes }, { path: 'lor program add', args }, words);
    const [onlySpecialty, another] = preferences.specialties;
    const program: Program = {
      ...newProgram(random.id(now), actor.id, args.name),
      specialty: specialtyName(args.specialty, packs) ?? (another === undefined ? (onlySpecialty ?? null) : null),
      service: args.service ?? preferences.service,
      season: preferences.season,
      due: args.due ?? null,
      setting: args.setting ?? null,
      needs: {
        letters: args.letters ?? null,
        most: args.most ?? null,
        own: args.own ?? null,
        chair: args.chair ?? null,
        form: null,
      },
      notes: args.notes ?? null,
    };
    checkNeeds(program.needs, words);
    const change = await applyChange(context, 'lor program add', [{ kind: 'program', before: null, after: program }]);
    const all = await letters.list(actor.id);
    return programReply(program, all, words, { first: words.programs.added(program.name), change });
  },
});

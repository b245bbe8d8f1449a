import {
  type Block,
  type Button,
  bullets,
  button,
  buttons,
  day,
  entry,
  type Fact,
  fact,
  facts,
  heading,
  joinLines,
  type Line,
  line,
  menu,
  note,
  paragraph,
  type Reply,
  reply,
  strong,
} from '../core/reply.ts';
import type { LetterWithWriter } from '../letters/letter.ts';
import type { Program } from '../letters/program.ts';
import { isOfSeason } from '../letters/season.ts';
import type { Words } from '../words/words.ts';
import { letterChoices } from './choose-letter.ts';
import { undoButton } from './letter.ts';

/** One line of a list: where, how many letters, until when; its season where that is another than the one listed. */
export function programEntry(program: Program, words: Words, season: string): Block {
  const parts: readonly Line[] = [
    ...(isOfSeason(program, season) ? [] : [[words.programs.ofSeason(program.season ?? season)]]),
    [words.programs.assignedOf(program.letters.length, program.needs.letters)],
    ...(program.applied !== null
      ? [words.programs.appliedOn(program.applied)]
      : program.due !== null
        ? [words.programs.due(program.due)]
        : []),
  ];
  return entry(
    programTitle(program, words),
    [joinLines(parts, ' · ')],
    [button(words.programs.buttons.show, 'lor program show', { program: program.id })],
  );
}

/** A program by its name, with its service and specialty where they are said. */
export function programTitle({ name, service, specialty }: Program, words: Words): Line {
  const what = [service && words.letters.service[service], specialty].filter((part) => part !== null).join(', ');
  return what ? line`${strong(name)} · ${what}` : [strong(name)];
}

/** Everything about one program, with the letters that go there. */
export function programReply(
  program: Program,
  letters: readonly LetterWithWriter[],
  words: Words,
  said: { readonly first?: Line; readonly warnings?: readonly Line[]; readonly change?: string | undefined } = {},
): Reply {
  const assigned = lettersOf(program, letters);
  const known = programFacts(program, words).filter((one) => one !== false);
  return reply(
    said.first && paragraph(said.first),
    ...(said.warnings ?? []).map(paragraph),
    heading(program.name),
    known.length > 0 && facts(...known),
    assigned.length > 0
      ? bullets(assigned.map((one) => assignedLine(one, program, words)))
      : paragraph(words.programs.noneAssigned),
    ...assignMenu(program, letters, words),
    buttons(...programButtons(program, assigned, words), said.change !== undefined && undoButton(said.change, words)),
    note(words.programs.onlyMine),
  );
}

/** The letters that go to a program, in the order in which they were assigned. */
export function lettersOf(program: Program, letters: readonly LetterWithWriter[]): readonly LetterWithWriter[] {
  return program.letters.flatMap(({ letter: id }) => letters.filter(({ letter }) => letter.id === id));
}

function assignedLine({ letter, writer }: LetterWithWriter, program: Program, words: Words): Line {
  const on = program.letters.find((one) => one.letter === letter.id)?.on;
  const stage = words.letters.stage[letter.stage];
  return on === undefined
    ? line`${strong(writer.name)} · ${stage}`
    : line`${strong(writer.name)} · ${stage} · ${day(on)}`;
}

function programFacts({ needs, ...program }: Program, words: Words): readonly (Fact | false)[] {
  const { fields } = words.programs;
  const { yes, no } = words.settings;
  return [
    program.service !== null && fact(words.letters.fields.service, [words.letters.service[program.service]]),
    program.season !== null && fact(words.letters.fields.season, [program.season]),
    program.specialty !== null && fact(words.letters.fields.specialty, [program.specialty]),
    program.setting !== null && fact(fields.setting, [words.programs.setting[program.setting]]),
    program.due !== null && fact(words.letters.fields.due, [day(program.due)]),
    needs.letters !== null && fact(fields.letters, [String(needs.letters)]),
    needs.most !== null && fact(fields.most, [String(needs.most)]),
    needs.own !== null && fact(fields.own, [String(needs.own)]),
    needs.chair !== null && fact(fields.chair, [needs.chair ? yes : no]),
    needs.form !== null && fact(fields.form, [needs.form]),
    program.applied !== null && fact(fields.applied, [day(program.applied)]),
    program.notes !== null && fact(words.letters.fields.notes, [program.notes]),
  ];
}

/** Letters that do not go there yet and could. */
function assignMenu(program: Program, letters: readonly LetterWithWriter[], words: Words): readonly Block[] {
  const open = letters.filter(({ letter }) => {
    const given = program.letters.some((one) => one.letter === letter.id);
    return !given && letter.stage !== 'declined' && letter.stage !== 'dropped';
  });
  if (open.length === 0) return [];
  const call = { path: 'lor program assign', args: { program: program.id } };
  return [menu(words.programs.pickLetter, call, 'letter', letterChoices(open, words))];
}

/** Takes a mark away that was set by mistake, however long ago. */
export function notAppliedButton(program: string, words: Words): Button {
  return button(words.programs.buttons.notApplied, 'lor program applied', { program, on: 'none' });
}

function programButtons(
  program: Program,
  assigned: readonly LetterWithWriter[],
  words: Words,
): readonly (Button | false)[] {
  const args = { program: program.id };
  const said = words.programs.buttons;
  return [
    button(said.propose, 'lor program propose', args, 'primary'),
    program.applied === null ? button(said.applied, 'lor program applied', args) : notAppliedButton(program.id, words),
    ...assigned.map(({ letter, writer }) =>
      button(said.takeOff(writer.name), 'lor program unassign', { ...args, letter: letter.id }),
    ),
    button(said.edit, 'lor program edit', args),
    button(said.list, 'lor program list'),
  ];
}

import type { Context } from '../core/command.ts';
import {
  type Block,
  type Button,
  bullets,
  button,
  buttons,
  day,
  type Fact,
  fact,
  facts,
  heading,
  joinLines,
  type Line,
  line,
  paragraph,
  progress,
  type Reply,
  reply,
  strong,
} from '../core/reply.ts';
import { steps } from '../letters/change.ts';
import { dateRules, datesOf, type LetterDates } from '../letters/dates.ts';
import type { Change, Letter, LetterWithWriter, Writer } from '../letters/letter.ts';
import { mayNudge, nudgeNow } from '../letters/nudges.ts';
import { completeness, packetItems } from '../letters/packet.ts';
import type { Program } from '../letters/program.ts';
import { isOfSeason, seasonOf } from '../letters/season.ts';
import { isOutstanding, isPromised, ladder, type Stage } from '../letters/stages.ts';
import type { MemberStore } from '../members/member.ts';
import type { Packs } from '../packs/pack.ts';
import type { Words } from '../words/words.ts';
import type { LetterPorts } from './choose-letter.ts';
import { formName } from './form-name.ts';
import { dueValue, stepButtons, undoButton } from './letter.ts';
import { requestBlocks } from './request.ts';

/** What it takes to show everything about a letter. */
export interface PagePorts extends LetterPorts {
  readonly members: MemberStore;
  readonly packs: Packs;
}

/** Programs named on a letter's page; of the others the number. */
const programsShown = 6;

/** Everything about one letter: where it stands, what comes next, where it goes, and its history. */
export async function letterPage(
  one: LetterWithWriter,
  { actor, today, ports }: Pick<Context<PagePorts>, 'actor' | 'today' | 'ports'>,
  said: { readonly first?: Line; readonly change?: string } = {},
): Promise<Reply> {
  const { letters, members, packs, words } = ports;
  const { letter, writer } = one;
  const history = await letters.history(actor.id, [letter.id]);
  const writers = await letters.writers(actor.id);
  const programs = (await letters.programs(actor.id)).filter((program) =>
    program.letters.some((assignment) => assignment.letter === letter.id),
  );
  const member = await members.get(actor.id, actor.account);
  const { img } = member;
  const season = seasonOf(member, packs, today);
  const dates = datesOf(letter, writer, dateRules(letter, img, { packs, today }));
  const rung = (ladder as readonly Stage[]).indexOf(letter.stage);
  return reply(
    said.first && paragraph(said.first),
    heading(writer.name),
    rung >= 0 &&
      progress(
        ladder.map((stage) => words.letters.stage[stage]),
        rung + 1,
      ),
    facts(
      ...writerFacts(writer, words),
      ...letterFacts(one, packs, words),
      fact(words.letters.fields.due, dueValue(one, today, words)),
      ...followUpFacts(one, writers, words),
      programs.length > 0 && fact(words.letters.fields.programs, programNames(programs)),
    ),
    ...adviceBlocks(one, dates, words),
    ...requestBlocks(one, packs, today, words),
    ...historyBlocks(history, letter.id, words),
    buttons(
      ...stepButtons(one, words),
      ...helpfulButtons(one, mayNudge(nudgeNow(letter, dates.uploadBy, { packs, today })), words),
      !isOfSeason(letter, season) &&
        button(words.letters.buttons.useIn(season), 'lor edit', { letter: letter.id, season }),
      button(words.letters.buttons.edit, 'lor edit', { letter: letter.id }),
      said.change !== undefined && undoButton(said.change, words),
      button(words.letters.buttons.list, 'lor list'),
    ),
  );
}

function writerFacts(writer: Writer, words: Words): readonly (Fact | false)[] {
  const { fields } = words.letters;
  return [
    writer.title !== null && fact(fields.title, [writer.title]),
    writer.kind !== null && fact(fields.kind, [words.letters.kind[writer.kind]]),
    writer.met !== null && fact(fields.met, [writer.met]),
    writer.rotationEnds !== null && fact(fields.rotationEnds, [day(writer.rotationEnds)]),
  ];
}

function letterFacts({ letter }: LetterWithWriter, packs: Packs, words: Words): readonly (Fact | false)[] {
  const { fields, general } = words.letters;
  const { yes, no } = words.settings;
  return [
    fact(fields.stage, [words.letters.stage[letter.stage]]),
    letter.answer !== null && fact(fields.answer, [words.letters.answer[letter.answer]]),
    letter.service !== null && fact(fields.service, [words.letters.service[letter.service]]),
    letter.season !== null && fact(fields.season, [letter.season]),
    fact(fields.specialty, [letter.specialty ?? general]),
    letter.form !== null && fact(fields.form, [formName(letter.form, packs.forms, words)]),
    letter.chair !== null && fact(fields.chair, [letter.chair ? yes : no]),
    letter.waived !== null && fact(fields.waived, [letter.waived ? yes : no]),
    letter.original !== null && fact(fields.original, [day(letter.original)]),
  ];
}

/** What was done around the letter: the packet, reminders, thanks, and who stands by. */
function followUpFacts(
  { letter }: LetterWithWriter,
  writers: readonly Writer[],
  words: Words,
): readonly (Fact | false)[] {
  const { fields } = words.letters;
  const { ready } = completeness(letter.packet);
  const backup = letter.backup;
  const standBy = writers.find(({ id }) => id === backup?.writer)?.name ?? '';
  return [
    ready.length > 0 && fact(fields.packet, words.letters.packetOf(ready.length, packetItems.length)),
    letter.nudges.length > 0 &&
      fact(
        fields.nudges,
        joinLines(
          letter.nudges.map(({ on }) => [day(on)]),
          ', ',
        ),
      ),
    backup !== null &&
      fact(
        fields.backup,
        backup.activated === null
          ? words.letters.standsBy(standBy)
          : words.letters.steppedIn(standBy, backup.activated),
      ),
    letter.thanked !== null && fact(fields.thanked, [day(letter.thanked)]),
    letter.told !== null && fact(fields.told, [day(letter.told)]),
  ];
}

function programNames(programs: readonly Program[]): Line {
  const named = programs.slice(0, programsShown).map(({ name }) => name);
  const rest = programs.length - named.length;
  return [[...named, ...(rest > 0 ? [`+${rest}`] : [])].join(', ')];
}

function adviceBlocks({ letter }: LetterWithWriter, { uploadBy, due, processing }: LetterDates, words: Words) {
  const outstanding = isOutstanding(letter.stage);
  const shifted = outstanding && uploadBy !== null && uploadBy !== due;
  return [
    paragraph(letter.answer === 'lukewarm' && outstanding ? words.letters.lukewarm : adviceOf(letter, words)),
    ...(shifted ? [paragraph(words.letters.uploadBy(uploadBy, processing))] : []),
    ...(letter.original === null ? [] : [paragraph(words.letters.watermark)]),
  ];
}

/** What the stage asks for, less what was done of it. */
function adviceOf({ stage, nudges, thanked, told }: Letter, words: Words): Line {
  const { advice, adviceAfter } = words.letters;
  if (isPromised(stage) && nudges.length > 0) return adviceAfter.nudge;
  if (stage === 'uploaded' && thanked !== null) return adviceAfter.thanks;
  if (stage === 'processed' && told !== null) return adviceAfter.result;
  return advice[stage];
}

/** What else helps at a stage. */
function helpfulButtons({ letter }: LetterWithWriter, remind: boolean, words: Words): readonly (Button | false)[] {
  const { buttons: said } = words.letters;
  const { id, stage } = letter;
  const draft = (label: string, kind: string) => button(label, 'lor draft', { letter: id, kind });
  const awaited = stage === 'packet-sent' || stage === 'requested';
  return [
    stage === 'planned' && draft(said.draftAsk, 'ask'),
    stage === 'agreed' && button(said.packet, 'lor packet', { letter: id }),
    ((letter.answer === 'lukewarm' && isOutstanding(stage)) || stage === 'declined') &&
      draft(said.draftStepBack, 'step-back'),
    awaited && remind && draft(said.draftNudge, 'nudge'),
    (awaited || stage === 'agreed') && button(said.backup, 'lor backup', { letter: id }),
    (stage === 'uploaded' || stage === 'processed') && letter.thanked === null && draft(said.draftThanks, 'thanks'),
    stage === 'processed' && letter.thanked !== null && letter.told === null && draft(said.draftResult, 'result'),
  ];
}

/** The dated steps, oldest first. Steps that were taken back are left out of what is told. */
function historyBlocks(history: readonly Change[], letter: string, words: Words): readonly Block[] {
  const undone = new Set(history.map(({ undoes }) => undoes));
  const told = steps(history, letter).filter(({ change }) => change.undoes === null && !undone.has(change.id));
  const lines = told.flatMap(({ to, on }) => (on ? [words.letters.step(to, on)] : []));
  return lines.length > 0 ? [paragraph(line`${strong(words.letters.history)}`), bullets(lines)] : [];
}

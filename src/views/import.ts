import {
  type Block,
  bullets,
  day,
  heading,
  joinLines,
  type Line,
  line,
  note,
  paragraph,
  type Reply,
  reply,
  strong,
} from '../core/reply.ts';
import { shorten } from '../core/text.ts';
import type { Day } from '../core/time.ts';
import type { Column } from '../exchange/guess-columns.ts';
import type { DateColumn, FieldChange, ImportPlan, PlannedRow, Trouble } from '../exchange/import-plan.ts';
import { planCounts } from '../exchange/plan-counts.ts';
import type { Letter } from '../letters/letter.ts';
import { packetItems } from '../letters/packet.ts';
import type { Program } from '../letters/program.ts';
import type { Words } from '../words/words.ts';

/** Rows, and problems, that a preview shows before it only counts them. */
const shown = 10;

/** Characters of somebody's own text that are shown of a change. */
const shownOfText = 60;

/**
 * What importing a table would do: counts, the columns as they are understood, what happens row by
 * row, and what does not come in. The button that does it is the command's.
 */
export function importReply(plan: ImportPlan, words: Words): Reply {
  const { plan: said } = words.exchange;
  const acting = plan.rows.filter(
    ({ does, assigned }) => (does !== 'same' && does !== 'unread' && does !== 'repeats') || assigned.length > 0,
  );
  const troubles = plan.rows.flatMap((row) =>
    row.troubles.map((trouble) => said.row(row.number, troubleLine(row, trouble, words))),
  );
  const counts = said.counts(planCounts(plan));
  return reply(
    plan.rows.length > 0 && heading(said.title(plan.rows.length)),
    plan.rows.length === 0 ? paragraph(said.nothing) : counts !== '' && paragraph([counts]),
    plan.rows.length > 0 && plan.records.length === 0 && paragraph(said.changesNothing),
    ...columnBlocks(plan.columns, words),
    ...plan.dates.flatMap((column) => dateBlocks(column, words)),
    ...listBlocks(
      said.rows,
      acting.map((row) => said.row(row.number, rowLine(row, words))),
      words,
    ),
    ...listBlocks(said.troubles, troubles, words),
    note(said.correct),
  );
}

/** What each column is taken for, and which are not taken at all. */
export function columnBlocks(columns: readonly Column[], words: Words): readonly Block[] {
  const { plan: said, field } = words.exchange;
  const name = ({ number, header }: Column) => said.column(number, header);
  const of = (kind: Column['use']['kind']) => columns.filter(({ use }) => use.kind === kind);
  const names = (list: readonly Column[]) => list.map(name).join(', ');
  const used = columns.flatMap((column): Line[] =>
    column.use.kind === 'field' ? [said.columnIs(name(column), field[column.use.field])] : [],
  );
  const dropped = of('private');
  const likeIds = of('like-ids');
  const unused = of('unused');
  return [
    paragraph([strong(said.columns)]),
    ...(used.length > 0 ? [bullets(used)] : []),
    ...(dropped.length > 0 ? [note(said.privateColumns(names(dropped)))] : []),
    ...(likeIds.length > 0 ? [note(said.likeIds(names(likeIds)))] : []),
    ...(unused.length > 0 ? [note(said.unused(names(unused)))] : []),
  ];
}

function dateBlocks({ number, header, style, read }: DateColumn, words: Words): readonly Block[] {
  const { dates, column } = words.exchange.plan;
  const name = column(number, header);
  if (style.why === 'mixed') return [paragraph(dates.mixed(name))];
  if (style.sample === null || read === null) return [];
  if (style.why === 'assumed') return [paragraph(dates.assumed(name, style.sample, read))];
  return style.why === 'chosen' ? [paragraph(dates.chosen(name, style.sample, read))] : [];
}

function listBlocks(title: string, lines: readonly Line[], words: Words): readonly Block[] {
  if (lines.length === 0) return [];
  const more = lines.length - shown;
  return [
    paragraph([strong(title)]),
    bullets(lines.slice(0, shown)),
    ...(more > 0 ? [paragraph(words.exchange.plan.more(more))] : []),
  ];
}

function rowLine(row: PlannedRow, words: Words): Line {
  const { plan: said } = words.exchange;
  const name = row.name ?? '';
  const goesTo = row.assigned.length > 0 ? [said.goesTo(row.assigned.join(', '))] : [];
  switch (row.does) {
    case 'new-writer':
      return said.newWriter(name, joinLines([...letterParts(row.letter, words), ...goesTo], ', '));
    case 'further-letter':
      return said.furtherLetter(name, joinLines([...letterParts(row.letter, words), ...goesTo], ', '));
    case 'new-program':
      return said.newProgram(name, joinLines(programParts(row.program, words), ', '));
    default:
      return said.changes(name, joinLines([...row.changes.map((change) => fieldLine(change, words)), ...goesTo], '; '));
  }
}

/** What tells a letter: what it is for, how far it is, until when. */
function letterParts(letter: Letter | null, words: Words): readonly Line[] {
  if (!letter) return [[words.exchange.table.noLetter]];
  const { service, stage } = words.letters;
  return [
    ...(letter.service ? [[service[letter.service]]] : []),
    ...(letter.specialty ? [[letter.specialty]] : []),
    [stage[letter.stage]],
    ...(letter.due ? [words.programs.due(letter.due)] : []),
  ];
}

function programParts(program: Program | null, words: Words): readonly Line[] {
  const { service, noDue } = words.letters;
  return [
    ...(program?.service ? [[service[program.service]]] : []),
    ...(program?.specialty ? [[program.specialty]] : []),
    program?.due ? words.programs.due(program.due) : [noDue],
  ];
}

function fieldLine({ field, from, to }: FieldChange, words: Words): Line {
  const { field: labels } = words.exchange;
  return words.letters.change.field(
    labels[field],
    valueLine({ field, value: from }, words),
    valueLine({ field, value: to }, words),
  );
}

/** A value of a field as a member reads it; nothing where none stands. */
function valueLine(
  { field, value }: { readonly field: FieldChange['field']; readonly value: FieldChange['from'] },
  words: Words,
): Line | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return [value ? words.settings.yes : words.settings.no];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'string') return listLine(value, words);
  if (isDay(value)) return [day(value)];
  const labels = labelsOf(field, words);
  return [labels && Object.hasOwn(labels, value) ? (labels[value] ?? value) : `“${shorten(value, shownOfText)}”`];
}

function labelsOf(field: FieldChange['field'], words: Words): Readonly<Record<string, string>> | undefined {
  const { table } = words.exchange;
  switch (field) {
    case 'kind':
    case 'knows':
    case 'service':
    case 'stage':
    case 'answer':
    case 'setting':
      return table[field];
    default:
      return undefined;
  }
}

/** Items of a packet, or the days of reminders. */
function listLine(value: Extract<FieldChange['to'], object>, words: Words): Line | null {
  const parts: readonly Line[] = Array.isArray(value)
    ? value.map(({ on }) => [day(on)])
    : packetItems.filter((item) => item in value).map((item) => [words.letters.packetItem[item]]);
  return parts.length === 0 ? null : joinLines(parts, ', ');
}

function isDay(value: string): value is Day {
  return /^\d{4}-\d{2}-\d{2}$/u.test(value);
}

function troubleLine({ does, name }: PlannedRow, { field, problem }: Trouble, words: Words): Line {
  const { plan: said, field: labels } = words.exchange;
  const told = said.problem(problem);
  const about = field === null ? told : said.inField(labels[field], told);
  const whose = name === null ? about : line`${strong(name)}, ${about}`;
  return does === 'unread' ? said.leftOut(whose) : whose;
}

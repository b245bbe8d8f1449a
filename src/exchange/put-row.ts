import type { Day } from '../core/time.ts';
import { folded } from '../dates/read-names.ts';
import { moved } from '../letters/change.ts';
import type { Letter, Nudge, Writer } from '../letters/letter.ts';
import { stages } from '../letters/stages.ts';
import { type Draft, type RowPen, write } from './draft.ts';
import type { CellValues, DayOrTick, Field } from './field.ts';
import type { Importing } from './import-plan.ts';
import type { LetterLedger } from './letter-ledger.ts';
import { stageAfter } from './letter-stage.ts';

type Values = Readonly<Partial<CellValues>>;

/** What a row says of its writer. The name stays as it stands: it was known by it. */
export function putWriter(draft: Draft<Writer>, values: Values, pen: RowPen): void {
  const kind = values.kind ?? (values.director ? 'program-director' : undefined);
  put(draft, 'title', values.title, pen, 'title');
  put(draft, 'kind', kind, pen, 'kind');
  put(draft, 'email', values.email, pen, 'email');
  put(draft, 'met', values.met, pen, 'met');
  put(draft, 'writer-specialty', values['writer-specialty'], pen, 'specialty');
  put(draft, 'in-us', values['in-us'], pen, 'inUs');
  put(draft, 'knows', values.knows, pen, 'knows');
  put(draft, 'rotation-ends', values['rotation-ends'], pen, 'rotationEnds');
  put(draft, 'notes', values.notes, pen, 'notes');
}

/** What a row says of its letter. */
export function putLetter(draft: Draft<Letter>, values: Values, pen: RowPen, by: Importing): void {
  const { today } = by;
  put(draft, 'service', values.service, pen, 'service');
  put(draft, 'season', values.season, pen, 'season');
  putSpecialty(draft, values.specialty || undefined, pen, by);
  put(draft, 'form', values.form, pen, 'form');
  put(draft, 'chair', values.chair, pen, 'chair');
  put(draft, 'waived', values.waived, pen, 'waived');
  put(draft, 'due', values.due, pen, 'due');
  putStage(draft, values, pen, today);
  put(draft, 'answer', values.answer, pen, 'answer');
  put(draft, 'sheet', values.sheet, pen, 'sheet');
  put(draft, 'original', values.original, pen, 'original');
  write(draft, 'packet', values.packet, pen, {
    get: ({ packet }) => packet,
    set: (letter, packet) => ({ ...letter, packet: { ...letter.packet, ...packet } }),
  });
  write(draft, 'nudges', values.nudges, pen, {
    get: ({ nudges }) => nudges,
    set: (letter, nudges) => ({ ...letter, nudges: together(letter.nudges, nudges) }),
  });
  putMark(draft, 'thanked', values.thanked, pen, today);
  putMark(draft, 'told', values.told, pen, today);
}

/** The day on which something happened; a tick alone says that it did, and keeps a day that stands. */
export function markedOn(mark: DayOrTick, stands: Day | null, today: Day): Day {
  return mark === 'ticked' ? (stands ?? today) : mark;
}

/** Who stands by for a late writer, once all rows are read: the backup may stand below. */
export function putBackup(draft: Draft<Letter>, values: Values, ledger: LetterLedger, pen: RowPen, today: Day): void {
  const typed = values.backup;
  if (typed === undefined) return;
  const writer = ledger.findWriter(typed)?.after.id;
  if (writer === undefined || writer === draft.after.writer) {
    pen.troubles.push({ field: 'backup', problem: { code: 'unknown-writer', typed } });
    return;
  }
  write(draft, 'backup', typed, pen, {
    get: ({ backup }) => ledger.nameOf(backup?.writer),
    set: (letter) => {
      const stands = letter.backup?.writer === writer ? letter.backup : null;
      const since = values['backup-since'] ?? stands?.since ?? today;
      const activated = values['backup-activated'] ?? stands?.activated ?? null;
      return { ...letter, backup: { writer, since, activated } };
    },
  });
}

/** Writes a field that a record keeps as the file says it. */
export function put<F extends Field, K extends string, T extends { readonly [P in K]: CellValues[F] | null }>(
  draft: Draft<T>,
  field: F,
  value: CellValues[F] | undefined,
  pen: RowPen,
  key: K,
): void {
  write<T, F>(draft, field, value, pen, {
    get: (record) => record[key],
    set: (record, next) => ({ ...record, [key]: next }),
  });
}

/** A specialty by another of its names stays as the member called it. */
export function putSpecialty<T extends { readonly specialty: string | null }>(
  draft: Draft<T>,
  value: string | undefined,
  pen: RowPen,
  { specialty }: Importing,
): void {
  const stands = draft.after.specialty;
  const full = (name: string) => folded(specialty(name));
  const same = value !== undefined && stands !== null && full(stands) === full(value);
  put(draft, 'specialty', same ? stands : value, pen, 'specialty');
}

function putMark(
  draft: Draft<Letter>,
  field: 'thanked' | 'told',
  value: DayOrTick | undefined,
  pen: RowPen,
  today: Day,
): void {
  write(draft, field, value, pen, {
    get: (letter) => letter[field],
    set: (letter, mark) => ({ ...letter, [field]: markedOn(mark, letter[field], today) }),
  });
}

/** The stage with the days of all stages; a row that repeats another says them only where they agree. */
function putStage(draft: Draft<Letter>, values: Values, pen: RowPen, today: Day): void {
  const said = ['stage', 'stage-day', ...stages.map((stage) => `on-${stage}` as const)] as const;
  const earlier = said.find((field) => {
    const given = draft.given.get(field);
    return given && values[field] !== undefined && given.value !== JSON.stringify(values[field]);
  });
  if (earlier) {
    const row = draft.given.get(earlier)?.row ?? pen.row;
    pen.troubles.push({ field: earlier, problem: { code: 'says-otherwise', row } });
    return;
  }
  for (const field of said)
    if (values[field] !== undefined && !draft.given.has(field))
      draft.given.set(field, { row: pen.row, value: JSON.stringify(values[field]) });

  const { after: letter } = draft;
  const isUntouched = draft.before === null && Object.keys(letter.reached).length === 0;
  const read = stageAfter(isUntouched ? null : letter, values, today);
  if (read.behind)
    pen.troubles.push({ field: 'stage', problem: { code: 'behind', stage: read.behind, stands: letter.stage } });
  const on = read.reached[read.stage] ?? today;
  const next = read.stage === letter.stage ? letter : moved(letter, read.stage, on, null);
  draft.after = { ...next, reached: read.reached };
  if (draft.before === null) return;
  if (read.stage !== letter.stage) pen.changes.push({ field: 'stage', from: letter.stage, to: read.stage });
  for (const stage of stages) {
    const [from, to] = [letter.reached[stage] ?? null, read.reached[stage]];
    // The day of a new stage goes without saying.
    if (to !== undefined && to !== from && (stage !== read.stage || stage === letter.stage))
      pen.changes.push({ field: `on-${stage}`, from, to });
  }
}

/** Both lists of reminders, each day once, the earliest first. */
function together(stands: readonly Nudge[], read: readonly Nudge[]): readonly Nudge[] {
  const days = new Set(stands.map(({ on }) => on));
  return [...stands, ...read.filter(({ on }) => !days.has(on))].sort((a, b) => (a.on < b.on ? -1 : 1));
}

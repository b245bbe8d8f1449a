import { day, joinLines, type Line } from '../core/reply.ts';
import { shorten } from '../core/text.ts';
import type { Backup, Change, ChangedRecord, Letter, Writer } from '../letters/letter.ts';
import type { Program } from '../letters/program.ts';
import type { LetterForm } from '../packs/letter-form.ts';
import type { Words } from '../words/words.ts';
import { formName } from './form-name.ts';

/** How many things a sentence names before it only counts them. */
const named = 3;

/** Characters of somebody's own text that are shown of a change. */
const shownOfText = 60;

/**
 * What a change did, in words: to whom or what, and which fields went from what to what. A form of
 * letter that is not among `forms` goes by its id.
 */
export function changeLine(
  { records }: Pick<Change, 'records'>,
  writers: readonly Pick<Writer, 'id' | 'name'>[],
  words: Words,
  forms: readonly Pick<LetterForm, 'id' | 'name'>[] = [],
): Line {
  const naming: Naming = {
    writer: (id) => nameOfWriter(id, records, writers),
    form: (id) => formName(id, forms, words),
  };
  const names = records.map((record) => nameOf(record, naming));
  const lines = [...new Set(names)].flatMap((name) => {
    const about = records.filter((_, index) => names[index] === name);
    return [aboutOne(name, about, naming, words)];
  });
  return lines.length > named ? words.letters.change.many(lines.length) : joinLines(lines, '; ');
}

function aboutOne(name: string, records: readonly ChangedRecord[], naming: Naming, words: Words): Line {
  const { change } = words.letters;
  const whole = records.filter(({ kind }) => kind !== 'writer');
  // A writer who comes and goes with a letter is not told twice.
  const told = (whole.length > 0 ? whole : records).flatMap((record): Line[] => {
    if (record.before && record.after) return [];
    return [record.after ? change.added(name) : change.removed(name)];
  });
  const moves = records.flatMap((record): Line[] => {
    if (record.kind !== 'letter' || !record.before || !record.after) return [];
    const { stage: from } = record.before;
    const { stage: to } = record.after;
    return from === to ? [] : [change.moved(name, from, to)];
  });
  const said = [...told, ...moves, ...records.flatMap((record) => fieldChanges(record, naming, words))];
  if (told.length + moves.length > 0) return joinLines(said, '; ');
  // What no field shows, such as the day of something, is a change all the same.
  return said.length > 0 ? change.edited(name, joinLines(said, '; ')) : change.touched(name);
}

/** Names by ids. */
interface Naming {
  readonly writer: (id: string) => string;
  readonly form: (id: string) => string;
}

/** Whom or what a record is about. */
function nameOf(record: ChangedRecord, naming: Naming): string {
  const state = record.after ?? record.before;
  if (state === null) return '';
  return 'name' in state ? state.name : naming.writer(state.writer);
}

/** As the change has it, else as it stands. */
function nameOfWriter(
  writer: string,
  records: readonly ChangedRecord[],
  writers: readonly Pick<Writer, 'id' | 'name'>[],
): string {
  for (const one of records) {
    const state = one.kind === 'writer' ? (one.after ?? one.before) : null;
    if (state?.id === writer) return state.name;
  }
  return writers.find(({ id }) => id === writer)?.name ?? '';
}

/** A field as it was and as it is. */
type Field = readonly [label: string, before: Line | null, after: Line | null];

function fieldChanges(record: ChangedRecord, naming: Naming, words: Words): readonly Line[] {
  const { change } = words.letters;
  const changed = fieldsOf(record, naming, words).filter(
    ([, before, after]) => JSON.stringify(before) !== JSON.stringify(after),
  );
  return changed.map(([label, before, after]) => change.field(label, before, after));
}

function fieldsOf(record: ChangedRecord, naming: Naming, words: Words): readonly Field[] {
  switch (record.kind) {
    case 'writer':
      return paired(writerFields(words), record.before, record.after);
    case 'letter':
      return paired(letterFields(words, naming), record.before, record.after);
    case 'program':
      return paired(programFields(words, naming), record.before, record.after);
  }
}

/** How the fields of a record are shown, each with its label. */
type Shown<T> = readonly (readonly [label: string, show: (state: T) => Line | null])[];

function paired<T>(shown: Shown<T>, before: T | null, after: T | null): readonly Field[] {
  if (!before || !after) return [];
  return shown.map(([label, show]) => [label, show(before), show(after)]);
}

function writerFields(words: Words): Shown<Writer> {
  const { fields, kind, knows } = words.letters;
  return [
    [fields.writer, ({ name }) => [name]],
    [fields.title, ({ title }) => quoted(title)],
    [fields.kind, (writer) => writer.kind && [kind[writer.kind]]],
    [fields.met, ({ met }) => quoted(met)],
    [fields.email, ({ email }) => quoted(email)],
    [fields.notes, ({ notes }) => quoted(notes)],
    [fields.field, ({ specialty }) => quoted(specialty)],
    [fields.inUs, ({ inUs }) => yesOrNo(inUs, words)],
    [fields.knows, (writer) => writer.knows && [knows[writer.knows]]],
    [fields.rotationEnds, ({ rotationEnds }) => dated(rotationEnds)],
  ];
}

function letterFields(words: Words, naming: Naming): Shown<Letter> {
  const { fields, answer, service, packetItem, standsBy, steppedIn } = words.letters;
  const shownBackup = ({ writer, activated }: Backup) =>
    activated === null ? standsBy(naming.writer(writer)) : steppedIn(naming.writer(writer), activated);
  return [
    [fields.answer, (letter) => letter.answer && [answer[letter.answer]]],
    [fields.due, ({ due }) => dated(due)],
    [fields.service, (letter) => letter.service && [service[letter.service]]],
    [fields.season, ({ season }) => plain(season)],
    [fields.specialty, ({ specialty }) => quoted(specialty)],
    [fields.form, ({ form }) => (form === null ? null : [naming.form(form)])],
    [fields.chair, ({ chair }) => yesOrNo(chair, words)],
    [fields.waived, ({ waived }) => yesOrNo(waived, words)],
    [fields.original, ({ original }) => dated(original)],
    [fields.packet, ({ packet }) => listed(Object.keys(packet).map((item) => packetItem[item as keyof typeof packet]))],
    [fields.sheet, ({ sheet }) => quoted(sheet)],
    [fields.nudges, ({ nudges }) => listed(nudges.map(({ on }) => on))],
    [fields.thanked, ({ thanked }) => dated(thanked)],
    [fields.told, ({ told }) => dated(told)],
    [fields.backup, ({ backup }) => backup && shownBackup(backup)],
  ];
}

function programFields(words: Words, naming: Naming): Shown<Program> {
  const { fields, service } = words.letters;
  const { fields: own, setting } = words.programs;
  return [
    [own.name, ({ name }) => [name]],
    [fields.specialty, ({ specialty }) => quoted(specialty)],
    [fields.service, (program) => program.service && [service[program.service]]],
    [fields.season, ({ season }) => plain(season)],
    [fields.due, ({ due }) => dated(due)],
    [own.setting, (program) => program.setting && [setting[program.setting]]],
    [own.letters, ({ needs }) => counted(needs.letters)],
    [own.most, ({ needs }) => counted(needs.most)],
    [own.own, ({ needs }) => counted(needs.own)],
    [own.chair, ({ needs }) => yesOrNo(needs.chair, words)],
    [own.form, ({ needs }) => (needs.form === null ? null : [naming.form(needs.form)])],
    [own.applied, ({ applied }) => dated(applied)],
    [own.assigned, ({ letters }) => [String(letters.length)]],
    [fields.notes, ({ notes }) => quoted(notes)],
  ];
}

function quoted(text: string | null): Line | null {
  return text === null ? null : [`“${shorten(text, shownOfText)}”`];
}

function plain(text: string | null): Line | null {
  return text === null ? null : [text];
}

function dated(on: Parameters<typeof day>[0] | null): Line | null {
  return on && [day(on)];
}

function yesOrNo(value: boolean | null, words: Words): Line | null {
  return value === null ? null : [value ? words.settings.yes : words.settings.no];
}

function counted(value: number | null): Line | null {
  return value === null ? null : [String(value)];
}

function listed(parts: readonly string[]): Line | null {
  return parts.length === 0 ? null : [parts.join(', ')];
}

import { code, day, type Line, line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import type { ChoiceProblem } from '../../exchange/choose-columns.ts';
import type { Field } from '../../exchange/field.ts';
import type { RowProblem } from '../../exchange/import-plan.ts';
import type { PlanCounts } from '../../exchange/plan-counts.ts';
import type { ExportProblem, WrongReason } from '../../exchange/read-export.ts';
import type { TooMany } from '../../exchange/restore.ts';
import type { TableProblem } from '../../exchange/table.ts';
import type { TableWords } from '../../exchange/tracking-csv.ts';
import { count } from './core.ts';
import { letters } from './letters.ts';
import { programs } from './programs.ts';
import { settings } from './settings.ts';

const { fields } = letters;

/** What a column can hold, as it is named in tables and in sentences. */
const field: Readonly<Record<Field, string>> = {
  name: fields.writer,
  'first-name': 'First name',
  'last-name': 'Last name',
  'name-reversed': 'Last name, first name',
  title: fields.title,
  kind: fields.kind,
  director: 'Program director',
  email: fields.email,
  met: fields.met,
  'writer-specialty': fields.field,
  'in-us': fields.inUs,
  knows: fields.knows,
  'rotation-ends': fields.rotationEnds,
  notes: fields.notes,
  service: fields.service,
  season: fields.season,
  specialty: fields.specialty,
  form: fields.form,
  chair: fields.chair,
  waived: fields.waived,
  due: fields.due,
  stage: fields.stage,
  'stage-day': 'Stage date',
  answer: fields.answer,
  'on-planned': 'Planned on',
  'on-asked': 'Asked on',
  'on-agreed': 'Agreed on',
  'on-packet-sent': 'Packet sent on',
  'on-requested': 'Requested in the portal on',
  'on-uploaded': 'Uploaded on',
  'on-processed': 'Processed on',
  'on-declined': 'Declined on',
  'on-dropped': 'Dropped on',
  packet: fields.packet,
  sheet: fields.sheet,
  nudges: fields.nudges,
  thanked: fields.thanked,
  told: fields.told,
  original: fields.original,
  backup: fields.backup,
  'backup-since': 'Backup since',
  'backup-activated': 'Backup asked on',
  further: 'Further letter',
  program: programs.fields.name,
  setting: programs.fields.setting,
  'needs-letters': programs.fields.letters,
  'needs-most': programs.fields.most,
  'needs-own': programs.fields.own,
  applied: programs.fields.applied,
};

function tableProblem(problem: TableProblem): Line {
  switch (problem.code) {
    case 'empty':
      return line`There is nothing in this file. Export the sheet as CSV once more, with its rows.`;
    case 'not-a-table':
      return {
        json: line`This is a JSON file and no table. One that I wrote myself goes in the same way; any other has to become a CSV file first.`,
        workbook: line`This is a workbook. In Excel, Numbers or Google Sheets choose “Save as” or “Download”, then CSV.`,
        page: line`This is a web page. Copy its table into a spreadsheet, and save that as CSV.`,
        pdf: line`This is a PDF. Copy its table into a spreadsheet, and save that as CSV.`,
      }[problem.seems];
    case 'too-long':
      return line`This file is longer than ${count(problem.max, 'character')}, the most that I read. Leave out rows or columns.`;
    case 'too-many-rows':
      return line`This file has more than ${count(problem.max, 'row')}, the most that I read. Split it.`;
    case 'too-many-columns':
      return line`This file has more than ${count(problem.max, 'column')}, the most that I read. Leave some out.`;
    case 'open-quote':
      return line`A quotation mark opens in row ${problem.row} and never closes. Close it, or take it away.`;
  }
}

function choiceProblem({ code: why, part }: ChoiceProblem): Line {
  switch (why) {
    case 'not-understood':
      return line`I do not understand “${part}”. Say it like ${code('2=name, 5=due, 7=none')}.`;
    case 'no-such-column':
      return line`“${part}” names no column of the file. Use its number, as in ${code('2=name')}.`;
    case 'no-such-field':
      return line`“${part}”: I know nothing that a column could hold by that name. Try ${code('name')}, ${code('kind')}, ${code('due')}, ${code('stage')}, ${code('specialty')} or ${code('none')}.`;
    case 'private-column':
      return line`“${part}”: that column holds ids or something as private. It stays unread.`;
  }
}

function problem(about: RowProblem): Line {
  switch (about.code) {
    case 'not-a-date':
      return line`“${about.typed}” is no date that I can read`;
    case 'no-such-day':
      return line`there is no such day as “${about.typed}”`;
    case 'date-order':
      return line`“${about.typed}” may be either way round, and the other dates of the column contradict each other`;
    case 'day-ahead':
      return line`“${about.typed}” lies ahead and cannot have happened yet`;
    case 'too-far':
      return line`“${about.typed}” is more than five years away`;
    case 'too-old':
      return line`“${about.typed}” is too long ago`;
    case 'not-a-choice':
      return line`“${about.typed}” is no word that I know there`;
    case 'not-a-flag':
      return line`“${about.typed}” is neither yes nor no`;
    case 'not-a-number':
      return line`“${about.typed}” is no number that fits`;
    case 'not-a-season':
      return line`“${about.typed}” is no year of a match`;
    case 'not-a-list':
      return line`“${about.typed}” is no list that I can read`;
    case 'not-an-email':
      return line`“${about.typed}” is no e-mail address`;
    case 'too-long':
      return line`too long: ${count(about.length, 'character')}, and at most ${about.max.toLocaleString('en-US')} fit`;
    case 'unkeepable':
      return line`a character in it cannot be kept`;
    case 'patient':
      return line`it seems to say who a patient is, so the text is left out`;
    case 'patient-doubt':
      return line`it may be about a patient, so the text is left out; you can add it by hand`;
    case 'no-name':
      return line`no name`;
    case 'limit':
      return line`that would be more than ${about.max} ${about.what}, the most there can be`;
    case 'several-letters':
      return line`you track ${count(about.count, 'letter')} of theirs that it may mean; a column for the service or the specialty would tell`;
    case 'repeats-unread':
      return line`the same as row ${about.row}, which is left out`;
    case 'says-otherwise':
      return line`row ${about.row} says otherwise; that one counts`;
    case 'behind':
      return line`the file says “${letters.stage[about.stage]}”, and the letter stands at “${letters.stage[about.stands]}”; it stays there`;
    case 'unknown-writer':
      return line`nobody here or in the file is called “${about.typed}”`;
    case 'not-assigned':
      return line`the letter may not go to ${strong(about.program)}; ${code('/lor program assign')} says why`;
  }
}

const wrongReason: Readonly<Record<WrongReason, string>> = {
  missing: 'something is missing there',
  unknown: 'I know nothing by that name',
  type: 'it is not of the kind that belongs there',
  long: 'it is too long',
  many: 'there are too many',
  value: 'the value cannot be right',
  reference: 'it points at something that is not in the file',
  twice: 'it stands there twice',
};

function exportProblem(about: ExportProblem): Line {
  switch (about.code) {
    case 'too-big':
      return line`This file is larger than ${count(about.max, 'character')}, the most that I read.`;
    case 'not-json':
      return line`This is no JSON that can be read. Hand over the file as the export gave it.`;
    case 'not-ours':
      return line`This is JSON, but no export of mine. Make one with ${code('/lor data export')}.`;
    case 'newer':
      return line`This file is from a later version of me (format ${about.version}). Ask the operator to update me.`;
    case 'wrong':
      return line`This file was changed after the export: at ${code(about.path)}, ${wrongReason[about.reason]}. Nothing was taken in.`;
  }
}

/** Nothing that is nought is named. */
function listed(...parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false).join(', ');
}

/** Data that comes in and goes out as files. */
export const exchange = {
  field,
  /** The words of the tables that are written. */
  table: {
    columns: { ...field, assigned: programs.fields.assigned },
    kind: letters.kind,
    knows: letters.knows,
    service: letters.service,
    stage: letters.stage,
    answer: letters.answer,
    setting: programs.setting,
    noLetter: 'no letter yet',
    yes: settings.yes,
    no: settings.no,
  } satisfies TableWords,
  calendarName: 'Letters of recommendation',
  tableProblem,
  choiceProblem,
  exportProblem,
  noNames: line`No column of this file says who writes, or which program it is about. Say which one does, as in ${code('columns:"2=name"')}.`,
  plan: {
    title: (rows: number): string => `What ${count(rows, 'row')} would do`,
    nothing: line`The file has the names of columns and no row below them.`,
    counts: ({ newWriters, newLetters, newPrograms, changed, same, unread }: PlanCounts): string =>
      listed(
        newWriters > 0 && count(newWriters, 'new writer'),
        newLetters > 0 && count(newLetters, 'new letter'),
        newPrograms > 0 && count(newPrograms, 'new program'),
        changed > 0 && (changed === 1 ? '1 row that changes something' : `${changed} rows that change something`),
        same > 0 && `${same} that ${same === 1 ? 'says' : 'say'} nothing new`,
        unread > 0 && `${unread} left out`,
      ),
    columns: 'Columns as I understand them',
    column: (number: number, header: string | null): string =>
      header === null ? `column ${number}` : `${number} ${header}`,
    columnIs: (column: string, label: string): Line => line`${column}: ${strong(label)}`,
    privateColumns: (names: string): Line =>
      line`Dropped without reading them, because they hold ids or something as private: ${names}`,
    likeIds: (names: string): Line => line`Dropped, because what stands there looks like ids: ${names}`,
    unused: (names: string): Line => line`Not used: ${names}`,
    correct: line`Something wrong? Name the columns yourself: ${code('columns:"2=name, 5=due, 7=none"')}`,
    dates: {
      assumed: (column: string, sample: string, read: Day): Line =>
        line`${strong(column)}: nothing shows whether the month or the day comes first. I read the month first, so “${sample}” is ${day(read)}. Otherwise say ${code('columns:"dates=day first"')}.`,
      chosen: (column: string, sample: string, read: Day): Line =>
        line`${strong(column)}: as you say, “${sample}” is ${day(read)}.`,
      mixed: (column: string): Line =>
        line`${strong(column)}: some dates have the month first and others the day. Those that could be either are left out; write them as 2027-09-23.`,
    },
    rows: 'What will happen',
    newWriter: (name: string, what: Line): Line => line`${strong(name)} is new: ${what}`,
    furtherLetter: (name: string, what: Line): Line => line`a further letter of ${strong(name)}: ${what}`,
    newProgram: (name: string, what: Line): Line => line`${strong(name)} is new: ${what}`,
    changes: (name: string, what: Line): Line => line`${strong(name)}: ${what}`,
    goesTo: (names: string): Line => line`goes to ${names}`,
    more: (number: number): Line => line`And ${number} more.`,
    row: (number: number, what: Line): Line => line`Row ${number}: ${what}`,
    troubles: 'What does not come in',
    leftOut: (what: Line): Line => line`left out, ${what}`,
    inField: (label: string, what: Line): Line => line`${strong(label)}: ${what}`,
    problem,
    changesNothing: line`Everything in this file stands here already.`,
  },
  restore: {
    title: 'What this file would bring back',
    added: ({ writers, letters: added, programs: new_ }: Record<'writers' | 'letters' | 'programs', number>): Line =>
      line`New: ${count(writers, 'writer')}, ${count(added, 'letter')}, ${count(new_, 'program')}.`,
    kept: ({ writers, letters: kept, programs: old }: Record<'writers' | 'letters' | 'programs', number>): Line =>
      line`Here already, and kept as it is: ${count(writers, 'writer')}, ${count(kept, 'letter')}, ${count(old, 'program')}.`,
    filled: 'What is empty here and stands in the file',
    settings: (names: string): Line => line`Settings that you did not choose here yet: ${names}.`,
    remindersOn: line`Reminders by DM were on there, and will be on here.`,
    reminders: (number: number): Line =>
      line`${count(number, 'reminder')} of your own, as far as they lie ahead and there is room.`,
    historyBroken: line`The history in the file does not lead to what else is in it, so it is left out.`,
    refusedTexts: (number: number): Line => line`${count(number, 'text')} that would say who a patient is: left out.`,
    nothing: line`Everything in this file stands here already.`,
    limit: ({ what, max }: TooMany): Line =>
      line`Together that would be more than ${max} ${what}, the most there can be. Remove what you no longer need first; nothing was taken in.`,
  },
};

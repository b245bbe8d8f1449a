import type { Language } from '../../core/language.ts';
import { code, day, type Line, line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import { type Closeness, type NudgeReason, type WriterKind, writerKinds } from '../../letters/letter.ts';
import type { PacketItem } from '../../letters/packet.ts';
import type { Answer, Stage } from '../../letters/stages.ts';
import type { RequestField } from '../../packs/request-field.ts';
import type { ServiceId } from '../../packs/service.ts';
import { count, either } from './core.ts';

const stage: Readonly<Record<Stage, string>> = {
  planned: 'planned',
  asked: 'asked',
  agreed: 'agreed',
  'packet-sent': 'packet sent',
  requested: 'requested in the portal',
  uploaded: 'uploaded',
  processed: 'processed',
  declined: 'declined',
  dropped: 'dropped',
};

const service: Readonly<Record<ServiceId, string>> = {
  eras: 'ERAS',
  carms: 'CaRMS',
  residencycas: 'ResidencyCAS',
  'sf-match': 'SF Match',
};

/** `in 12 days`, `today`, `3 days overdue`. */
function daysLeft(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days > 0 ? `in ${count(days, 'day')}` : `${count(-days, 'day')} ago`;
}

export const letters = {
  stage,
  /** Names of letter forms, by id, where they are called otherwise than in the packs. */
  formNames: {} as Readonly<Record<string, string>>,
  service,
  kind: writerKinds as Readonly<Record<WriterKind, string>>,
  daysLeft,
  knows: {
    well: 'yes, a specific one',
    somewhat: 'perhaps',
    hardly: 'hardly, they know your name',
  } satisfies Record<Closeness, string>,
  packetItem: {
    cv: 'CV',
    statement: 'Personal statement',
    request: 'How the letter gets to the portal',
    sheet: 'Reminder sheet',
    programs: 'Program list (optional)',
    photo: 'Photo',
  } satisfies Record<PacketItem, string>,
  nudgeReason: {
    'no-answer': 'No answer to the first',
    'date-changed': 'The date has changed',
    'they-asked': 'They asked for it',
    'portal-trouble': 'Trouble with the portal',
  } satisfies Record<NudgeReason, string>,
  answer: { strong: 'a strong letter', lukewarm: 'a lukewarm yes' } satisfies Record<Answer, string>,
  /** What to do next at each stage, as a button. */
  nextStep: {
    planned: 'I asked',
    asked: 'They said yes',
    agreed: 'Packet sent',
    'packet-sent': 'Requested in the portal',
    requested: 'It is uploaded',
    uploaded: 'It is processed',
  } satisfies Partial<Record<Stage, string>>,
  /** What the stage asks of the member. */
  advice: {
    planned: line`Ask in person if you can, 4 to 6 weeks before you need it, and ask for a strong letter.`,
    asked: line`Waiting for an answer. Hesitation counts as a no: thank them and ask somebody else.`,
    agreed: line`Send one tidy packet: CV, personal statement, a reminder sheet, and how the letter gets to the portal.`,
    'packet-sent': line`Make the request in the portal, so that the writer gets the link.`,
    requested: line`Look once a week whether it is there. One polite nudge is fine 14 to 7 days before the due date.`,
    uploaded: line`Thank the writer, and check that the letter is assigned to your programs.`,
    processed: line`Ready to be assigned. Tell the writer how it ended after Match Day.`,
    declined: line`Thank them all the same, and ask somebody else.`,
    dropped: line`Kept here for the record.`,
  } satisfies Record<Stage, Line>,
  /** The same once the writer was reminded, thanked or told the result. */
  adviceAfter: {
    nudge: line`The reminder is out. If it stays quiet, ask the assistant or coordinator, and let the backup step in.`,
    thanks: line`Check that the letter is assigned to your programs.`,
    result: line`All is done for this one.`,
  } satisfies Record<string, Line>,
  lukewarm: line`A lukewarm letter can hurt more than none. Think about thanking them and asking somebody else.`,
  fields: {
    writer: 'Writer',
    kind: 'Kind',
    title: 'Title',
    met: 'Where you met',
    service: 'Service',
    specialty: 'Specialty',
    due: 'Due',
    stage: 'Stage',
    answer: 'They promised',
    email: 'E-mail',
    notes: 'Notes',
    field: 'Their specialty',
    inUs: 'Works in the US',
    knows: 'Can tell a story about you',
    rotationEnds: 'Last day together',
    season: 'Season',
    form: 'Form of letter',
    chair: 'Department letter',
    waived: 'Right to read it waived',
    original: 'From an earlier season, dated',
    packet: 'Packet',
    sheet: 'Reminder sheet',
    nudges: 'Reminded on',
    thanked: 'Thanked',
    told: 'Told the result',
    backup: 'Backup',
    programs: 'Goes to',
  },
  /** What the form for a request in a portal asks for. */
  requestField: {
    'writer-name': 'Name of the writer',
    'writer-title': 'Title of the writer',
    'writer-email': 'E-mail of the writer',
    specialty: 'Specialty',
    discipline: 'Discipline',
    'letter-form': 'Form of letter',
    'chair-requirement': 'Meets a department’s requirement',
    'program-director': 'Writer directs your present program',
    waiver: 'Waiver of your right to read it',
    cv: 'CV',
    photo: 'Photo',
  } satisfies Record<RequestField, string>,
  request: {
    title: (service: string): string => `What the request in ${service} asks for`,
    yours: 'for you to decide',
    attach: 'to attach',
    gets: (how: Readonly<Record<Language, string>>): Line => line`Then the writer ${how.en}.`,
  },
  uploadBy: (on: Day, days: number): Line =>
    line`Has to be uploaded by ${day(on)}: ECFMG takes up to ${count(days, 'business day')}, holidays not counted.`,
  uploadByShort: (on: Day): Line => line`upload by ${day(on)}`,
  standsBy: (name: string): Line => line`${strong(name)} stands by`,
  steppedIn: (name: string, on: Day): Line => line`${strong(name)} was asked to step in on ${day(on)}`,
  packetOf: (ready: number, all: number): Line => line`${ready} of ${all} ready`,
  watermark: line`Programs see its first upload date as a watermark, and so that you applied before. A version that the writer brings up to date is usually the better choice.`,
  unknownForm: (typed: string): Line =>
    line`I know no form of letter “${typed}”. Try ${code('narrative')}, ${code('SLOE')}, ${code('eSLOR')}, ${code('SEL')} or ${code('LOE')}; a SLOR needs its specialty beside it.`,
  unknownSeason: (typed: string, known: readonly string[]): Line =>
    line`I have no rules for a season “${typed}”. Give the year of the match: ${either(known)}.`,
  general: 'General',
  noDue: 'no due date',
  history: 'History',
  /** A due date with how far away it is, and the same as part of a sentence. */
  dueValue: (on: Day, days: number): Line =>
    days < 0 ? line`${day(on)}, overdue by ${count(-days, 'day')}` : line`${day(on)} (${daysLeft(days)})`,
  due: (on: Day, days: number): Line =>
    days < 0 ? line`was due ${day(on)}, ${daysLeft(days)}` : line`due ${day(on)} (${daysLeft(days)})`,
  added: (name: string): Line => line`${strong(name)} is on your list.`,
  /** A short name was taken for a writer who is known. */
  takenFor: (typed: string, name: string): Line =>
    line`I took “${typed}” for ${strong(name)}. If it is somebody else, undo this and give the full name.`,
  addedAnother: (name: string, number: number): Line =>
    line`A further letter of ${strong(name)} is on your list; you track ${number} of theirs now.`,
  moved: (name: string, to: Stage, on: Day): Line => line`${strong(name)}: ${stage[to]}, on ${day(on)}.`,
  alreadyThere: (name: string, at: Stage): Line => line`${strong(name)} stands at “${stage[at]}” already.`,
  atTheEnd: (name: string, at: Stage): Line =>
    line`${strong(name)} stands at “${stage[at]}”; there is no further step. ${code('to:')} names another stage.`,
  illegalMove: (name: string, from: Stage, to: Stage, allowed: readonly Stage[]): Line =>
    line`${strong(name)} stands at “${stage[from]}” and cannot go to “${stage[to]}” in one step, because each step keeps its date. From here it goes to ${either(allowed.map((one) => stage[one]))}. To go back, use ${code('/lor undo')}.`,
  inTheFuture: (on: Day): Line => line`${day(on)} lies ahead. Give the day on which it happened.`,
  beforeLast: (on: Day, at: Stage, last: Day): Line =>
    line`${day(on)} is before “${stage[at]}” on ${day(last)}. Give that day or a later one.`,
  answerOnlyWhenAgreed: line`What they promised goes with “agreed”: add ${code('to:agreed')}.`,
  dueTooFar: (on: Day): Line => line`${day(on)} is more than five years away. Please check the year.`,
  dueTooOld: (on: Day): Line => line`${day(on)} is more than a year ago. A due date may be a new one.`,
  edited: (name: string): Line => line`${strong(name)} is changed.`,
  nothingChanged: line`That is how it stands already; nothing was changed.`,
  removed: (name: string): Line =>
    line`The letter of ${strong(name)} is removed, with its history. Undo brings it back.`,
  /** The writer stays. */
  removedOnly: (name: string): Line =>
    line`The letter of ${strong(name)} is removed, with its history; they stay among your writers. Undo brings the letter back.`,
  undone: (what: Line): Line => line`Taken back: ${what}`,
  takenBackAlready: line`That was taken back already.`,
  newerStands: (what: Line): Line => line`Something newer stands: ${what}. Take that back first; this can follow.`,
  nothingToUndo: line`There is nothing to take back.`,
  change: {
    added: (name: string): Line => line`added ${strong(name)}`,
    removed: (name: string): Line => line`removed ${strong(name)}`,
    many: (number: number): Line => line`changes to ${number} entries`,
    moved: (name: string, from: Stage, to: Stage): Line =>
      line`${strong(name)} from “${stage[from]}” to “${stage[to]}”`,
    edited: (name: string, how: Line): Line => line`changed ${strong(name)}: ${how}`,
    touched: (name: string): Line => line`changed ${strong(name)}`,
    field: (label: string, before: Line | null, after: Line | null): Line =>
      line`${label} from ${before ?? 'nothing'} to ${after ?? 'nothing'}`,
  },
  step: (to: Stage, on: Day): Line => line`${stage[to]} on ${day(on)}`,
  notFound: (typed: string): Line => line`You have no letter that fits “${typed}”.`,
  noLetters: line`You do not track any letters yet. Begin with the person who knows your work best.`,
  several: (typed: string): Line => line`“${typed}” fits several of your letters. Which one?`,
  limit: (kind: 'writers' | 'letters', max: number): Line =>
    line`You track ${max} ${kind} already, and that is the most there can be. Remove one that you no longer need first.`,
  list: {
    ofSeason: (season: string): string => `Season ${season}`,
    title: (number: number) => `Your ${number === 1 ? 'letter' : `${number} letters`}`,
    titleOf: (number: number, season: string) =>
      `Your ${number === 1 ? 'letter' : `${number} letters`} of season ${season}`,
    noneOf: (season: string): Line => line`You have no letters of season ${season}.`,
    page: (page: number, pages: number): Line => line`Page ${page} of ${pages}.`,
    noSuchPage: (pages: number): Line => line`There ${pages === 1 ? 'is 1 page' : `are ${pages} pages`}.`,
    previous: 'Earlier page',
    next: 'Next page',
  },
  today: {
    title: 'Today',
    overdue: 'Overdue',
    soon: 'Due in the next 14 days',
    nextSteps: 'Next steps',
    programs: 'Letters and programs',
    moreAlarms: (number: number): Line => line`And ${number} more: ${code('/lor program propose')}`,
    deadlines: 'Deadlines ahead',
    quiet: line`Nothing needs you today.`,
    remindersOff: line`Reminders by DM are off. They come only if you ask for them.`,
    more: (number: number): Line => line`And ${number} more: ${code('/lor list')}`,
    moreDeadlines: (number: number): Line => line`And ${number} more later.`,
    seasonOver: (season: string): Line =>
      line`Season ${season} is over. Going on leaves what belongs to it there, to be looked up and used again.`,
    goOn: (season: string) => `Go on to ${season}`,
    start: line`Welcome. I keep track of your letters: who writes, how far each is, and what comes next. Only you see them.`,
  },
  buttons: {
    add: 'Add a letter',
    addAnother: 'Add another',
    show: 'Show',
    edit: 'Edit',
    undo: 'Undo',
    list: 'My letters',
    remindMe: 'Remind me',
    declined: 'They said no',
    lukewarm: 'A lukewarm yes',
    strongYes: 'A strong yes',
    useIn: (season: string): string => `Use in season ${season}`,
    packet: 'Packet',
    draftAsk: 'Draft the request',
    draftNudge: 'Draft a reminder',
    draftStepBack: 'Draft a way out',
    draftThanks: 'Draft the thanks',
    draftResult: 'Tell the result',
    backup: 'Backup',
  },
};

/** The rows as they lie in the database. Nothing outside `src/storage` sees one. */
export interface Tables {
  members: MembersTable;
  memberships: MembershipsTable;
  writers: WritersTable;
  letters: LettersTable;
  changes: ChangesTable;
  communities: CommunitiesTable;
  deadlines: DeadlinesTable;
  digests: DigestsTable;
  channels: ChannelsTable;
  conversations: ConversationsTable;
  answered: AnsweredTable;
  deliveries: DeliveriesTable;
  told: ToldTable;
  own_reminders: OwnRemindersTable;
  holds: HoldsTable;
  closed_dms: ClosedDmsTable;
  receipts: ReceiptsTable;
  adapter_state: AdapterStateTable;
  inbox: InboxTable;
  grants: GrantsTable;
  helpers: HelpersTable;
  community_answers: CommunityAnswersTable;
  answer_versions: AnswerVersionsTable;
  submissions: SubmissionsTable;
  votes: VotesTable;
  gaps: GapsTable;
  programs: ProgramsTable;
  vault_keys: VaultKeysTable;
  shares: SharesTable;
  share_views: ShareViewsTable;
  feeds: FeedsTable;
  imports: ImportsTable;
  confirmed_dates: ConfirmedDatesTable;
  cohort_figures: CohortFiguresTable;
  cohort_answers: CohortAnswersTable;
}

export interface MembersTable {
  id: string;
  platform: string;
  workspace: string;
  account: string;
  zone: string | null;
  service: string | null;
  /** JSON list of texts. */
  specialties: string;
  img: number | null;
  reapplicant: number | null;
  language: string | null;
  season: string | null;
  reminders: number;
  paused_until: string | null;
  hours_from: string | null;
  hours_until: string | null;
  /** Digits 1 to 7. */
  work_days: string | null;
  /** Whether they count in the figures of their communities. */
  cohort: number;
  /** When something is to be told next. */
  check_at: string | null;
  /** Whether that has to be reckoned anew. */
  stale: number;
  /** Whether the bot is used outside of every community, or can be. */
  personal: number;
  created_at: string;
}

export interface MembershipsTable {
  member: string;
  community: string;
}

export interface WritersTable {
  id: string;
  member: string;
  name: string;
  title: string | null;
  kind: string | null;
  met: string | null;
  /** Sealed. */
  email: string | null;
  /** Sealed. */
  notes: string | null;
  specialty: string | null;
  in_us: number | null;
  knows: string | null;
  rotation_ends: string | null;
}

export interface LettersTable {
  id: string;
  member: string;
  writer: string;
  service: string | null;
  specialty: string | null;
  due: string | null;
  stage: string;
  answer: string | null;
  /** JSON record: stage to day. */
  reached: string;
  season: string | null;
  form: string | null;
  chair: number | null;
  waived: number | null;
  /** JSON record: item to day. */
  packet: string;
  /** Sealed. */
  sheet: string | null;
  /** JSON list. */
  nudges: string;
  thanked: string | null;
  told: string | null;
  original: string | null;
  /** JSON record. */
  backup: string | null;
}

export interface ProgramsTable {
  id: string;
  member: string;
  name: string;
  specialty: string | null;
  service: string | null;
  season: string | null;
  due: string | null;
  setting: string | null;
  /** JSON record. */
  needs: string;
  applied: string | null;
  /** JSON list. */
  letters: string;
  /** Sealed. */
  notes: string | null;
}

export interface ChangesTable {
  id: string;
  member: string;
  number: number;
  at: string;
  command: string;
  /** JSON list of changed records, sealed; rows of the first versions are not. */
  records: string;
  undoes: string | null;
}

export interface CommunitiesTable {
  id: string;
  platform: string;
  workspace: string;
  created_at: string;
  /** The latest sign that the bot is there, to the minute. */
  seen_at: string;
  /** When the bot was removed. */
  left_at: string | null;
}

export interface DeadlinesTable {
  id: string;
  community: string;
  number: number;
  name: string;
  day: string;
  time: string | null;
  zone: string;
}

export interface DigestsTable {
  id: string;
  community: string;
  number: number;
  channel: string;
  cron: string;
  zone: string;
  ahead: number;
  next_at: string | null;
  paused: number;
  /** JSON list; null is all. */
  services: string | null;
  /** Whether the figures of those who share theirs are in it. */
  cohort: number;
}

export interface ChannelsTable {
  community: string;
  channel: string;
  mode: string;
  pause: number;
}

export interface ConversationsTable {
  key: string;
  topic: string;
  at: string;
}

export interface AnsweredTable {
  place: string;
  topic: string;
  link: string | null;
  at: string;
}

export interface DeliveriesTable {
  id: string;
  key: string;
  member: string | null;
  community: string | null;
  platform: string;
  /** Where the target is: `W1/C1`, `W1/@U1`. */
  place: string;
  /** JSON target. */
  target: string;
  zone: string;
  /** JSON payload. */
  payload: string;
  run_at: string;
  try_at: string;
  state: string;
  attempts: number;
  attempted_at: string | null;
  /** How often the bot stopped while it was under way. */
  crashes: number;
  /** How many tries may have arrived. */
  in_doubt: number;
  ref: string | null;
  reason: string | null;
}

export interface HoldsTable {
  platform: string;
  scope: string;
  until: string;
  reason: string | null;
}

export interface ClosedDmsTable {
  member: string;
  reason: string;
  at: string;
}

export interface ToldTable {
  member: string;
  key: string;
  delivery: string;
}

export interface OwnRemindersTable {
  id: string;
  member: string;
  number: number;
  /** Sealed. */
  text: string;
  day: string;
  time: string;
  repeats: string;
  next_at: string | null;
}

export interface ReceiptsTable {
  key: string;
  at: string;
}

export interface AdapterStateTable {
  platform: string;
  tenant: string;
  name: string;
  value: string;
}

export interface InboxTable {
  platform: string;
  key: string;
  workspace: string;
  user: string;
  /** Sealed JSON question. */
  value: string;
  /** How often its answer was begun. */
  tries: number;
  at: string;
}

export interface GrantsTable {
  community: string;
  account: string;
  role: string;
  at: string;
}

export interface HelpersTable {
  community: string;
  channel: string | null;
  role: string | null;
}

export interface CommunityAnswersTable {
  id: string;
  community: string;
  slug: string;
  version: number;
}

export interface AnswerVersionsTable {
  answer: string;
  number: number;
  what: string;
  member: string | null;
  at: string;
  title: string;
  question: string;
  text: string;
  /** JSON list of texts. */
  aliases: string;
  link: string | null;
}

export interface SubmissionsTable {
  id: string;
  community: string;
  number: number;
  member: string;
  kind: string;
  question: string;
  text: string | null;
  at: string;
}

export interface VotesTable {
  community: string;
  topic: string;
  member: string;
  helped: number;
}

export interface GapsTable {
  community: string;
  topic: string;
  day: string;
  count: number;
}

export interface VaultKeysTable {
  id: string;
  proof: string;
}

export interface SharesTable {
  id: string;
  member: string;
  platform: string;
  workspace: string;
  viewer: string;
  since: string;
  until: string;
  stopped: string | null;
}

export interface ShareViewsTable {
  share: string;
  at: string;
}

export interface FeedsTable {
  member: string;
  token_hash: string;
  since: string;
}

export interface ImportsTable {
  id: string;
  member: string;
  /** Sealed. */
  text: string;
  columns: string | null;
  at: string;
}

export interface ConfirmedDatesTable {
  community: string;
  /** The id of a row of the calendar. */
  date: string;
  day: string;
  time: string | null;
}

export interface CohortFiguresTable {
  community: string;
  at: string;
  members: number;
  asked: number;
}

export interface CohortAnswersTable {
  community: string;
  member: string;
  asked: number;
}

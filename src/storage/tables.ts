/** The rows as they lie in the database. Nothing outside `src/storage` sees one. */
export interface Tables {
  members: MembersTable;
  writers: WritersTable;
  letters: LettersTable;
  changes: ChangesTable;
  communities: CommunitiesTable;
  deadlines: DeadlinesTable;
  digests: DigestsTable;
  deliveries: DeliveriesTable;
  reminded: RemindedTable;
  receipts: ReceiptsTable;
  adapter_state: AdapterStateTable;
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
  reminders: number;
  created_at: string;
}

export interface WritersTable {
  id: string;
  member: string;
  name: string;
  title: string | null;
  kind: string | null;
  met: string | null;
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
}

export interface ChangesTable {
  id: string;
  member: string;
  number: number;
  at: string;
  command: string;
  /** JSON list of changed records. */
  records: string;
  undoes: string | null;
}

export interface CommunitiesTable {
  id: string;
  platform: string;
  workspace: string;
  created_at: string;
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
}

export interface DeliveriesTable {
  id: string;
  key: string;
  member: string | null;
  community: string | null;
  platform: string;
  /** JSON target. */
  target: string;
  zone: string;
  /** JSON payload. */
  payload: string;
  run_at: string;
  state: string;
  attempts: number;
  attempted_at: string | null;
  in_doubt: number;
  ref: string | null;
  reason: string | null;
}

export interface RemindedTable {
  member: string;
  letter: string;
  rule: string;
  delivery: string;
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

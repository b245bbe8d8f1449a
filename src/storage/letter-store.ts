import type { MemberId } from '../core/command.ts';
import type { Vault } from '../core/ports.ts';
import type { ChangedRecord, LetterWithWriter } from '../letters/letter.ts';
import { recordId } from '../letters/letter.ts';
import type { LetterStore } from '../letters/letter-store.ts';
import type { Trx } from './database.ts';
import { trackingRows } from './tracking-rows.ts';

type Rows = ReturnType<typeof trackingRows>;

export function letterStore(trx: Trx, vault: Vault): LetterStore {
  const rows = trackingRows(vault);

  async function writers(member: MemberId) {
    const found = await trx.selectFrom('writers').selectAll().where('member', '=', member).orderBy('id').execute();
    return found.map(rows.toWriter);
  }

  return {
    writers,
    async list(member) {
      const known = new Map((await writers(member)).map((writer) => [writer.id, writer]));
      const found = await trx.selectFrom('letters').selectAll().where('member', '=', member).execute();
      return found
        .flatMap((row): LetterWithWriter[] => {
          const writer = known.get(row.writer);
          return writer ? [{ letter: rows.toLetter(row), writer }] : [];
        })
        .sort(byDueAndName);
    },
    async find(member, letter) {
      const row = await trx
        .selectFrom('letters')
        .selectAll()
        .where('member', '=', member)
        .where('id', '=', letter)
        .executeTakeFirst();
      if (!row) return undefined;
      const writer = await trx
        .selectFrom('writers')
        .selectAll()
        .where('member', '=', member)
        .where('id', '=', row.writer)
        .executeTakeFirstOrThrow();
      return { letter: rows.toLetter(row), writer: rows.toWriter(writer) };
    },
    async programs(member) {
      const found = await trx.selectFrom('programs').selectAll().where('member', '=', member).execute();
      return found.map(rows.toProgram).sort((a, b) => order(a.name, b.name) || order(a.id, b.id));
    },
    async apply(change) {
      for (const record of change.records) await applyRecord(trx, rows, change.member, record);
      await trx.updateTable('members').set({ stale: 1 }).where('id', '=', change.member).execute();
      const number = await nextChangeNumber(trx, change.member);
      await trx
        .insertInto('changes')
        .values(rows.fromChange({ ...change, number }))
        .execute();
    },
    async history(member, records) {
      const found = await trx
        .selectFrom('changes')
        .selectAll()
        .where('member', '=', member)
        .orderBy('number')
        .execute();
      const all = found.map(rows.toChange);
      return records === 'all'
        ? all
        : all.filter((change) => change.records.some((one) => records.includes(recordId(one))));
    },
    async lastStanding(member) {
      const row = await trx
        .selectFrom('changes')
        .selectAll('changes')
        .leftJoin('changes as undo', 'undo.undoes', 'changes.id')
        .where('changes.member', '=', member)
        .where('changes.undoes', 'is', null)
        .where('undo.id', 'is', null)
        .orderBy('changes.number', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && rows.toChange(row);
    },
    async isTakenBack(member, change) {
      const row = await trx
        .selectFrom('changes')
        .select('id')
        .where('member', '=', member)
        .where('undoes', '=', change)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

/** What is due first on top, then by name, and what has no date last. */
function byDueAndName(a: LetterWithWriter, b: LetterWithWriter): number {
  const due = order(a.letter.due ?? '9999', b.letter.due ?? '9999');
  return due || order(a.writer.name, b.writer.name) || order(a.letter.id, b.letter.id);
}

/** By code points without case: the same on every machine, whatever its locale. */
function order(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

async function nextChangeNumber(trx: Trx, member: MemberId): Promise<number> {
  const { largest } = await trx
    .selectFrom('changes')
    .select((expression) => expression.fn.max('number').as('largest'))
    .where('member', '=', member)
    .executeTakeFirstOrThrow();
  return Number(largest ?? 0) + 1;
}

const tables = { writer: 'writers', letter: 'letters', program: 'programs' } as const;

/** A record of another member's is never touched: the member is part of every condition. */
async function applyRecord(trx: Trx, rows: Rows, member: MemberId, record: ChangedRecord): Promise<void> {
  const table = tables[record.kind];
  const id = recordId(record);
  if (record.after === null) {
    await trx.deleteFrom(table).where('id', '=', id).where('member', '=', member).execute();
    return;
  }
  const row = { ...rowOf(rows, record), member };
  if (record.before) await trx.updateTable(table).set(row).where('id', '=', id).where('member', '=', member).execute();
  else await trx.insertInto(table).values(row).execute();
}

function rowOf(rows: Rows, record: ChangedRecord) {
  switch (record.kind) {
    case 'writer':
      return rows.fromWriter(required(record.after));
    case 'letter':
      return rows.fromLetter(required(record.after));
    case 'program':
      return rows.fromProgram(required(record.after));
  }
}

function required<T>(value: T | null): T {
  if (value === null) throw new Error('there is nothing to store');
  return value;
}

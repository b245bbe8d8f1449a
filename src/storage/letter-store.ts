import { sql } from 'kysely';
import type { MemberId } from '../core/command.ts';
import type { Change, ChangedRecord, Letter, LetterWithWriter, Writer } from '../letters/letter.ts';
import { recordId } from '../letters/letter.ts';
import type { LetterStore } from '../letters/letter-store.ts';
import type { Trx } from './database.ts';
import type { ChangesTable, LettersTable, WritersTable } from './tables.ts';

export function letterStore(trx: Trx): LetterStore {
  const withWriter = () =>
    trx
      .selectFrom('letters')
      .innerJoin('writers', 'writers.id', 'letters.writer')
      .selectAll('letters')
      .select(['writers.name', 'writers.title', 'writers.kind', 'writers.met']);

  return {
    async list(member) {
      const rows = await withWriter()
        .where('letters.member', '=', member)
        .orderBy(sql`letters.due is null`)
        .orderBy('letters.due')
        .orderBy((expression) => expression.fn('lower', ['writers.name']))
        .orderBy('letters.id')
        .execute();
      return rows.map(toLetterWithWriter);
    },
    async writers(member) {
      const rows = await trx.selectFrom('writers').selectAll().where('member', '=', member).orderBy('id').execute();
      return rows.map(toWriter);
    },
    async find(member, letter) {
      const row = await withWriter()
        .where('letters.member', '=', member)
        .where('letters.id', '=', letter)
        .executeTakeFirst();
      return row && toLetterWithWriter(row);
    },
    async apply(change) {
      for (const record of change.records) await applyRecord(trx, change.member, record);
      const number = await nextChangeNumber(trx, change.member);
      await trx
        .insertInto('changes')
        .values(toChangeRow({ ...change, number }))
        .execute();
    },
    async history(member, records) {
      const rows = await trx.selectFrom('changes').selectAll().where('member', '=', member).orderBy('number').execute();
      return rows.map(toChange).filter((change) => change.records.some((one) => records.includes(recordId(one))));
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
      return row && toChange(row);
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

async function nextChangeNumber(trx: Trx, member: MemberId): Promise<number> {
  const { largest } = await trx
    .selectFrom('changes')
    .select((expression) => expression.fn.max('number').as('largest'))
    .where('member', '=', member)
    .executeTakeFirstOrThrow();
  return Number(largest ?? 0) + 1;
}

/** A record of another member's is never touched: the member is part of every condition. */
async function applyRecord(trx: Trx, member: MemberId, record: ChangedRecord): Promise<void> {
  const { kind, before, after } = record;
  const table = kind === 'writer' ? 'writers' : 'letters';
  if (after === null) {
    await trx.deleteFrom(table).where('id', '=', recordId(record)).where('member', '=', member).execute();
  } else if (kind === 'writer') {
    if (before)
      await trx.updateTable('writers').set(after).where('id', '=', after.id).where('member', '=', member).execute();
    else
      await trx
        .insertInto('writers')
        .values({ ...after, member })
        .execute();
  } else {
    const row = toLetterRow(after);
    if (before)
      await trx.updateTable('letters').set(row).where('id', '=', row.id).where('member', '=', member).execute();
    else
      await trx
        .insertInto('letters')
        .values({ ...row, member })
        .execute();
  }
}

type JoinedRow = LettersTable & Pick<WritersTable, 'name' | 'title' | 'kind' | 'met'>;

function toLetterWithWriter(row: JoinedRow): LetterWithWriter {
  const { name, title, kind, met, ...letter } = row;
  return {
    letter: toLetter(letter),
    writer: toWriter({ id: row.writer, member: row.member, name, title, kind, met }),
  };
}

function toWriter(row: WritersTable): Writer {
  return { ...row, kind: row.kind as Writer['kind'] };
}

function toLetter(row: LettersTable): Letter {
  return {
    ...row,
    service: row.service as Letter['service'],
    due: row.due as Letter['due'],
    stage: row.stage as Letter['stage'],
    answer: row.answer as Letter['answer'],
    reached: JSON.parse(row.reached) as Letter['reached'],
  };
}

function toLetterRow(letter: Letter): LettersTable {
  return { ...letter, reached: JSON.stringify(letter.reached) };
}

function toChange(row: ChangesTable): Change {
  return { ...row, at: row.at as Change['at'], records: JSON.parse(row.records) as Change['records'] };
}

function toChangeRow(change: Change): ChangesTable {
  return { ...change, records: JSON.stringify(change.records) };
}

import type { Kysely, Migration } from 'kysely';
import { createTable } from './table.ts';

export const curation: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await roles(db);
    await answers(db);
    await submissions(db);
    await feedback(db);
  },
};

async function roles(db: Kysely<unknown>): Promise<void> {
  // By the platform's account: somebody can be made a curator before they ever said anything.
  await createTable(db, 'grants')
    .addColumn('community', 'text', (column) => column.notNull().references('communities.id').onDelete('cascade'))
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('grants_key', ['community', 'account'])
    .execute();

  await createTable(db, 'helpers')
    .addColumn('community', 'text', (column) => column.primaryKey().references('communities.id').onDelete('cascade'))
    .addColumn('channel', 'text')
    .addColumn('role', 'text')
    .execute();
}

async function answers(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'community_answers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('community', 'text', (column) => column.notNull().references('communities.id').onDelete('cascade'))
    .addColumn('slug', 'text', (column) => column.notNull())
    // The number of the version that stands.
    .addColumn('version', 'integer', (column) => column.notNull())
    .addUniqueConstraint('community_answers_slug', ['community', 'slug'])
    .execute();

  // Every version stays, so that what was said and by whom can be looked up.
  await createTable(db, 'answer_versions')
    .addColumn('answer', 'text', (column) => column.notNull().references('community_answers.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('member', 'text', (column) => column.references('members.id').onDelete('set null'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('aliases', 'text', (column) => column.notNull())
    .addColumn('link', 'text')
    .addPrimaryKeyConstraint('answer_versions_key', ['answer', 'number'])
    .execute();
}

async function submissions(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'submissions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('community', 'text', (column) => column.notNull().references('communities.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('member', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addUniqueConstraint('submissions_number', ['community', 'number'])
    .execute();
  await db.schema.createIndex('submissions_at').on('submissions').columns(['kind', 'at']).execute();
}

async function feedback(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'votes')
    .addColumn('community', 'text', (column) => column.notNull().references('communities.id').onDelete('cascade'))
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('member', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
    .addColumn('helped', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('votes_key', ['community', 'topic', 'member'])
    .execute();

  // A day and a number: neither words nor people.
  await createTable(db, 'gaps')
    .addColumn('community', 'text', (column) => column.notNull().references('communities.id').onDelete('cascade'))
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('gaps_key', ['community', 'topic', 'day'])
    .execute();
}

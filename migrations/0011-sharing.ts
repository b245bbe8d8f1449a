import type { Kysely, Migration } from 'kysely';
import { createTable } from './table.ts';

export const sharing: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // A board that a member lets one person look at for a while.
    await createTable(db, 'shares')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('member', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('viewer', 'text', (column) => column.notNull())
      .addColumn('since', 'text', (column) => column.notNull())
      .addColumn('until', 'text', (column) => column.notNull())
      .addColumn('stopped', 'text')
      .execute();
    await db.schema.createIndex('shares_member').on('shares').column('member').execute();
    await db.schema.createIndex('shares_viewer').on('shares').columns(['platform', 'workspace', 'viewer']).execute();

    // When it was looked at, for the member to see.
    await createTable(db, 'share_views')
      .addColumn('share', 'text', (column) => column.notNull().references('shares.id').onDelete('cascade'))
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('share_views_share').on('share_views').column('share').execute();

    // The address of a member's calendar: only a digest of its secret part is kept.
    await createTable(db, 'feeds')
      .addColumn('member', 'text', (column) => column.primaryKey().references('members.id').onDelete('cascade'))
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('since', 'text', (column) => column.notNull())
      .execute();

    // A file that was read and waits for a yes. Its text is sealed.
    await createTable(db, 'imports')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('member', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('columns', 'text')
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('imports_at').on('imports').column('at').execute();
  },
};

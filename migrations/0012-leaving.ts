import { type Kysely, type Migration, sql } from 'kysely';
import { createTable } from './table.ts';

export const leaving: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // Where a member uses the bot.
    await createTable(db, 'memberships')
      .addColumn('member', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
      .addColumn('community', 'text', (column) => column.notNull().references('communities.id').onDelete('cascade'))
      .addPrimaryKeyConstraint('memberships_key', ['member', 'community'])
      .execute();
    await db.schema.createIndex('memberships_community').on('memberships').column('community').execute();

    // Outside of every community, or by an installation of their own.
    await db.schema
      .alterTable('members')
      .addColumn('personal', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();

    await db.schema
      .alterTable('communities')
      .addColumn('seen_at', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await db.schema.alterTable('communities').addColumn('left_at', 'text').execute();

    // What is deleted is looked for in each table that may name it, which must not mean reading all of it.
    for (const table of ['answer_versions', 'deliveries', 'reminded', 'submissions', 'votes'])
      await db.schema.createIndex(`${table}_member`).on(table).column('member').execute();
    await db.schema.createIndex('deliveries_community').on('deliveries').column('community').execute();
    await db.schema.createIndex('letters_writer').on('letters').column('writer').execute();

    await noteWhatIsKnown(db);
  },
};

/**
 * An account that belongs to a workspace used the bot there. Where any other did, nobody noted:
 * they count as using it by themselves, so that nothing of theirs goes without their doing.
 */
async function noteWhatIsKnown(db: Kysely<unknown>): Promise<void> {
  await sql`update communities set seen_at = created_at`.execute(db);
  // Our ids are unique among all tables, so that of a member will do.
  await sql`
    insert into communities (id, platform, workspace, created_at, seen_at)
    select min(id), platform, workspace, min(created_at), min(created_at) from members
    where workspace <> '' and not exists (
      select 1 from communities
      where communities.platform = members.platform and communities.workspace = members.workspace
    )
    group by platform, workspace`.execute(db);
  await sql`
    insert into memberships (member, community)
    select members.id, communities.id from members
    join communities on communities.platform = members.platform and communities.workspace = members.workspace
    where members.workspace <> ''`.execute(db);
  await sql`update members set personal = 1 where workspace = ''`.execute(db);
}

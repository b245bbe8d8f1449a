import { speaker } from '../../support/slack-people.ts';
import { team, type Workspace } from '../../support/slack-server.ts';
import type { startSlackBot } from '../../support/start-slack-bot.ts';
import { kept, plantedLines, readingLines } from '../planted.ts';

/** Another workspace with which the bot works. */
export const otherTeam = 'T0ELSEWHERE';

export type Bot = Awaited<ReturnType<typeof startSlackBot>>;

/** A member who is to be left in peace. */
export interface Planted {
  readonly user: string;
  readonly team: string;
  /** What is kept, by whoever may read it. */
  readonly words: readonly string[];
}

/** Two members with letters, programs, notes and reminders: one in each workspace. */
export async function plant(bot: Bot, workspace: Workspace): Promise<readonly Planted[]> {
  const planted = [
    { user: workspace.noah, team, words: kept[0] },
    { user: workspace.noah, team: otherTeam, words: kept[1] },
  ];
  for (const { user, team: home, words } of planted) {
    for (const line of plantedLines(words)) await speaker(workspace, bot.post, home).types(line, user);
  }
  return planted;
}

/** All that a planted member reads of themselves, as JSON. */
export async function readBack(bot: Bot, workspace: Workspace, { user, team: home }: Planted): Promise<string> {
  const people = speaker(workspace, bot.post, home);
  const read: unknown[] = [];
  for (const line of readingLines) read.push((await people.types(line, user)).body);
  return JSON.stringify(read);
}

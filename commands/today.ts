import { type Context, defineCommand } from '../src/core/command.ts';
import { reply } from '../src/core/reply.ts';
import { type TodayPorts, todayBlocks } from './shared/today-blocks.ts';

export default defineCommand({
  path: 'lor today',
  summary: 'What needs you now: letters, next steps, deadlines',
  examples: ['/lor today'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: {},
  run: async (_, context: Context<TodayPorts>) => reply(...(await todayBlocks(context, true))),
});

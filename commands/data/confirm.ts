import { type Context, defineCommand } from '../../src/core/command.ts';
import { text } from '../../src/core/options.ts';
import { type ErasePorts, eraseAll } from '../shared/erase-all.ts';

/** What the button under `/lor data erase` opens: a form that asks for the word. */
export default defineCommand({
  path: 'lor data confirm',
  summary: 'Delete everything that I keep of you',
  examples: ['/lor data confirm DELETE'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  hidden: true,
  options: { confirm: text('Type DELETE to confirm', { max: 20 }) },
  run: ({ confirm }, context: Context<ErasePorts>) => eraseAll(confirm, context),
});

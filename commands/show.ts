import { type Context, defineCommand } from '../src/core/command.ts';
import { text } from '../src/core/options.ts';
import { requireLetter, suggestLetters } from '../src/views/choose-letter.ts';
import { letterPage, type PagePorts } from '../src/views/letter-page.ts';

export default defineCommand({
  path: 'lor show',
  summary: 'One letter with its history and what comes next',
  examples: ['/lor show chen', '/lor show "Dr. Chen carms"'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: { letter: text('Letter, by its writer', { max: 120 }) },
  suggest: { letter: suggestLetters },
  async run({ letter }, context: Context<PagePorts>) {
    return letterPage(await requireLetter(letter, context, { path: 'lor show' }), context);
  },
});

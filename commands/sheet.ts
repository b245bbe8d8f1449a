import { type Context, defineCommand } from '../src/core/command.ts';
import { clearable, text } from '../src/core/options.ts';
import { textLimits } from '../src/letters/letter.ts';
import { type LetterPorts, requireLetter, suggestLetters } from '../src/views/choose-letter.ts';
import { type ApplyPorts, standing } from './shared/apply.ts';
import { aboutPatient } from './shared/options.ts';
import { savePacket } from './shared/save-packet.ts';

/** The form for a reminder sheet, which a button of the packet opens. */
export default defineCommand({
  path: 'lor sheet',
  summary: 'The reminder sheet of a letter',
  examples: ['/lor sheet chen sheet:"Led the sepsis quality project"'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  hidden: true,
  options: {
    letter: text('Letter, by its writer', { max: 120 }),
    sheet: clearable(text('What you did together: a point a line', { max: textLimits.sheet, paragraphs: true })),
    patient: aboutPatient,
  },
  suggest: { letter: suggestLetters },
  async fill({ letter }, context: Context<LetterPorts>) {
    const found = await requireLetter(letter, context, { path: 'lor sheet' });
    return standing({ letter: found.letter.id, sheet: found.letter.sheet });
  },
  run: (args, context: Context<LetterPorts & ApplyPorts>) => savePacket('lor sheet', args, context),
});

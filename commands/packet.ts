import { type Context, defineCommand } from '../src/core/command.ts';
import { choice, clearable, flag, optional, text } from '../src/core/options.ts';
import { textLimits } from '../src/letters/letter.ts';
import { fitsLetter, type LetterPorts, suggestLetters } from '../src/views/choose-letter.ts';
import type { ApplyPorts } from './shared/apply.ts';
import { aboutPatient } from './shared/options.ts';
import { savePacket } from './shared/save-packet.ts';

export default defineCommand({
  path: 'lor packet',
  summary: 'What goes to a writer after a yes, to tick off',
  examples: ['/lor packet chen', '/lor packet chen item:cv', '/lor packet chen sheet:"Led the sepsis quality project"'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    letter: text('Letter, by its writer', { max: 120 }),
    item: optional(
      choice(
        'What is ready',
        {
          cv: 'CV',
          statement: 'Personal statement',
          request: 'How the letter gets to the portal',
          sheet: 'Reminder sheet',
          programs: 'Program list',
          photo: 'Photo',
        },
        {
          ps: 'statement',
          lrf: 'request',
          'request form': 'request',
          bullets: 'sheet',
          picture: 'photo',
          list: 'programs',
        },
      ),
    ),
    ready: optional(flag('Is it ready? Yes if left out')),
    sheet: clearable(text('Reminder sheet: a point a line, or ; between', { max: textLimits.sheet, paragraphs: true })),
    patient: aboutPatient,
  },
  suggest: { letter: suggestLetters },
  beside: { options: ['item'], fits: fitsLetter },
  run: (args, context: Context<LetterPorts & ApplyPorts>) => savePacket('lor packet', args, context),
});

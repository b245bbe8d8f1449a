import { type Context, defineCommand } from '../src/core/command.ts';
import { choice, clearable, flag, optional, text } from '../src/core/options.ts';
import type { Line } from '../src/core/reply.ts';
import type { Day } from '../src/core/time.ts';
import { type Letter, textLimits } from '../src/letters/letter.ts';
import type { PacketItem } from '../src/letters/packet.ts';
import { type LetterPorts, requireLetter, suggestLetters } from '../src/views/choose-letter.ts';
import { refuseCertainPatientData, refusePatientData } from '../src/views/guard.ts';
import { packetReply } from '../src/views/packet.ts';
import { type ApplyPorts, applyChange, onlyNew } from './shared/apply.ts';
import { aboutPatient } from './shared/options.ts';

export default defineCommand({
  path: 'lor packet',
  summary: 'What goes to a writer after a yes, to tick off',
  examples: ['/lor packet chen', '/lor packet chen item:cv', '/lor packet chen sheet:"Led the sepsis quality project"'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    letter: text('Letter, by the name of its writer', { max: 120 }),
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
    sheet: clearable(text('Reminder sheet: a point a line', { max: textLimits.sheet, paragraphs: true })),
    patient: aboutPatient,
  },
  suggest: { letter: suggestLetters },
  async run(args, context: Context<LetterPorts & ApplyPorts>) {
    const { today, ports } = context;
    const { words } = ports;
    refuseCertainPatientData({ sheet: args.sheet }, words);
    const found = await requireLetter(args.letter, context, { path: 'lor packet', args });
    refusePatientData({ sheet: onlyNew(args.sheet, found.letter.sheet) }, { path: 'lor packet', args }, words);
    const sheet = args.sheet === undefined ? found.letter.sheet : args.sheet;
    const ticked = args.item && { [args.item]: args.ready ?? true };
    const after: Letter = {
      ...found.letter,
      sheet,
      packet: tick(found.letter.packet, { ...ticked, ...(args.sheet && { sheet: true }) }, today),
    };
    if (JSON.stringify(after) === JSON.stringify(found.letter)) return packetReply(found, words);
    const change = await applyChange(context, 'lor packet', [{ kind: 'letter', before: found.letter, after }]);
    return packetReply({ ...found, letter: after }, words, { first: firstLine(), change });

    function firstLine(): Line {
      if (args.item) return args.ready === false ? words.packet.unticked(args.item) : words.packet.ticked(args.item);
      return sheet === null ? words.packet.sheetGone : words.packet.sheetKept;
    }
  },
});

/** The ticks afterwards; what is ready already keeps its day. */
function tick(
  packet: Letter['packet'],
  changes: Readonly<Partial<Record<PacketItem, boolean>>>,
  today: Day,
): Letter['packet'] {
  const after = { ...packet };
  for (const [item, ready] of Object.entries(changes) as [PacketItem, boolean][]) {
    if (ready) after[item] ??= today;
    else delete after[item];
  }
  return after;
}

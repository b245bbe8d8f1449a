import type { Context } from '../../src/core/command.ts';
import type { Line, Reply } from '../../src/core/reply.ts';
import type { Day } from '../../src/core/time.ts';
import type { Letter } from '../../src/letters/letter.ts';
import { type PacketItem, sheetFrom } from '../../src/letters/packet.ts';
import { type LetterPorts, requireLetter } from '../../src/views/choose-letter.ts';
import { refuseCertainPatientData, refusePatientData } from '../../src/views/guard.ts';
import { packetReply } from '../../src/views/packet.ts';
import type { Words } from '../../src/words/words.ts';
import { type ApplyPorts, applyChange, given, onlyNew } from '../shared/apply.ts';

/** What a packet was told: an item that is ready or not, the text of the reminder sheet, or neither. */
export interface TypedPacket {
  readonly letter: string;
  readonly item?: PacketItem | undefined;
  readonly ready?: boolean | undefined;
  /** `null` takes the sheet away. */
  readonly sheet?: string | null | undefined;
  readonly patient?: boolean | undefined;
}

/** Keeps what was told of a packet, and shows it. `path` is the command that goes on when a letter is picked. */
export async function savePacket(
  path: string,
  args: TypedPacket,
  context: Context<LetterPorts & ApplyPorts>,
): Promise<Reply> {
  const { today, ports } = context;
  const { words } = ports;
  refuseCertainPatientData({ sheet: args.sheet }, words);
  const found = await requireLetter(args.letter, context, { path, args: { ...args } });
  refusePatientData({ sheet: onlyNew(args.sheet, found.letter.sheet) }, { path, args: { ...args } }, words);
  const after = packetAfter(found.letter, args, today);
  if (JSON.stringify(after) === JSON.stringify(found.letter)) return packetReply(found, words);
  const change = await applyChange(context, 'lor packet', [{ kind: 'letter', before: found.letter, after }]);
  return packetReply({ ...found, letter: after }, words, { first: firstLine(args, after, words), change });
}

function packetAfter(letter: Letter, { item, ready = true, sheet }: TypedPacket, today: Day): Letter {
  const changes: Readonly<Partial<Record<PacketItem, boolean>>> = {
    ...(sheet !== undefined && { sheet: sheet !== null }),
    ...(item && { [item]: ready }),
  };
  return {
    ...letter,
    sheet: sheet ? sheetFrom(sheet) : given(sheet, letter.sheet),
    packet: tick(letter.packet, changes, today),
  };
}

function firstLine({ item, ready }: TypedPacket, { sheet }: Letter, { packet }: Words): Line {
  if (item) return ready === false ? packet.unticked(item) : packet.ticked(item);
  return sheet === null ? packet.sheetGone : packet.sheetKept;
}

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

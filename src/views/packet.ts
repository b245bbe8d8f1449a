import {
  bullets,
  button,
  buttons,
  heading,
  inPlace,
  type Line,
  note,
  paragraph,
  type Reply,
  reply,
  strong,
} from '../core/reply.ts';
import type { LetterWithWriter } from '../letters/letter.ts';
import { completeness, packetItems } from '../letters/packet.ts';
import type { Words } from '../words/words.ts';
import { undoButton } from './letter.ts';

/** The checklist of a packet, with a button to tick each item. */
export function packetReply(
  { letter, writer }: LetterWithWriter,
  words: Words,
  said: { readonly first?: Line; readonly change?: string } = {},
): Reply {
  const { packet } = words;
  const { ready, missing, complete } = completeness(letter.packet);
  const args = { letter: letter.id };
  const points = letter.sheet?.split('\n').filter((point) => point.trim() !== '') ?? [];
  const sendable = letter.stage === 'agreed';
  return reply(
    said.first && paragraph(said.first),
    heading(packet.title(writer.name)),
    bullets(
      packetItems.map((item) => {
        const on = letter.packet[item];
        return on === undefined ? packet.missing(item) : packet.ready(item, on);
      }),
    ),
    paragraph(packet.count(ready.length, packetItems.length)),
    complete ? paragraph(packet.complete) : bullets(missing.map((item) => packet.hints[item])),
    points.length > 0 && paragraph([strong(packet.sheetTitle)]),
    points.length > 0 && bullets(points.map((point): Line => [point.replace(/^\s*[-•*]\s*/u, '')])),
    !complete && sendable && paragraph(packet.incomplete),
    buttons(
      ...packetItems.map((item) => {
        const done = letter.packet[item] !== undefined;
        const change = { ...args, item, ready: done ? 'no' : 'yes' };
        return inPlace(button(packet.buttons.item(item, done), 'lor packet', change));
      }),
    ),
    buttons(
      button(letter.sheet === null ? packet.buttons.sheet : packet.buttons.editSheet, 'lor sheet', args),
      button(packet.buttons.draft, 'lor draft', { ...args, kind: 'packet' }),
      sendable && button(words.letters.nextStep.agreed, 'lor next', { ...args, to: 'packet-sent' }, 'primary'),
      said.change !== undefined && undoButton(said.change, words),
      button(words.letters.buttons.show, 'lor show', args),
    ),
    note(packet.filesStay),
  );
}

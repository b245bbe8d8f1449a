import { day, type Line, line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import type { PacketItem } from '../../letters/packet.ts';
import { letters } from './letters.ts';

/** What goes to a writer after a yes. */
export const packet = {
  title: (name: string): string => `The packet for ${name}`,
  ready: (item: PacketItem, on: Day): Line => line`✓ ${letters.packetItem[item]}, ready on ${day(on)}`,
  missing: (item: PacketItem): Line => line`☐ ${letters.packetItem[item]}`,
  count: (ready: number, all: number): Line => line`${ready} of ${all} ready.`,
  complete: line`The packet is complete. Send it in one mail.`,
  incomplete: line`You may send it as it is. A complete one saves the writer a question.`,
  /** What is worth knowing about an item that is not ready. */
  hints: {
    cv: line`${strong('CV')}: current, two pages are plenty.`,
    statement: line`${strong('Personal statement')}: a draft for this specialty will do.`,
    request: line`${strong('How the letter gets to the portal')}: the link or form that the service gives, and the date.`,
    sheet: line`${strong('Reminder sheet')}: a few points on what you did together. The most useful piece, and never with anything that tells who a patient is.`,
    programs: line`${strong('Program list')}: background only. A letter names no program.`,
    photo: line`${strong('Photo')}: the one of your application, so that they know whom they write about.`,
  } satisfies Record<PacketItem, Line>,
  ticked: (item: PacketItem): Line => line`${letters.packetItem[item]}: ready.`,
  unticked: (item: PacketItem): Line => line`${letters.packetItem[item]}: not ready.`,
  sheetTitle: 'Reminder sheet',
  sheetKept: line`The reminder sheet is kept, encrypted. It goes into the draft of the mail.`,
  sheetGone: line`The reminder sheet is gone.`,
  filesStay: line`I keep ticks and dates, no files.`,
  buttons: {
    /** Shows how the item stands; pressing it turns that round. */
    item: (item: PacketItem, ready: boolean): string => `${ready ? '✓' : '☐'} ${letters.packetItem[item]}`,
    draft: 'Draft the mail',
    sheet: 'Write the reminder sheet',
    editSheet: 'Change the reminder sheet',
  },
};

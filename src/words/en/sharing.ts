import { code, day, type Line, line, moment, person } from '../../core/reply.ts';
import type { Day, Instant, Zone } from '../../core/time.ts';
import { count } from './core.ts';

/** A board that one person may look at. */
export const sharing = {
  shared: (who: string, until: Day): Line =>
    line`${person(who)} can look at your board until ${day(until)}: initials, what each letter is for, stages and due dates. Notes, e-mails, programs and full names stay with you.`,
  tellThem: line`I write to nobody by myself. Tell them to type ${code('/lor share view')} to me.`,
  renewed: (who: string, until: Day): Line => line`${person(who)} can look at your board until ${day(until)} now.`,
  notYourself: line`Your own board is always open to you.`,
  limit: (max: number): Line =>
    line`You share your board with ${max} people already, the most there can be. Stop one first.`,
  listTitle: 'Who may look at your board',
  nobody: line`Nobody but you sees your board.`,
  open: (until: Day): Line => line`until ${day(until)}`,
  ended: (on: Day): Line => line`ended on ${day(on)}`,
  looked: (views: number, last: Instant | null, zone: Zone): Line =>
    last === null
      ? line`not looked at yet`
      : line`looked at ${views === 1 ? 'once' : count(views, 'time')}, last ${moment(last, zone)}`,
  stopped: (who: string): Line => line`${person(who)} can no longer look at your board.`,
  notShared: line`That board is not shared, or no longer is.`,
  notSharedWith: (who: string): Line => line`You do not share your board with ${person(who)}.`,
  offeredTitle: 'Boards that are shared with you',
  noneOffered: line`Nobody shares a board with you at present.`,
  offered: (who: string, until: Day): Line => line`${person(who)} · until ${day(until)}`,
  viewing: (who: string, until: Day): Line =>
    line`The board of ${person(who)}, to look at until ${day(until)}. They can see when you looked. Keep it to yourself.`,
  buttons: { stop: 'Stop', look: 'Look', list: 'Who may look', share: 'Share with an adviser' },
};

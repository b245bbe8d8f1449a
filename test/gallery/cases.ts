import type { Call } from '../../src/core/invocation.ts';
import type { Instant } from '../../src/core/time.ts';

/** One page of the gallery: something said on the way through a season, in this order. */
export interface Case {
  readonly title: string;
  readonly as?: string;
  readonly admin?: boolean;
  /** False in a Discord DM, where no community is known. */
  readonly community?: boolean;
  /** Lines said first, whose replies are not shown. */
  readonly before?: readonly string[];
  readonly says?: string;
  readonly call?: { readonly path: Call['path']; readonly args?: Call['args'] };
  /** The clock is moved here first. */
  readonly at?: Instant;
  /** Shows what was delivered last instead of the reply. */
  readonly delivered?: boolean;
}

const hostile = '*Dr* <!channel> @everyone [a](b) `x` :smile:';

export const cases: readonly Case[] = [
  { title: 'Help', says: '/lor help' },
  { title: 'Help on one command', says: '/lor help add' },
  { title: 'Help for an admin', says: '/lor help', admin: true, as: 'ana' },
  { title: 'Today, nothing yet', says: '/lor today' },
  { title: 'List, nothing yet', says: '/lor list' },
  { title: 'Add, incomplete', says: '/lor add' },
  { title: 'Add, impossible date', says: '/lor add Dr. Chen kind:attending due:"feb 30"' },
  { title: 'Add, mistyped kind', says: '/lor add Dr. Chen kind:attendng' },
  { title: 'Add', says: `/lor add Dr. O'Brien kind:attending due:"sep 3" service:eras met:"Medicine sub-I, June"` },
  { title: 'Add, hostile name', says: `/lor add ${hostile}` },
  { title: 'Add, further letter', says: '/lor add dr obrien service:carms due:2027-11-20' },
  { title: 'Show, ambiguous', says: '/lor show obrien' },
  { title: 'Show', says: '/lor show "obrien eras"' },
  { title: 'Show, not found', says: '/lor show Zhang' },
  { title: 'Next', says: '/lor next "obrien eras"' },
  { title: 'Next, a lukewarm yes', says: '/lor next "obrien eras" to:agreed answer:lukewarm' },
  { title: 'Next, not in one step', says: '/lor next "obrien eras" to:processed' },
  { title: 'Edit, the form', says: '/lor edit "obrien eras"' },
  { title: 'Edit', says: '/lor edit "obrien eras" title:"Associate professor" due:2027-09-03 kind:pd' },
  { title: 'Edit, nothing changed', says: '/lor edit "obrien eras" kind:pd' },
  { title: 'List', says: '/lor list' },
  {
    title: 'List, paged',
    as: 'noor',
    before: Array.from({ length: 9 }, (_, index) => `/lor add Dr. ${'ABCDEFGHI'.charAt(index)}. Example`),
    says: '/lor list',
  },
  { title: 'Remove', call: { path: 'lor remove', args: { letter: hostile } } },
  { title: 'Undo', says: '/lor undo' },
  { title: 'Undo, nothing to take back', says: '/lor undo', as: 'omar' },
  { title: 'Settings', says: '/lor settings' },
  { title: 'Settings, saved', says: '/lor settings zone:chicago service:eras specialty:"IM, neurology" img:yes' },
  { title: 'Settings, unknown zone', says: '/lor settings zone:chicgo' },
  { title: 'Remind list, off', says: '/lor remind list' },
  { title: 'Remind on', says: '/lor remind on' },
  { title: 'Remind list', says: '/lor remind list' },
  { title: 'Today', says: '/lor today' },
  { title: 'Privacy', says: '/lor privacy' },
  { title: 'Ask', says: '/lor ask my writer still has not uploaded, how often can i remind her?' },
  { title: 'Ask, service not known', says: '/lor ask how many letters can one program get', as: 'omar' },
  { title: 'Ask, unsure', says: '/lor ask is the cafeteria open on sundays', as: 'omar' },
  { title: 'Topics', says: '/lor topics' },
  { title: 'Topics, one', says: '/lor topics reuse-letter service:eras' },
  { title: 'Topics, none such', says: '/lor topics zebra' },
  { title: 'Unknown command', says: '/lor lits' },
  { title: 'Unknown command that may be a question', says: '/lor can my resident write one' },
  { title: 'Admin command by a member', says: '/lor-admin digest list' },
  { title: 'Admin command in a DM', says: '/lor-admin digest list', admin: true, community: false },
  { title: 'Digest list, none', says: '/lor-admin digest list', admin: true, as: 'ana' },
  { title: 'Digest add, too often', says: '/lor-admin digest add */5 * * * *', admin: true, as: 'ana' },
  {
    title: 'Digest add',
    says: '/lor-admin digest add 0 9 * * MON zone:"new york" channel:#deadlines',
    admin: true,
    as: 'ana',
  },
  {
    title: 'Deadline add',
    says: '/lor-admin deadline add ERAS letters due date:2027-09-22 time:17:00',
    admin: true,
    as: 'ana',
  },
  { title: 'Deadline list', says: '/lor-admin deadline list', admin: true, as: 'ana' },
  { title: 'Digest list', says: '/lor-admin digest list', admin: true, as: 'ana' },
  { title: 'Digest preview', says: '/lor-admin digest preview', admin: true, as: 'ana' },
  { title: 'Digest now', says: '/lor-admin digest now', admin: true, as: 'ana' },
  { title: 'A digest as posted', at: '2027-08-16T13:00:00.000Z', delivered: true },
  { title: 'The nudge DM', at: '2027-08-20T14:00:00.000Z', delivered: true },
  { title: 'Deadline remove', says: '/lor-admin deadline remove 1', admin: true, as: 'ana' },
  { title: 'Digest remove', says: '/lor-admin digest remove 1', admin: true, as: 'ana' },
  { title: 'Remind off', says: '/lor remind off' },
  { title: 'A button of an older version', call: { path: 'lor gone' } },
  { title: 'French, settings', as: 'luc', says: '/lor settings language:fr zone:montreal service:carms' },
  { title: 'French, help', as: 'luc', says: '/lor help' },
  { title: 'French, help on one command', as: 'luc', says: '/lor help add' },
  { title: 'French, today, nothing yet', as: 'luc', says: '/lor today' },
  { title: 'French, add, incomplete', as: 'luc', says: '/lor add' },
  { title: 'French, add, several mistakes', as: 'luc', says: '/lor add kind:superviser due:"30 février"' },
  {
    title: 'French, add',
    as: 'luc',
    says: '/lor add Dre Tremblay kind:superviseure due:"23 sept" met:"Stage de médecine interne"',
  },
  { title: 'French, next', as: 'luc', says: '/lor next tremblay on:hier' },
  { title: 'French, next, a lukewarm yes', as: 'luc', says: '/lor next tremblay to:acceptée answer:tiède' },
  { title: 'French, next, not in one step', as: 'luc', says: '/lor next tremblay to:traitée' },
  { title: 'French, edit, the form', as: 'luc', says: '/lor edit tremblay' },
  { title: 'French, list', as: 'luc', before: ['/lor add Dr Roy due:"1er oct"'], says: '/lor list' },
  { title: 'French, undo', as: 'luc', says: '/lor undo' },
  { title: 'French, remind on', as: 'luc', says: '/lor remind on' },
  { title: 'French, remind list', as: 'luc', says: '/lor remind list' },
  { title: 'French, privacy', as: 'luc', says: '/lor privacy' },
  { title: 'French, ask', as: 'luc', says: '/lor ask combien de références pour CaRMS?' },
  { title: 'French, ask, in English only', as: 'luc', says: '/lor ask can my resident write one' },
  { title: 'French, ask, unsure', as: 'luc', says: '/lor ask quel temps fait-il' },
  { title: 'French, topics', as: 'luc', says: '/lor topics' },
  { title: 'French, unknown command', as: 'luc', says: '/lor lits' },
  { title: 'French, admin command by a member', as: 'luc', says: '/lor-admin digest list' },
  {
    title: 'French, digest add, too often',
    as: 'luc',
    admin: true,
    says: '/lor-admin digest add */5 * * * *',
  },
  {
    title: 'French, digest preview',
    as: 'luc',
    admin: true,
    before: [
      '/lor-admin deadline add Références CaRMS date:"23 sept" time:"17 h"',
      '/lor-admin digest add 0 9 * * MON',
    ],
    says: '/lor-admin digest preview',
  },
  { title: 'French, the nudge DM', at: '2027-09-09T14:00:00.000Z', delivered: true },
];

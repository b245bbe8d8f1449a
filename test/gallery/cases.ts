import type { Call, Heard } from '../../src/core/invocation.ts';
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
  /** A message in the channel, rather than a command. */
  readonly heard?: { readonly as: Heard['as']; readonly text: string };
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
  {
    title: 'Undo, by a button over which something newer stands',
    call: { path: 'lor take-back', args: { change: 'x' } },
  },
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
  { title: 'Ask, nothing sure, with a way to send it', says: '/lor ask where do we park on the first day' },
  { title: 'Send to curators', says: '/lor send where do we park on the first day' },
  { title: 'Ask a human, nobody set up', says: '/lor human where do we park on the first day' },
  { title: 'Vote, it helped', says: '/lor vote reuse-letter helped:yes' },
  { title: 'Vote, it did not help', says: '/lor vote reuse-letter helped:no' },
  { title: 'Suggest, the form', says: '/lor suggest' },
  {
    title: 'Suggest',
    says: '/lor suggest question:"Where do I park?" text:"In garage B. The gate opens at six."',
  },
  { title: 'Topics', says: '/lor topics' },
  { title: 'Topics, one', says: '/lor topics reuse-letter service:eras' },
  { title: 'Topics, none such', says: '/lor topics zebra' },
  {
    title: 'A mention',
    heard: { as: 'mention', text: 'can i reuse a letter from last year?' },
    as: 'omar',
  },
  { title: 'A mention that asks on', heard: { as: 'mention', text: 'and for carms?' }, as: 'noor' },
  {
    title: 'A mention with what was answered just before',
    heard: { as: 'mention', text: 'can i reuse a letter from last year?' },
    as: 'noor',
  },
  {
    title: 'A mention with private details',
    heard: { as: 'mention', text: 'my letter id is 12345678, why does it say not uploaded' },
  },
  { title: 'What should not be asked in a channel, in private', call: { path: 'lor privately', args: {} } },
  { title: 'A shared answer', call: { path: 'lor share', args: { topic: 'max-per-program', service: 'carms' } } },
  { title: 'A shared answer, a second time', call: { path: 'lor share', args: { topic: 'max-per-program' } } },
  { title: 'Unknown command', says: '/lor lits' },
  { title: 'Unknown command that may be a question', says: '/lor can my resident write one' },
  { title: 'Admin command by a member', says: '/lor-admin digest list' },
  { title: 'Admin command in a DM', says: '/lor-admin digest list', admin: true, community: false },
  { title: 'Channel, none set', says: '/lor-admin channel', admin: true, as: 'ana' },
  { title: 'Channel, reading is not allowed', says: '/lor-admin channel mode:auto', admin: true, as: 'ana' },
  { title: 'Channel, set', says: '/lor-admin channel channel:#random mode:off', admin: true, as: 'ana' },
  { title: 'Channel, list', says: '/lor-admin channel', admin: true, as: 'ana' },
  { title: 'Curator command by a member', says: '/lor-admin answer list' },
  { title: 'Role list, none', says: '/lor-admin role list', admin: true, as: 'ana' },
  { title: 'Role grant', says: '/lor-admin role grant @omar role:curator', admin: true, as: 'ana' },
  { title: 'Role grant, the form', says: '/lor-admin role grant', admin: true, as: 'ana' },
  { title: 'Role list', says: '/lor-admin role list', admin: true, as: 'ana' },
  { title: 'Answer list, none', says: '/lor-admin answer list', as: 'omar' },
  { title: 'Answer add, the form', says: '/lor-admin answer add', as: 'omar' },
  {
    title: 'Answer add',
    call: {
      path: 'lor-admin answer add',
      args: {
        topic: 'chair letter',
        title: 'Our chair letter form',
        question: 'Where is our program’s chair letter form?',
        text: `Ask the office in room 3.\n\n- It opens at nine.\n- ${hostile}`,
        aliases: 'chair form',
        link: 'https://example.org/form',
      },
    },
    as: 'omar',
  },
  { title: 'Ask, answered by the community', says: '/lor ask where is our chair letter form', as: 'noor' },
  { title: 'Topics, the built-in answer', says: '/lor topics chair-letter builtin:yes', as: 'noor' },
  { title: 'Answer edit, the form', says: '/lor-admin answer edit chair-letter', as: 'omar' },
  { title: 'Answer edit', says: '/lor-admin answer edit chair-letter link:none', as: 'omar' },
  { title: 'Answer list', says: '/lor-admin answer list', as: 'omar' },
  { title: 'Answer history', says: '/lor-admin answer history chair-letter', as: 'omar' },
  { title: 'Answer pending', says: '/lor-admin answer pending', as: 'omar' },
  { title: 'Answer approve, the form', says: '/lor-admin answer approve 2', as: 'omar' },
  { title: 'Answer approve', says: '/lor-admin answer approve 2 topic:parking title:Parking', as: 'omar' },
  {
    title: 'Answer reject',
    before: ['/lor suggest question:"Who are you?" text:Nobody'],
    says: '/lor-admin answer reject 2',
    as: 'omar',
  },
  { title: 'Answer retire', says: '/lor-admin answer retire chair-letter', as: 'omar' },
  { title: 'Gaps', says: '/lor-admin gaps', as: 'omar' },
  { title: 'Gaps, one done', call: { path: 'lor-admin done', args: { question: 'none' } }, as: 'omar' },
  { title: 'Settings of the community', says: '/lor-admin settings', admin: true, as: 'ana' },
  {
    title: 'Settings of the community, saved',
    says: '/lor-admin settings helpers:@helpers channel:#lor-help',
    admin: true,
    as: 'ana',
  },
  { title: 'Ask a human', says: '/lor human what should I do about my letter?' },
  { title: 'Ask a human, too late', says: '/lor post none post:yes' },
  { title: 'Role revoke', says: '/lor-admin role revoke @omar', admin: true, as: 'ana' },
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
  { title: 'Digest now, twice', says: '/lor-admin digest now', admin: true, as: 'ana' },
  { title: 'A digest as posted', at: '2027-08-16T13:00:00.000Z', delivered: true },
  { title: 'The nudge DM', at: '2027-08-20T14:00:00.000Z', delivered: true },
  { title: 'Deadline remove', says: '/lor-admin deadline remove 1', admin: true, as: 'ana' },
  { title: 'Digest remove', says: '/lor-admin digest remove 1', admin: true, as: 'ana' },
  { title: 'Remind off', says: '/lor remind off' },
  { title: 'A button of an older version', call: { path: 'lor gone' } },
];

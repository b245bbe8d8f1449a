import { channel, code, day, group, type Line, line, moment, person, strong } from '../../core/reply.ts';
import { shorten } from '../../core/text.ts';
import type { Day, Instant, Zone } from '../../core/time.ts';
import { count } from './core.ts';

const roles = { curator: 'a curator', admin: 'an admin' } as const;
const changes = { added: 'added', edited: 'edited', approved: 'approved', retired: 'retired' } as const;

function openLimit(what: string, max: number): Line {
  return line`You have ${max} ${what} open here, the most there can be. Please wait until one of them was dealt with.`;
}

/** What curators and admins are told, and members who help them. */
export const curation = {
  role: {
    title: 'Curators and admins',
    none: line`Nobody was made a curator or admin here. Whoever administers the workspace or server is an admin by that.`,
    entry: (account: string, role: keyof typeof roles, at: Instant, zone: Zone): Line =>
      line`${person(account)}: ${strong(roles[role])}, since ${moment(at, zone)}`,
    granted: (account: string, role: keyof typeof roles): Line => line`${person(account)} is ${roles[role]} here now.`,
    can: {
      curator: line`Curators write this community’s answers and see what found no answer. ${code('/lor-admin answer add')} is the beginning.`,
      admin: line`Admins also set up digests, deadlines and helpers, and make others curators.`,
    },
    revoked: (account: string, role: keyof typeof roles): Line =>
      line`${person(account)} is no longer ${roles[role]} here by a grant.`,
    notGranted: (account: string): Line =>
      line`${person(account)} holds no role that was granted here. Who administers the workspace or server itself is an admin by that, and loses it there.`,
    onlyAdministrators: line`Only those who administer the workspace or server itself can make somebody an admin or take that back. You can grant and revoke ${code('curator')}; ask one of them for the rest.`,
    limit: (max: number): Line => line`There are ${max} grants already, the most there can be. Revoke one first.`,
    buttons: { grant: 'Grant a role', revoke: 'Revoke' },
  },
  answer: {
    title: 'Answers of this community',
    none: line`This community has no answers of its own yet.`,
    byCurators: (changed: Day): Line =>
      line`An answer of this community’s curators, last changed on ${day(changed)}. It was not checked by those who write the built-in answers.`,
    more: 'More',
    added: (title: string): Line =>
      line`The answer ${strong(title)} stands, and can be found at once by its title, question and short forms.`,
    overrides: (title: string): Line =>
      line`It stands before the built-in answer ${strong(title)}, which stays one tap away.`,
    edited: (title: string): Line =>
      line`The answer ${strong(title)} is changed. The version before is in its history.`,
    unchanged: line`Nothing was changed.`,
    retired: (title: string): Line =>
      line`The answer ${strong(title)} is retired and no longer shown. Its history is kept.`,
    builtInBack: line`The built-in answer is back in its place.`,
    exists: (slug: string): Line =>
      line`There is an answer ${code(slug)} already. ${code(`/lor-admin answer edit ${slug}`)} changes it.`,
    notFound: (typed: string): Line =>
      line`This community has no answer “${shorten(typed, 60)}”. ${code('/lor-admin answer list')} shows those it has.`,
    noSlug: line`A topic’s short name has letters or digits, such as ${code('parking')}.`,
    slugTooLong: (max: number): Line => line`A topic’s short name has at most ${max} characters.`,
    tooManyAliases: (max: number): Line => line`At most ${max} short forms fit, apart by commas.`,
    aliasTooLong: (alias: string, max: number): Line =>
      line`The short form “${shorten(alias, 60)}” is too long; at most ${max} characters fit.`,
    notALink: line`A link is an address that begins with ${code('https://')}.`,
    aliasTaken: (alias: string, title: string): Line =>
      line`“${shorten(alias, 60)}” already leads to this community’s answer ${strong(title)}. Choose another short form, or edit that answer.`,
    limit: (max: number): Line => line`There are ${max} answers already, the most there can be. Retire one first.`,
    listed: (title: string, slug: string, changed: Day): Line =>
      line`${strong(title)} (${code(slug)}), last changed on ${day(changed)}`,
    page: (page: number, pages: number): Line => line`Page ${page} of ${pages}`,
    noSuchPage: (pages: number): Line => line`There ${pages === 1 ? 'is 1 page' : `are ${pages} pages`}.`,
    pick: 'Open one',
    history: (title: string): string => `History of ${shorten(title, 60)}`,
    version: (number: number, what: keyof typeof changes, by: string | null, at: Instant, zone: Zone): Line =>
      line`#${number}, ${changes[what]} by ${by === null ? 'somebody who left' : person(by)}, ${moment(at, zone)}`,
    versionFields: { title: 'Title', question: 'Question', text: 'Text', aliases: 'Short forms', link: 'Link' },
    cleared: 'none',
    olderVersions: (number: number): Line =>
      line`${count(number, 'older version')} ${number === 1 ? 'is' : 'are'} kept too.`,
    buttons: {
      add: 'Add an answer',
      edit: 'Edit',
      retire: 'Retire',
      history: 'History',
      list: 'All answers',
      show: 'Show it',
      builtIn: 'The built-in answer',
      own: 'This community’s answer',
      pending: 'Proposals',
      previous: 'Earlier',
      next: 'Later',
    },
  },
  proposal: {
    thanks: line`Thank you. The curators of this community decide about it; if they take it, everybody here finds it.`,
    limit: (max: number): Line => openLimit('proposals', max),
    title: 'Proposals',
    none: line`No proposal is waiting.`,
    entry: (number: number, question: string): Line => line`${strong(`#${number}`)} ${question}`,
    by: (account: string, at: Instant, zone: Zone): Line =>
      line`From ${person(account)}, ${moment(at, zone)}. Only curators see the name.`,
    approved: (title: string): Line => line`Approved: the answer ${strong(title)} stands.`,
    rejected: (number: number): Line => line`Proposal ${strong(`#${number}`)} is rejected and deleted. Nobody is told.`,
    notFound: (typed: string): Line =>
      line`There is no proposal “${shorten(typed, 60)}”. ${code('/lor-admin answer pending')} shows those that wait.`,
    more: (number: number): Line => line`${count(number, 'more proposal')} after these.`,
    buttons: { approve: 'Look and approve', reject: 'Reject' },
  },
  vote: {
    helped: 'This helped',
    unhelpful: 'This did not help',
    thanks: line`Thank you. Your vote is counted without any words, and you can change it at any time.`,
    sorry: line`Thank you, that is counted without any words. Perhaps one of these is nearer?`,
    sorryAlone: line`Thank you, that is counted without any words.`,
    nearest: 'Related',
  },
  send: {
    button: 'Send to curators',
    thanks: line`Thank you. The curators of this community see your words, without your name, until they have dealt with them, and for 90 days at most.`,
    limit: (max: number): Line => openLimit('questions', max),
    offer: line`${strong('Send to curators')} keeps your words for the curators of this community, without your name. Otherwise nothing of them is kept.`,
  },
  noPrivateDetails: line`Other people will read this, and it seems to hold an ID, an address or who a patient is. Take that out, please; the question stands without it.`,
  human: {
    button: 'Ask a human',
    confirm: (where: string, helpers: string | null): Line =>
      helpers === null
        ? line`This would be posted in ${channel(where)}, for everybody there to read, with your name:`
        : line`This would be posted in ${channel(where)}, for everybody there to read, with your name, and it would call ${group(helpers)}:`,
    confirmNote: line`Leave out names of patients and anything you would not say to all of them. Nothing is posted until you press.`,
    post: 'Post it',
    discard: 'Do not post it',
    posted: (where: string): Line => line`It is on its way to ${channel(where)}. Answers come there.`,
    already: line`That was posted already, or it is gone. Ask again if you still need somebody.`,
    discarded: line`Nothing was posted, and your words are deleted.`,
    nobody: line`No channel for such questions was set up here. Ask a person in your community: an adviser or a helper knows more than I do.`,
    limit: (max: number): Line =>
      line`You asked for a person ${max} times within a week, the most there can be. Ask in a channel yourself, or wait some days.`,
    title: 'A question for a person',
    from: (account: string): Line => line`${person(account)} asks:`,
    calls: (helpers: string): Line => line`For ${group(helpers)}`,
    why: line`I had no sure answer. Posted because the member asked for it.`,
  },
  gaps: {
    title: 'What found no answer',
    counted: (days: number): string => `Questions in the last ${days} days, by the nearest topic`,
    noGaps: line`No question went without an answer.`,
    unhelpful: 'Votes “This did not help”, by topic',
    noVotes: line`No answer was called unhelpful.`,
    sent: 'Questions that members sent',
    noSent: line`No question is waiting.`,
    gap: (title: string, number: number): Line => line`${title}: ${number}`,
    vote: (title: string, unhelpful: number, helped: number): Line =>
      line`${title}: ${unhelpful} (“This helped”: ${helped})`,
    sentAt: (at: Instant, zone: Zone): Line => line`Sent ${moment(at, zone)}`,
    nothingNear: 'Nothing near',
    more: (number: number): Line => line`${count(number, 'more question')} after these.`,
    note: line`Counts have no words and no names. Words that members sent are deleted when you press “Done”, and after 90 days at the latest.`,
    done: line`Done. The words are deleted.`,
    notFound: line`That question is gone: somebody was quicker, or it was too old.`,
    buttons: { done: 'Done', answer: 'Write an answer', gaps: 'What found no answer' },
  },
  settings: {
    title: 'Settings of this community',
    saved: line`Saved.`,
    channel: 'Channel for questions to a person',
    helpers: 'Called there',
    nothing: 'not set',
    off: line`Without a channel, “Ask a human” is not offered; members are told to ask a person.`,
    on: line`Members who press “Ask a human” see their own words first; then they are posted there.`,
    notEverybody: line`That is everybody. Choose the group of those who help.`,
    buttons: { off: 'Turn it off', nobody: 'Call nobody' },
    change: line`Change: ${code('/lor-admin settings helpers:@helpers channel:#lor-help')}`,
  },
  setup: {
    title: 'How I am set up here',
    digests: 'Deadlines',
    questions: 'Questions',
    answers: 'What I do there',
    needsQuestions: line`Say where members ask, so that I know where this counts.`,
    invite: line`I can post only where I may write: invite me to these channels, or give me the permission.`,
    next: line`What comes next: look at a digest, add your own deadlines, confirm the season’s dates, and name curators.`,
    buttons: { dates: 'Season dates', roles: 'Roles', again: 'Change this' },
  },
  welcome: {
    title: 'Thank you for bringing me here',
    intro: line`I answer questions about letters of recommendation, keep track of each member’s letters, and remind them in time. So far I am silent: I answer whoever mentions me or types ${code('/lor')}, and post nothing.`,
    steps: [
      line`${code('/lor-admin setup')} in the community: one form for the channel of deadlines, the channel of questions, and who helps there. Two minutes.`,
      line`${code('/lor help')} shows what everybody can do.`,
      line`${code('/lor-admin role grant')} names curators, who write answers of your own.`,
    ],
    privacy: line`What a member notes of their letters nobody else sees, and admins do not either.`,
    buttons: { setup: 'Set up', help: 'What I can do', privacy: 'Privacy' },
  },
};

import { type Context, defineCommand } from '../src/core/command.ts';
import { UserProblem } from '../src/core/errors.ts';
import type { RawArgs } from '../src/core/invocation.ts';
import type { Language } from '../src/core/language.ts';
import { choice, date, optional, text } from '../src/core/options.ts';
import { button, buttons } from '../src/core/reply.ts';
import type { DraftKind, Tone } from '../src/drafts/draft.ts';
import { gatherFacts, type Outcome } from '../src/drafts/draft-facts.ts';
import { makeDraft } from '../src/drafts/make-draft.ts';
import { dateRules, datesOf } from '../src/letters/dates.ts';
import { type NudgeReason, textLimits } from '../src/letters/letter.ts';
import { mayNote, usualMail } from '../src/letters/sent.ts';
import { isIn } from '../src/letters/stages.ts';
import { fitsLetter, requireLetter, suggestLetters } from '../src/views/choose-letter.ts';
import { draftReply } from '../src/views/draft.ts';
import type { PagePorts } from '../src/views/letter-page.ts';
import type { Words } from '../src/words/words.ts';
import type { ApplyPorts } from './shared/apply.ts';
import { noteSent } from './shared/note-sent.ts';
import { refuseNudge } from './shared/refuse-nudge.ts';

const kindLabels = {
  ask: 'Ask for a strong letter',
  packet: 'The packet, after a yes',
  nudge: 'One polite reminder',
  'step-back': 'Step back',
  thanks: 'Thanks',
  result: 'How the match ended',
} as const satisfies Record<DraftKind, string>;

const toneLabels = { formal: 'Formal', warm: 'Warm', brief: 'Brief' } as const satisfies Record<Tone, string>;

const reasonLabels = {
  'no-answer': 'No answer to the first',
  'date-changed': 'The date has changed',
  'they-asked': 'They asked for it',
  'portal-trouble': 'Trouble with the portal',
} as const satisfies Record<NudgeReason, string>;

const languageLabels = { en: 'English', fr: 'Français' } as const satisfies Record<Language, string>;

export default defineCommand({
  path: 'lor draft',
  summary: 'A mail to a writer, ready to copy',
  examples: [
    '/lor draft chen',
    '/lor draft chen kind:ask tone:warm name:"Maya Lopez"',
    '/lor draft chen kind:nudge sent:today',
  ],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    letter: text('Letter, by its writer', { max: 120 }),
    kind: optional(
      choice('What to write', kindLabels, {
        request: 'ask',
        reminder: 'nudge',
        remind: 'nudge',
        cover: 'packet',
        decline: 'step-back',
        thank: 'thanks',
        'thank you': 'thanks',
        match: 'result',
      }),
    ),
    tone: optional(choice('Tone', toneLabels, { short: 'brief', friendly: 'warm' })),
    language: optional(choice('Language of the mail', languageLabels, { french: 'fr' })),
    name: optional(text('Your name, as you sign', { max: textLimits.name })),
    closing: optional(text('A line of your own', { max: 300 })),
    reason: optional(choice('Why a second reminder', reasonLabels)),
    result: optional(
      choice(
        'How the match ended',
        { matched: 'Matched', 'not-matched': 'Not matched' },
        { yes: 'matched', no: 'not-matched' },
      ),
    ),
    place: optional(text('Where you matched', { max: textLimits.program })),
    sent: optional(date('You sent it: on which day', 'past')),
  },
  suggest: { letter: suggestLetters },
  beside: { options: ['kind'], fits: fitsLetter },
  async run(args, context: Context<PagePorts & ApplyPorts & { wordsIn: (language: Language) => Words }>) {
    const { actor, today, ports } = context;
    const { members, packs, words } = ports;
    const found = await requireLetter(args.letter, context, { path: 'lor draft', args });
    const { letter, writer } = found;
    const kind = args.kind ?? usualMail(letter);
    const { img } = await members.get(actor.id, actor.account);
    const dates = datesOf(letter, writer, dateRules(letter, img, { packs, today }));
    if (kind === 'nudge') refuseNudge(found, dates.uploadBy, args.reason, carried(args), { packs, today, words });
    if (kind === 'step-back' && isIn(letter.stage)) {
      const next = [buttons(button(words.letters.buttons.show, 'lor show', { letter: letter.id }))];
      throw new UserProblem('not-legal', words.drafts.cannotStepBack(writer.name), { next });
    }
    if (args.sent !== undefined) return noteSent(found, kind, args.sent, args.reason ?? null, context);

    const language = args.language ?? actor.language;
    const facts = gatherFacts(found, packs, {
      today,
      uploadBy: dates.uploadBy,
      reason: args.reason ?? null,
      retreat: null,
      outcome: outcomeOf(args.result, args.place),
      name: args.name ?? null,
      closing: args.closing ?? null,
    });
    const draft = makeDraft(kind, args.tone ?? 'warm', facts, ports.wordsIn(language).drafts.mails);
    const again = {
      letter: letter.id,
      kind,
      ...(args.language && { language }),
      ...(args.reason && { reason: args.reason }),
    };
    // It is the same mail with one thing changed, as long as a button can carry all of it.
    const changed = (label: string, what: RawArgs) => ({
      ...button(label, 'lor draft', { ...again, ...carried(args), ...what }),
      shorter: { path: 'lor draft', args: { ...again, ...what } },
    });
    const said = words.drafts;
    const notable = mayNote(letter, kind) !== 'no';
    // Both speak of a letter that came.
    const early = !notable && (kind === 'thanks' || kind === 'result');
    const others = (Object.keys(toneLabels) as Tone[]).filter((tone) => tone !== (args.tone ?? 'warm'));
    return draftReply(
      draft,
      { kind, writer: writer.name, first: early ? said.early(writer.name, letter.stage) : undefined },
      words,
      buttons(
        notable && button(said.buttons.sent, 'lor draft', { ...again, sent: 'today' }, 'primary'),
        kind === 'result' && args.result === undefined && changed(said.buttons.matched, { result: 'matched' }),
        kind === 'result' && args.result === undefined && changed(said.buttons.notMatched, { result: 'not-matched' }),
        ...others.map((tone) => changed(said.buttons.tone[tone], { tone })),
        button(words.letters.buttons.show, 'lor show', { letter: letter.id }),
      ),
    );
  },
});

/** What shapes a mail, among all that the command takes. */
const shaping = ['tone', 'language', 'name', 'closing', 'reason', 'result', 'place'] as const;

/** What a mail was told to say, as arguments of the next one. */
function carried(args: Readonly<Partial<Record<(typeof shaping)[number], string | undefined>>>): RawArgs {
  return Object.fromEntries(
    shaping.flatMap((name) => {
      const value = args[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function outcomeOf(result: 'matched' | 'not-matched' | undefined, place: string | undefined): Outcome | null {
  if (result === 'not-matched') return { matched: false };
  return result === 'matched' || place !== undefined ? { matched: true, where: place ?? null } : null;
}

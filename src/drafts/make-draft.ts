import { isBlank, tidy, tidyLine } from '../core/text.ts';
import { type PacketItem, packetItems } from '../letters/packet.ts';
import { ladder, type Stage } from '../letters/stages.ts';
import { addressOf } from './address.ts';
import type { Draft, DraftKind, Tone } from './draft.ts';
import type { DraftFacts, Named, Retreat } from './draft-facts.ts';
import type { DraftWords, MailFacts } from './draft-words.ts';
import { fullDate, fullDay } from './full-date.ts';
import { isMailAddress } from './mail-address.ts';
import { gap, gapsOf, isEmpty, type MailText, mail, mailString } from './mail-text.ts';

/**
 * A mail to a writer from what is known of a letter. Nothing is invented: what the data lacks and
 * the mail needs stands in brackets, and what it does not need is left out.
 */
export function makeDraft(kind: DraftKind, tone: Tone, facts: DraftFacts, words: DraftWords): Draft {
  const { writer } = facts;
  const { subject, paragraphs, farewell, attached } = words.mails[kind][tone](mailFacts(facts, words));
  const closing = oneLine(facts.closing);
  const name = oneLine(facts.name);
  const body = [
    words.greeting[tone](whoIs(writer, words)),
    ...paragraphs.filter((paragraph) => paragraph !== false),
    closing === null ? [] : mail`${closing}`,
    mail`${farewell}\n${name ?? gap(words.yourName)}`,
  ].filter((paragraph) => !isEmpty(paragraph));
  const to = writer.email?.trim() ?? '';
  return {
    to: isMailAddress(to) ? to : null,
    subject: tidyLine(mailString(subject)),
    body: body.map((paragraph) => mailString(paragraph).trim()),
    gaps: gapsOf([subject, ...body]),
    attachments: attached,
  };
}

function whoIs(writer: DraftFacts['writer'], words: DraftWords): MailText {
  const { honorific, name } = addressOf({ ...writer, name: tidyLine(writer.name), title: oneLine(writer.title) });
  return honorific === null ? [name] : words.address(honorific, name);
}

/** The facts in the form in which sentences take them. */
function mailFacts(facts: DraftFacts, { language, specialties, forms }: DraftWords): MailFacts {
  const { letter, writer, uploadBy, today, outcome } = facts;
  const by = uploadBy !== null && (letter.due === null || uploadBy < letter.due) ? uploadBy : letter.due;
  const specialty = called(facts.specialty, specialties);
  const rung = (ladder as readonly Stage[]).indexOf(letter.stage);
  return {
    service: letter.service,
    specialty: specialty && withinSentence(specialty),
    met: oneLine(writer.met)?.replace(/[\s.,;:]+$/u, '') ?? null,
    by: by && fullDay(by, language),
    late: by !== null && by < today,
    processed: by !== null && letter.due !== null && by < letter.due,
    form: called(facts.form, forms),
    route: facts.route,
    agreed: rung >= ladder.indexOf('agreed'),
    requested: rung >= ladder.indexOf('requested'),
    waived: letter.waived === true,
    attached: attachable(letter),
    points: points(letter.sheet),
    original: letter.original && fullDate(letter.original, language),
    reason: facts.reason,
    retreat: facts.retreat ?? retreatOf(letter),
    outcome: outcome?.matched ? { matched: true, where: oneLine(outcome.where) } : outcome,
  };
}

/** The papers that are ready. The request comes from the portal, and the points of the sheet stand in the mail. */
function attachable({ packet, sheet }: DraftFacts['letter']): readonly PacketItem[] {
  return packetItems.filter(
    (item) => packet[item] !== undefined && item !== 'request' && !(item === 'sheet' && points(sheet).length > 0),
  );
}

function points(sheet: string | null): readonly string[] {
  return tidy(sheet ?? '')
    .split('\n')
    .map((point) => tidyLine(point.replace(/^\s*[-•*]\s+/u, '')))
    .filter((point) => !isBlank(point));
}

/** Who has promised a strong letter did not hesitate; anybody else may have. */
function retreatOf({ stage, answer }: DraftFacts['letter']): Retreat {
  const promised = stage !== 'asked' && stage !== 'declined' && answer !== 'lukewarm';
  return promised ? 'not-needed' : 'hesitant';
}

function called(thing: Named | null, names: Readonly<Record<string, string>>): string | null {
  if (thing === null) return null;
  return (thing.id !== null && names[thing.id]) || oneLine(thing.name);
}

function oneLine(text: string | null): string | null {
  const line = tidyLine(text ?? '');
  return isBlank(line) ? null : line;
}

/** `Internal Medicine` is `internal medicine` in a sentence; `OB-GYN` and `PM&R` stay. */
function withinSentence(specialty: string): string {
  return specialty.replace(/(?<![\p{L}\p{M}])\p{Lu}\p{Ll}+(?![\p{L}\p{M}])/gu, (word) => word.toLowerCase());
}

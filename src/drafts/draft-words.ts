import type { Language } from '../core/language.ts';
import type { NudgeReason } from '../letters/letter.ts';
import type { PacketItem } from '../letters/packet.ts';
import type { ServiceId } from '../packs/service.ts';
import type { Honorific } from './address.ts';
import type { DraftKind, Tone } from './draft.ts';
import type { Outcome, Retreat } from './draft-facts.ts';
import type { MailText } from './mail-text.ts';
import type { RequestRoute } from './request-route.ts';

/** The facts as a mail says them: dates in full, texts on one line, `null` where nothing is known. */
export interface MailFacts {
  readonly service: ServiceId | null;
  /** As it stands within a sentence: `internal medicine`, `OB-GYN`. */
  readonly specialty: string | null;
  readonly met: string | null;
  /** The day by which the writer has to be done, with its weekday. */
  readonly by: string | null;
  /** That day has passed. */
  readonly late: boolean;
  /** That day is earlier than the due date, for the letter is processed after the upload. */
  readonly processed: boolean;
  readonly form: string | null;
  readonly route: RequestRoute | null;
  /** The writer has said yes. */
  readonly agreed: boolean;
  /** The request has gone out to the writer. */
  readonly requested: boolean;
  readonly waived: boolean;
  readonly attached: readonly PacketItem[];
  /** The points of the reminder sheet. */
  readonly points: readonly string[];
  /** The day that an earlier letter shows. */
  readonly original: string | null;
  readonly reason: NudgeReason | null;
  readonly retreat: Retreat;
  readonly outcome: Outcome | null;
}

/** A mail without its greeting and its signature. */
export interface Mail {
  readonly subject: MailText;
  /** `false` and what is empty are left out. */
  readonly paragraphs: readonly (MailText | false)[];
  /** The line above the name, with its comma or full stop. */
  readonly farewell: string;
  /** What it says is attached. */
  readonly attached: readonly PacketItem[];
}

export type WriteMail = (facts: MailFacts) => Mail;

/** What the mails need of a language. The catalogue has it. */
export interface DraftWords {
  readonly language: Language;
  readonly address: (honorific: Honorific, name: string) => MailText;
  readonly greeting: Readonly<Record<Tone, (who: MailText) => MailText>>;
  /** What stands in brackets for the signature. */
  readonly yourName: string;
  /** Names within a sentence by the ids of the packs, where they are others than there. */
  readonly specialties: Readonly<Record<string, string>>;
  readonly forms: Readonly<Record<string, string>>;
  readonly mails: Readonly<Record<DraftKind, Readonly<Record<Tone, WriteMail>>>>;
}

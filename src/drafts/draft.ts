import type { PacketItem } from '../letters/packet.ts';

/**
 * What a mail to a writer is for: the request, the papers after a yes, one reminder, a graceful
 * retreat, thanks after the upload, and how the match ended.
 */
export const draftKinds = ['ask', 'packet', 'nudge', 'step-back', 'thanks', 'result'] as const;
export type DraftKind = (typeof draftKinds)[number];

export const tones = ['formal', 'warm', 'brief'] as const;
export type Tone = (typeof tones)[number];

/** A mail as plain text, for the member to read, change and send; the bot sends nothing to a writer. */
export interface Draft {
  /** The writer's address where there is one that a mail can go to. */
  readonly to: string | null;
  /** On one line. */
  readonly subject: string;
  /** Paragraphs; a line break within one stays. */
  readonly body: readonly string[];
  /** What only the member can fill in, as it stands in brackets in the text. With gaps, it is not finished. */
  readonly gaps: readonly string[];
  /** What the text says is attached. */
  readonly attachments: readonly PacketItem[];
}

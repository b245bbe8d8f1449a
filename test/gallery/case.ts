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

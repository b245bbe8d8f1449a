import type { Account, Heard, Invocation, Place, Request } from '../../src/core/invocation.ts';
import type { SlackFileOffer } from './downloads.ts';

/** What was asked, and what it takes to answer it. */
export interface Received {
  readonly invocation: Invocation;
  readonly answer: AnswerTo;
  /** The answer takes the place of the message whose button was pressed, which nobody else sees. */
  readonly inPlace?: true;
  /**
   * They belong to another workspace than the one that they speak in, and the app to the organisation as a
   * whole: only Slack can say whether they belong to it, too.
   */
  readonly fromElsewhere?: true;
  /** What was put into a form, by the name of the field; still to be fetched and added to the call. */
  readonly files?: Readonly<Record<string, SlackFileOffer>>;
}

/** Where an answer can go; what the payload did not have is absent. */
export interface AnswerTo {
  /** Takes five answers within half an hour, also where the bot is no member. */
  readonly responseUrl?: string;
  /** Opens one modal, within three seconds. */
  readonly triggerId?: string;
  readonly channel?: string;
  /** The thread that it was said in. */
  readonly threadTs?: string;
  /** The message that was sent, or that has the button. */
  readonly messageTs?: string;
}

/** Ids as the payloads have them. */
export interface Who {
  readonly orgWide: boolean;
  readonly enterprise: string | null | undefined;
  readonly team: string | null | undefined;
  readonly user: string;
  /** The workspace that the person belongs to, where Slack says so: in a shared channel maybe another. */
  readonly home?: string | null | undefined;
}

/** Whether somebody belongs to another workspace than the one they speak in. */
function isFromElsewhere({ enterprise, team, home }: Who): boolean {
  return team != null && home != null && home !== team && home !== enterprise;
}

/** A channel id that starts with D is a direct message. Nowhere in particular is private, too. */
export function placeOf(channel = ''): Place {
  return channel === '' || channel.startsWith('D') ? { kind: 'dm' } : { kind: 'channel', channel };
}

/** An answer's fields as they came, `null` and empty text among them. */
type Loose = { readonly [Key in keyof AnswerTo]?: string | null | undefined };

/** The same from all kinds of payload; `undefined` when nobody knows the workspace. */
export function received(parts: {
  readonly request: Request;
  readonly delivery: string;
  readonly who: Who;
  readonly place: Place;
  readonly administrator: boolean;
  readonly heard?: Heard | undefined;
  readonly answer: Loose;
}): Received | undefined {
  const { request, delivery, place, administrator, who, heard } = parts;
  const workspace = who.orgWide && who.enterprise ? who.enterprise : who.team;
  if (!workspace) return undefined;
  const elsewhere = isFromElsewhere(who);
  const account: Account = { platform: 'slack', workspace, user: who.user };
  return {
    invocation: {
      ...{ delivery, account, community: who.team ?? null, place, administrator, request },
      ...(heard && { heard }),
      ...(elsewhere && !who.orgWide && { guest: true }),
    },
    ...(elsewhere && who.orgWide && { fromElsewhere: true }),
    answer: Object.fromEntries(Object.entries(parts.answer).filter(([, value]) => value)) as AnswerTo,
  };
}

import { DiscordAPIError, HTTPError, RateLimitError, type RawFile, REST } from 'discord.js';
import { messageFlags } from './codes.ts';
import type { DiscordMessage } from './render.ts';

/** The version of Discord's API that every payload here is written for. */
export const apiVersion = '10';

/** Requests of a whole bot that Discord takes in a second. https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
const usualPerSecond = 50;

/** Milliseconds after which a request counts as unanswered. */
const patience = 15_000;

/**
 * Discord over HTTP. It never tries twice by itself: whether a message may be sent again is for
 * the delivery rules to say. A rate limit on messages is told at once, so that the wait is
 * written down instead of sitting in a queue; answers to interactions wait theirs out.
 */
export function createRest(token: string, apiUrl: string | undefined, perSecond = usualPerSecond): REST {
  const rest = new REST({
    ...(apiUrl !== undefined && { api: apiUrl.replace(/\/+$/u, '') }),
    version: apiVersion,
    retries: 0,
    globalRequestsPerSecond: perSecond,
    timeout: patience,
    rejectOnRateLimit: ['/channels', '/users'],
  });
  return rest.setToken(token);
}

/** What a request carries: JSON and, where there are any, files. */
export interface RequestContents {
  readonly body: Record<string, unknown>;
  readonly files?: RawFile[];
}

/** A message to create, as a request. Nobody is pinged, whatever was asked besides. */
export function toCreate(message: DiscordMessage, extra: Record<string, unknown> = {}): RequestContents {
  const { files, ...body } = message;
  const allowed_mentions = { ...message.allowed_mentions, replied_user: false };
  const attachments = files.length > 0 ? { attachments: describe(files) } : {};
  return { body: { ...extra, ...body, ...attachments, allowed_mentions }, ...toFiles(files) };
}

/**
 * A message in the place of another. An edit that says nothing about mentions would fall back to
 * pinging everybody it names, and one that names no files would keep those that were there;
 * whether it is ephemeral was settled when it was created.
 */
export function toEdit({ files, ...message }: DiscordMessage): RequestContents {
  const flags = message.flags & ~messageFlags.ephemeral;
  return { body: { ...message, flags, attachments: describe(files) }, ...toFiles(files) };
}

/** What the files that go up show in words, each by its place among them. */
function describe(files: DiscordMessage['files']): readonly Record<string, unknown>[] {
  return files.map(({ name, description }, id) => ({ id, filename: name, ...(description && { description }) }));
}

function toFiles(files: DiscordMessage['files']): Pick<RequestContents, 'files'> {
  if (files.length === 0) return {};
  return { files: files.map(({ name, contentType, data }) => ({ name, contentType, data })) };
}

/** What went wrong, for an operator: numbers and names only, since a request holds what somebody wrote. */
export function reasonOf(error: unknown): string {
  if (error instanceof DiscordAPIError) return `Discord answered ${error.status}, code ${error.code}`;
  if (error instanceof HTTPError) return `Discord answered ${error.status}`;
  if (error instanceof RateLimitError) return 'Discord asks to wait';
  return networkCode(error) ?? (error instanceof Error ? error.name : 'unknown');
}

/** The code of a failed connection, also where it is wrapped in other errors. */
export function networkCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return networkCode(error.errors[0]);
  return networkCode(error.cause);
}

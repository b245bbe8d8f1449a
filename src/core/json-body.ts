import type { HttpResponse } from './ports.ts';

/** The object that a body holds as JSON; `undefined` for anything else. */
export function readJsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : undefined;
  } catch {
    return undefined;
  }
}

/** A response that says so in JSON. */
export function jsonResponse(body: unknown): HttpResponse {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

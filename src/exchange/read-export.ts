import { wrongReference } from './check-references.ts';
import { type Exported, exportFormat } from './member-data.ts';
import { exportedFile, fileHead, type SchemaIssue } from './schema.ts';

/** Characters of the largest file: the fullest account with years of history. */
const longest = 10_000_000;

/** What is wrong at a place of the file. */
export type WrongReason = 'missing' | 'unknown' | 'type' | 'long' | 'many' | 'value' | 'reference' | 'twice';

/** Why a text is no export that can be read in. */
export type ExportProblem =
  | { readonly code: 'too-big'; readonly max: number }
  | { readonly code: 'not-json' | 'not-ours' }
  /** It was written by a later version of this program. */
  | { readonly code: 'newer'; readonly version: number }
  /** The place by its path, `letters[3].due`. */
  | { readonly code: 'wrong'; readonly path: string; readonly reason: WrongReason };

type Read = { readonly exported: Exported } | { readonly problem: ExportProblem };

/**
 * Reads a file of a member's data. It may come from anybody: whatever is in it, the answer is data of
 * our own shape or a problem with its place, and never an exception.
 */
export function readExport(text: string): Read {
  if (text.length > longest) return { problem: { code: 'too-big', max: longest } };
  const parsed = parse(text);
  if (!parsed) return { problem: { code: 'not-json' } };
  const head = fileHead.safeParse(parsed.value);
  if (!head.success) return { problem: { code: 'not-ours' } };
  const { version } = head.data;
  if (version > exportFormat.version) return { problem: { code: 'newer', version } };
  const read = exportedFile.safeParse(parsed.value, { reportInput: true });
  if (!read.success) return { problem: wrong(read.error.issues[0]) };
  const { settings, writers, letters, programs, changes, reminders } = read.data;
  const exported = { settings, writers, letters, programs, changes, reminders };
  const reference = wrongReference(exported);
  if (reference) return { problem: { code: 'wrong', path: printPath(reference.path), reason: reference.reason } };
  return { exported };
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/u, '')) };
  } catch {
    return undefined;
  }
}

function wrong(issue: SchemaIssue | undefined): ExportProblem {
  if (!issue) return { code: 'not-ours' };
  const strange = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return { code: 'wrong', path: printPath([...issue.path, ...strange]), reason: reasonOf(issue) };
}

function reasonOf(issue: SchemaIssue): WrongReason {
  if (issue.input === undefined) return 'missing';
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'unknown';
    case 'too_big':
      return issue.origin === 'array' ? 'many' : issue.origin === 'string' ? 'long' : 'value';
    case 'invalid_type':
      return 'type';
    default:
      return 'value';
  }
}

/** Characters of a key that are shown. */
const longestKey = 40;

/** `letters[3].reached.asked`. A key of the file's own is shown as far as it can be no trick. */
function printPath(path: readonly PropertyKey[]): string {
  const parts = path.map((key) =>
    typeof key === 'number'
      ? `[${key}]`
      : `.${String(key)
          .slice(0, longestKey)
          .replace(/[^\w-]/gu, '?')}`,
  );
  return parts.join('').replace(/^\./u, '');
}

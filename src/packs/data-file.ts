import { isNode, LineCounter, parseDocument } from 'yaml';

/** A content file that says something wrong, with the place to look. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError';
  readonly file: string;
  readonly line: number;
  readonly reason: string;

  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason}`);
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}

/** Says whether data is as it should be, and if not, where it is not. */
export type Check<T> = (
  value: unknown,
) =>
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly path: readonly (string | number)[]; readonly reason: string };

/** Checked data out of YAML; `firstLine` is where the text begins in its file. */
export function parseYaml<T>(file: string, text: string, check: Check<T>, firstLine = 1): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number): number => firstLine + lines.linePos(offset).line - 1;
  const broken = document.errors[0] ?? document.warnings[0];
  if (broken) {
    const [reason = ''] = broken.message.split(/ at line |\n/u);
    throw new DataFileError(file, lineAt(broken.pos[0]), reason);
  }
  const result = check(document.toJS());
  if (result.ok) return result.value;
  for (let length = result.path.length; length > 0; length -= 1) {
    const node = document.getIn(result.path.slice(0, length), true);
    if (isNode(node) && node.range) throw new DataFileError(file, lineAt(node.range[0]), result.reason);
  }
  throw new DataFileError(file, firstLine, result.reason);
}

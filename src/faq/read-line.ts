import { code, type Inline, type Line, line, link, strong } from '../core/reply.ts';
import { isAddress } from '../packs/address.ts';
import { DataFileError } from '../packs/data-file.ts';
import type { FactRow } from '../packs/pack.ts';

/** A paragraph or bullet of a file, with the number of its first line. */
export interface Numbered {
  readonly text: string;
  readonly number: number;
}

/** What is known while a file is read; `facts` grows by the rows that it cites. */
export interface Reading {
  readonly file: string;
  /** The rows of the packs, by id. */
  readonly rows: ReadonlyMap<string, FactRow>;
  /** The addresses among the answer's sources. */
  readonly listed: ReadonlySet<string>;
  readonly facts: Set<string>;
}

/** ` {eras/who-uploads, eras/soap-portal}`: the blank before the tags goes with them. */
const tags = /\s+\{([^{}]*)\}(?=\s|$)/gu;
const inline = /\*\*([^*`[\]{}]+)\*\*|`([^`\n]+)`|\[([^[\]{}]+)\]\(([^\s]*)\)/u;
const markup = new RegExp(`${inline.source}|${tags.source}`, 'gu');

/** What is left of markup that was not understood, or an address that should be a link. */
const leftover = /[*`[\]{}<>]|:\/\//u;

const sentenceEnd = /[.?!][*")'”’]*$/u;

/** A text that cites what nobody could confirm must have one of these, so that it does not sound sure. */
const admission =
  /not confirmed|unconfirmed|could not|nobody|unclear|\bask\b|\bcheck\b|(?:pas|non) confirmée?s?|pas pu|demandez|vérifiez/iu;

/** The text as it is shown; the rows that its tags name are added to `reading.facts`. */
export function toLine(reading: Reading, { text, number }: Numbered): Line {
  const parts: Inline[] = [];
  const fail = (offset: number, reason: string): never => {
    throw new DataFileError(reading.file, number + text.slice(0, offset).split('\n').length - 1, reason);
  };
  const plain = (from: number, to: number): string => {
    const piece = text.slice(from, to);
    const wrong = leftover.exec(piece);
    if (wrong) fail(from + wrong.index, `unclear markup at ${wrong[0]}`);
    return piece.replaceAll('\n', ' ');
  };
  let done = 0;
  for (const match of text.matchAll(markup)) {
    const [whole, bold, typed, label = '', url = '', ids] = match;
    parts.push(plain(done, match.index));
    done = match.index + whole.length;
    if (bold !== undefined) parts.push(strong(bold.replaceAll('\n', ' ')));
    else if (typed !== undefined) parts.push(code(typed));
    else if (ids !== undefined) {
      const problem = endsSentence(text, match.index, done) ? cite(reading, text, ids) : 'unclear markup at {';
      if (problem) fail(done - 1, problem);
    } else if (isAddress(url)) parts.push(link(label.replaceAll('\n', ' '), url));
    else fail(match.index, `not a well-formed https address: ${url}`);
  }
  parts.push(plain(done, text.length));
  return line`${parts}`;
}

/** Whether what stands from `from` to `to` ends a sentence, or its whole paragraph or bullet. */
function endsSentence(text: string, from: number, to: number): boolean {
  return to === text.length || sentenceEnd.test(text.slice(0, from));
}

/** Notes the rows that tags name; says why a paragraph or bullet may not cite one of them. */
function cite(reading: Reading, passage: string, ids: string): string | undefined {
  for (const id of ids.split(',').map((one) => one.trim())) {
    const problem = problemWith(id, reading, passage.replace(tags, ''));
    if (problem) return problem;
    reading.facts.add(id);
  }
  return undefined;
}

/** A reader must be able to follow a fact, so one of its addresses has to be among the sources. */
function problemWith(id: string, { rows, listed }: Reading, shown: string): string | undefined {
  const row = rows.get(id);
  if (!row) return `unknown fact ${id}`;
  if (row.confidence === 'unconfirmed' && !admission.test(shown))
    return `${id} is unconfirmed, and the text does not say so`;
  if (row.sources.length > 0 && !row.sources.some((address) => listed.has(address)))
    return `${id} comes from ${row.sources.join(' or ')}, which is not among the sources`;
  return undefined;
}

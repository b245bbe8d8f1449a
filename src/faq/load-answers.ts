import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Language, usualLanguage } from '../core/language.ts';
import { type Block, bullets, paragraph } from '../core/reply.ts';
import { lineText, toPlainText } from '../core/reply-text.ts';
import { DataFileError, parseYaml } from '../packs/data-file.ts';
import type { ServiceId } from '../packs/service.ts';
import type { Answer } from './answer.ts';
import { type Numbered, type Reading, toLine } from './read-line.ts';
import { checkFrontMatter, checkTopics } from './schema.ts';

/** Every topic a question can fall into: its slug, with one line on what it covers. */
export type Topics = ReadonlyMap<string, string>;

/** The rows of the packs that an answer can cite, by id. */
export type Rows = Reading['rows'];

const maxShort = 450;
const maxBody = 2500;

const serviceHeadings: ReadonlyMap<string, ServiceId> = new Map([
  ['ERAS', 'eras'],
  ['CaRMS', 'carms'],
  ['ResidencyCAS', 'residencycas'],
  ['SF Match', 'sf-match'],
]);
const specialtyHeading = 'Specialty: ';

/** Reads the catalogue of topics. */
export function loadTopics(file: URL): Topics {
  const name = file.pathname.slice(file.pathname.lastIndexOf('/') + 1);
  if (!existsSync(file)) throw new DataFileError(name, 1, 'the file is missing');
  const list = parseYaml(name, readFileSync(file, 'utf8'), checkTopics);
  const topics = new Map(list.map(({ slug, wants }) => [slug, wants]));
  const twin = list.find(({ slug }, index) => list.findIndex((other) => other.slug === slug) < index);
  if (twin) throw new DataFileError(name, 1, `${twin.slug} is there twice`);
  return topics;
}

/**
 * Reads the answers of a folder, by slug in the order of the catalogue `topics.yaml` beside it.
 * A wrong file throws a `DataFileError`: an answer is never shown in part.
 */
export function loadAnswers(folder: URL, rows: Rows): ReadonlyMap<string, Answer> {
  const topics = loadTopics(new URL('../topics.yaml', folder));
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  for (const name of files) {
    if (!topics.has(name.slice(0, -3))) throw new DataFileError(name, 1, 'no topic of this name in topics.yaml');
  }
  const slugs = [...topics.keys()].filter((slug) => files.includes(`${slug}.md`));
  return new Map(
    slugs.map((slug) => [slug, parseAnswer(slug, readFileSync(new URL(`${slug}.md`, folder), 'utf8'), topics, rows)]),
  );
}

/** One answer out of its file's text. */
export function parseAnswer(
  slug: string,
  text: string,
  topics: Topics,
  rows: Rows,
  language: Language = usualLanguage,
): Answer {
  const file = language === usualLanguage ? `${slug}.md` : `${language}/${slug}.md`;
  const lines = text.replace(/\r\n?/gu, '\n').split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) throw new DataFileError(file, 1, 'no front matter between two lines of ---');
  const front = parseYaml(file, lines.slice(1, end).join('\n'), checkFrontMatter, 2);
  for (const neighbour of front.neighbours) {
    if (topics.has(neighbour) && neighbour !== slug) continue;
    const at = lines.findIndex(
      (one, index) => index < end && new RegExp(`(^|[^\\w-])${neighbour}($|[^\\w-])`).test(one),
    );
    throw new DataFileError(file, at + 1, `neighbours: unknown topic ${neighbour}`);
  }
  const listed = new Set(front.sources.map(({ url }) => url));
  const reading: Reading = { file, rows, listed, facts: new Set() };
  const sections = toSections(reading, lines.slice(end + 1), end + 2);
  const length = toPlainText({ blocks: sections.flatMap(({ blocks }) => blocks) }).length;
  if (length >= maxBody)
    throw new DataFileError(file, end + 2, `the body has ${length} characters, ${maxBody} is too long`);
  return { slug, language, ...front, ...sortSections(file, sections), facts: reading.facts };
}

interface Section {
  /** Empty for the short answer, which stands before the first heading. */
  readonly heading: string;
  readonly number: number;
  readonly blocks: readonly Block[];
}

function toSections(reading: Reading, body: readonly string[], firstLine: number): readonly Section[] {
  const sections: { heading: string; number: number; lines: Numbered[] }[] = [
    { heading: '', number: firstLine, lines: [] },
  ];
  body.forEach((text, index) => {
    const number = firstLine + index;
    if (text.startsWith('## ')) sections.push({ heading: text.slice(3).trim(), number, lines: [] });
    else sections.at(-1)?.lines.push({ text, number });
  });
  return sections.map(({ heading, number, lines }) => {
    const blocks = toBlocks(reading, lines);
    if (blocks.length === 0)
      throw new DataFileError(reading.file, number, `nothing under ${heading || 'the front matter'}`);
    return { heading, number, blocks };
  });
}

function sortSections(
  file: string,
  [first, ...rest]: readonly Section[],
): Pick<Answer, 'short' | 'details' | 'variants' | 'img' | 'reapplicant' | 'specialties'> {
  const short = first?.blocks[0];
  if (!first || short?.kind !== 'paragraph' || first.blocks.length > 1)
    throw new DataFileError(file, first?.number ?? 1, 'the short answer must be one paragraph');
  const length = lineText(short.line).length;
  if (length >= maxShort)
    throw new DataFileError(file, first.number, `the short answer has ${length} characters, ${maxShort} is too long`);
  if (rest[0]?.heading !== 'Details')
    throw new DataFileError(file, rest[0]?.number ?? first.number, 'Details must follow the short answer');
  const variants: Partial<Record<ServiceId, readonly Block[]>> = {};
  const specialties = new Map<string, readonly Block[]>();
  const groups: { img?: readonly Block[]; reapplicant?: readonly Block[] } = {};
  const seen = new Set<string>();
  for (const { heading, number, blocks } of rest) {
    if (seen.has(heading)) throw new DataFileError(file, number, `the section ${heading} is there twice`);
    seen.add(heading);
    const service = serviceHeadings.get(heading);
    if (service) variants[service] = blocks;
    else if (heading.startsWith(specialtyHeading)) specialties.set(heading.slice(specialtyHeading.length), blocks);
    else if (heading === 'IMG') groups.img = blocks;
    else if (heading === 'Re-applicant') groups.reapplicant = blocks;
    else if (heading !== 'Details') throw new DataFileError(file, number, `unknown section ${heading}`);
  }
  return { short: short.line, details: rest[0].blocks, variants, specialties, ...groups };
}

/** Paragraphs and `- ` bullets, apart by blank lines; a line may go on in the next one. */
function toBlocks(reading: Reading, lines: readonly Numbered[]): readonly Block[] {
  const blocks: Block[] = [];
  let items: Numbered[] = [];
  let open: Numbered | undefined;
  const close = (): void => {
    if (open) blocks.push(paragraph(toLine(reading, open)));
    else if (items.length > 0) blocks.push(bullets(items.map((item) => toLine(reading, item))));
    open = undefined;
    items = [];
  };
  for (const { text, number } of lines) {
    if (text.trim() === '') close();
    else if (text.startsWith('- ')) {
      if (open) close();
      items.push({ text: text.slice(2).trim(), number });
    } else if (items.length > 0) {
      const last = items.pop();
      if (!last || !text.startsWith('  '))
        throw new DataFileError(reading.file, number, 'a blank line must follow a list');
      items.push({ ...last, text: `${last.text}\n${text.trim()}` });
    } else if (/^(\s|#|>|\||[*+]\s|\d+[.)]\s|-|=)/u.test(text)) {
      throw new DataFileError(reading.file, number, 'only paragraphs, "- " bullets and "## " headings are understood');
    } else open = open ? { ...open, text: `${open.text}\n${text.trim()}` } : { text: text.trim(), number };
  }
  close();
  return blocks;
}

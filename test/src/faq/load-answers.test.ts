import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Block, Inline, Line } from '../../../src/core/reply.ts';
import { lineText, toPlainText } from '../../../src/core/reply-text.ts';
import { loadAnswers, loadTopics, parseAnswer } from '../../../src/faq/load-answers.ts';
import { findSpecialty, loadPacks } from '../../../src/packs/load-packs.ts';
import { serviceIds } from '../../../src/packs/service.ts';

const folder = new URL('../../../src/faq/answers/', import.meta.url);
const topics = loadTopics(new URL('../topics.yaml', folder));
const answers = loadAnswers(folder);
const packs = loadPacks(new URL('../../../src/packs/', import.meta.url));
const all = [...answers.values()];

function linesOf(blocks: readonly Block[]): readonly Line[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.line] : block.kind === 'list' ? [...block.items] : [],
  );
}

function allBlocks(answer: (typeof all)[number]): readonly Block[] {
  return [
    ...answer.details,
    ...Object.values(answer.variants).flat(),
    ...(answer.img ?? []),
    ...(answer.reapplicant ?? []),
    ...[...answer.specialties.values()].flat(),
  ];
}

describe('the catalogue', () => {
  it('has the 52 topics', () => {
    expect(topics.size).toBe(52);
  });

  it('has an answer for each file of the folder', () => {
    expect([...answers.keys()].sort()).toEqual(
      readdirSync(folder)
        .map((name) => name.replace('.md', ''))
        .sort(),
    );
    expect(answers.size).toBeGreaterThanOrEqual(26);
  });
});

describe.each(all.map((answer) => [answer.slug, answer] as const))('%s', (slug, answer) => {
  it('keeps its lengths', () => {
    expect(lineText(answer.short).length).toBeLessThan(450);
    expect(answer.title.length).toBeLessThanOrEqual(60);
    const text = readFileSync(new URL(`${slug}.md`, folder), 'utf8');
    expect(text.slice(text.indexOf('\n---\n') + 5).trim().length).toBeLessThan(2500);
  });

  it('says where it comes from and when somebody looked', () => {
    expect(answer.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    expect(answer.sources.length).toBeGreaterThan(0);
    for (const { url } of answer.sources) {
      expect(new URL(url).protocol).toBe('https:');
      expect(new URL(url).href.replace(/\/$/u, '')).toBe(url.replace(/\/$/u, ''));
    }
  });

  it('names neighbours of the catalogue, itself not among them', () => {
    for (const neighbour of answer.neighbours) expect(topics.has(neighbour)).toBe(true);
    expect(answer.neighbours).not.toContain(slug);
    expect(new Set(answer.neighbours).size).toBe(answer.neighbours.length);
  });

  it('names specialties that the packs know', () => {
    for (const name of answer.specialties.keys()) expect(findSpecialty(packs, name), name).toBeDefined();
  });

  it('has no markup in its texts', () => {
    const text = [answer.short, ...linesOf(allBlocks(answer))].flat().filter((part) => typeof part === 'string');
    expect(text.join('\n')).not.toMatch(/[*`[\]<>]/u);
  });

  it('has nothing unfinished in it', () => {
    const text = toPlainText({ blocks: [{ kind: 'paragraph', line: answer.short }, ...allBlocks(answer)] });
    expect(text).not.toMatch(/UNCONFIRMED|TODO|\bSEED\b|\bOFF\b|—/u);
  });

  it('sends the member to the program where programs decide', () => {
    const general = new Set(['thank-you', 'confidentiality-phi']);
    const text = toPlainText({ blocks: allBlocks(answer) });
    if (!general.has(slug)) expect(text).toMatch(/(check|with) (with )?(the |each )program|check each program/u);
  });
});

describe('figures', () => {
  const isNumber = (part: Inline): part is Extract<Inline, { kind: 'strong' }> =>
    typeof part !== 'string' && part.kind === 'strong' && /^\d+$/u.test(part.text);

  // In a section about a service, a number in bold is the most letters a program can receive.
  it('give the caps of the packs', () => {
    const found = new Set<string>();
    for (const answer of all) {
      for (const id of serviceIds) {
        for (const part of linesOf(answer.variants[id] ?? [])
          .flat()
          .filter(isNumber)) {
          expect([answer.slug, id, part.text]).toEqual([
            answer.slug,
            id,
            String(packs.services[id].facts.maxLettersPerProgram.value),
          ]);
          found.add(`${answer.slug} ${id}`);
        }
      }
    }
    for (const slug of ['max-per-program', 'how-many-letters'])
      for (const id of serviceIds) expect(found).toContain(`${slug} ${id}`);
    expect(found).toContain('carms-how-many carms');
  });

  it('give the processing time and the look-back of the packs wherever they appear', () => {
    const { imgProcessingBusinessDays, importLookBackYears } = packs.services.eras.facts;
    for (const answer of all) {
      const text = toPlainText({ blocks: [{ kind: 'paragraph', line: answer.short }, ...allBlocks(answer)] });
      for (const [, days] of text.matchAll(/(\d+) business days/gu))
        expect(days).toBe(String(imgProcessingBusinessDays.value));
      for (const [, years] of text.matchAll(/(\d+) years back/gu))
        expect(years).toBe(String(importLookBackYears.value));
    }
  });
});

describe('parseAnswer', () => {
  const front = [
    '---',
    "title: 'Thanks'",
    "question: 'How do I thank?'",
    'season: [ERAS 2027]',
    'checked: 2026-11-22',
    'confidence: high',
    'sources:',
    "  - title: 'A page'",
    '    url: https://example.org/page',
    '    kind: school',
    'neighbours: [packet]',
    "aliases: ['thx']",
    '---',
  ];
  const body = ['', 'Write a **note**.', '', '## Details', '', 'Type `thanks`, see [the page](https://example.org/a).'];
  const parse = (...lines: readonly string[]) => parseAnswer('thank-you', lines.join('\n'), topics);
  const replaced = (find: string, by: string) =>
    parse(...[...front, ...body].flatMap((one) => (one.includes(find) ? (by === '' ? [] : [by]) : [one])));

  it('makes lines and blocks of an answer', () => {
    const answer = parse(...front, ...body, '', '- one', '  and more', '- two', '', '## SF Match', '', 'Other.', '');
    expect(answer.short).toEqual(['Write a ', { kind: 'strong', text: 'note' }, '.']);
    expect(answer.details).toEqual([
      {
        kind: 'paragraph',
        line: [
          'Type ',
          { kind: 'code', text: 'thanks' },
          ', see ',
          { kind: 'link', text: 'the page', url: 'https://example.org/a' },
          '.',
        ],
      },
      { kind: 'list', style: 'bullets', items: [['one and more'], ['two']] },
    ]);
    expect(answer.variants).toEqual({ 'sf-match': [{ kind: 'paragraph', line: ['Other.'] }] });
    expect(answer).toMatchObject({ slug: 'thank-you', checked: '2026-11-22', season: ['ERAS 2027'] });
    expect(answer.img).toBeUndefined();
  });

  it('reads a file with the line ends of Windows', () => {
    expect(parseAnswer('thank-you', [...front, ...body].join('\r\n'), topics)).toEqual(parse(...front, ...body));
  });

  it.each([
    ['no checked day', () => replaced('checked:', ''), 'thank-you.md:2: checked: missing'],
    [
      'a day that is none',
      () => replaced('checked:', 'checked: 2026-02-30'),
      'thank-you.md:5: checked: not a day such as 2026-11-22',
    ],
    [
      'an unknown neighbour',
      () => replaced('neighbours:', 'neighbours: [packet, gifts]'),
      'thank-you.md:11: neighbours: unknown topic gifts',
    ],
    [
      'itself as neighbour',
      () => replaced('neighbours:', 'neighbours: [thank-you]'),
      'thank-you.md:11: neighbours: unknown topic thank-you',
    ],
    [
      'an address without https',
      () => replaced('url:', '    url: http://example.org'),
      'thank-you.md:9: sources.0.url: not a well-formed https address',
    ],
    [
      'an unknown key',
      () => replaced('confidence:', 'confidence: high\nmood: good'),
      'thank-you.md:7: unknown key mood',
    ],
    [
      'a title too long',
      () => replaced("title: 'Thanks'", `title: '${'x'.repeat(61)}'`),
      'thank-you.md:2: title: longer than 60 characters',
    ],
    ['broken front matter', () => replaced('neighbours:', 'neighbours: [packet'), /^thank-you\.md:1[123]: /u],
    ['no front matter', () => parse(...body), 'thank-you.md:1: no front matter between two lines of ---'],
    [
      'an unknown section',
      () => parse(...front, ...body, '', '## Canada', '', 'x'),
      'thank-you.md:21: unknown section Canada',
    ],
    [
      'a section twice',
      () => parse(...front, ...body, '## IMG', 'x', '## IMG', 'x'),
      'thank-you.md:22: the section IMG is there twice',
    ],
    ['an empty section', () => parse(...front, ...body, '## IMG', ''), 'thank-you.md:20: nothing under IMG'],
    [
      'no details',
      () => parse(...front, 'Short.', '## IMG', 'x'),
      'thank-you.md:15: Details must follow the short answer',
    ],
    [
      'two paragraphs of short answer',
      () => parse(...front, 'One.', '', 'Two.', '## Details', 'x'),
      'thank-you.md:14: the short answer must be one paragraph',
    ],
    [
      'a short answer too long',
      () => parse(...front, 'x'.repeat(450), '## Details', 'x'),
      'thank-you.md:14: the short answer has 450 characters, 450 is too long',
    ],
    [
      'a body too long',
      () => parse(...front, 'Short.', '## Details', 'x'.repeat(2500)),
      /^thank-you\.md:14: the body has \d+ characters/u,
    ],
    [
      'a bad link, by the line it is in',
      () => parse(...front, 'Short.', '## Details', 'One', 'two [x](ftp://example.org).'),
      'thank-you.md:17: not a well-formed https address: ftp://example.org',
    ],
    [
      'bold without an end',
      () => parse(...front, 'Short **x.', '## Details', 'x'),
      'thank-you.md:14: unclear markup at *',
    ],
    [
      'a bare address',
      () => parse(...front, 'See https://a.org', '## Details', 'x'),
      'thank-you.md:14: unclear markup at ://',
    ],
    [
      'a numbered list',
      () => parse(...front, 'Short.', '## Details', '1. one'),
      'thank-you.md:16: only paragraphs, "- " bullets and "## " headings are understood',
    ],
    [
      'a paragraph stuck to a list',
      () => parse(...front, 'Short.', '## Details', '- one', 'two'),
      'thank-you.md:17: a blank line must follow a list',
    ],
  ])('refuses %s', (_, act, message) => {
    expect(act).toThrow(message);
  });
});

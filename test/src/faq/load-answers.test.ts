import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import type { Block, Line } from '../../../src/core/reply.ts';
import { lineText, toPlainText } from '../../../src/core/reply-text.ts';
import { loadAnswers, loadTopics, parseAnswer } from '../../../src/faq/load-answers.ts';
import { findSpecialty, loadPacks } from '../../../src/packs/load-packs.ts';
import type { FactRow } from '../../../src/packs/pack.ts';
import { serviceIds } from '../../../src/packs/service.ts';

const folder = new URL('../../../src/faq/answers/', import.meta.url);
const topics = loadTopics(new URL('../topics.yaml', folder));
const packs = loadPacks(new URL('../../../src/packs/', import.meta.url));
const answers = loadAnswers(folder, packs.rows);
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

/** The paragraphs and bullets of an answer, as they stand in its file. */
function passagesOf(slug: string): readonly string[] {
  const text = readFileSync(new URL(`${slug}.md`, folder), 'utf8');
  const body = text.slice(text.indexOf('\n---\n') + 5).replace(/^## .*$/gmu, '\n');
  return body
    .split(/\n{2,}|\n(?=- )/u)
    .map((passage) => passage.trim())
    .filter((passage) => passage !== '');
}

function tagsOf(passage: string): readonly string[] {
  return [...passage.matchAll(/\{([^{}]*)\}/gu)].flatMap(([, ids = '']) => ids.split(', '));
}

/** Figures, limits and what is called official rest on a source. Sample words in quotes and what is typed do not. */
function needsTag(passage: string): boolean {
  const claimed = passage.replace(/\{[^{}]*\}|"[^"]*"|`[^`]*`/gu, '');
  return /\d|\bat most\b|\bmaximum\b|\bunlimited\b|\*\*Officially/iu.test(claimed);
}

/** The figures among the rows, by id. */
const figures = new Map<string, number | undefined>(
  serviceIds.flatMap((service) => {
    const { maxLettersPerProgram, imgProcessingBusinessDays, importLookBackYears, importProcessingHours } =
      packs.services[service].facts;
    return [
      [`${service}/max-letters-per-program`, maxLettersPerProgram.value],
      [`${service}/img-processing-business-days`, imgProcessingBusinessDays.value],
      [`${service}/import-look-back-years`, importLookBackYears.value],
      [`${service}/import-processing-hours`, importProcessingHours.value],
    ] as const;
  }),
);
const numberWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

describe('the catalogue', () => {
  it('has the 52 topics', () => {
    expect(topics.size).toBe(52);
  });

  it('has an answer for each of them', () => {
    expect([...answers.keys()]).toEqual([...topics.keys()]);
  });

  it('has no short form that leads to two answers', () => {
    const aliases = all.flatMap(({ aliases }) => aliases.map((alias) => alias.toLowerCase()));
    expect(aliases.filter((alias, index) => aliases.indexOf(alias) !== index)).toEqual([]);
  });
});

describe.each(all.map((answer) => [answer.slug, answer] as const))('%s', (slug, answer) => {
  it('keeps its lengths', () => {
    expect(lineText(answer.short).length).toBeLessThan(450);
    expect(answer.title.length).toBeLessThanOrEqual(60);
    expect(toPlainText({ blocks: allBlocks(answer) }).length).toBeLessThan(2500);
  });

  it('tags every paragraph and bullet with a figure, or with what is official', () => {
    const untagged = passagesOf(slug).filter((passage) => needsTag(passage) && tagsOf(passage).length === 0);
    expect(untagged.map((passage) => `${slug}.md: ${passage}`)).toEqual([]);
  });

  it('gives the figures of the rows it cites', () => {
    for (const passage of passagesOf(slug)) {
      for (const figure of tagsOf(passage).flatMap((id) => figures.get(id) ?? []))
        expect(`${slug}.md: ${passage}`).toMatch(
          new RegExp(`\\b(${figure}|${numberWords[figure] ?? figure})\\b`, 'iu'),
        );
    }
  });

  it('notes the rows that its tags name', () => {
    expect([...answer.facts].sort()).toEqual([...new Set(passagesOf(slug).flatMap(tagsOf))].sort());
    expect(answer.facts.size).toBeGreaterThan(0);
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

  it('offers next steps that our commands take', () => {
    for (const { label, call } of answer.next) {
      const command = commands.find(({ path }) => path === call.path);
      expect(command, label).toBeDefined();
      const given = Object.fromEntries(Object.keys(call.args).map((name) => [name, command?.options[name]]));
      for (const option of Object.values(given)) expect(option, label).toBeDefined();
      if (call.path === 'lor topics') expect(topics.has(call.args.topic ?? ''), label).toBe(true);
      expect(call.args.topic).not.toBe(slug);
    }
  });

  it('has no markup in its texts', () => {
    const text = [answer.short, ...linesOf(allBlocks(answer))].flat().filter((part) => typeof part === 'string');
    expect(text.join('\n')).not.toMatch(/[*`[\]{}<>]/u);
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
  it.each([
    ['A program receives 4.', true],
    ['A program receives at most four.', true],
    ['**Officially**, this is allowed.', true],
    ['The number is unlimited.', true],
    ['Say: "by August 20?"', false],
    ['Ask early. {rhythm/ask-lead-days-2}', false],
    ['Ask two or three people.', false],
  ])('need a tag or not: %s', (passage, needed) => {
    expect(needsTag(passage)).toBe(needed);
  });

  it('of each service are given where they are asked for', () => {
    for (const slug of ['max-per-program', 'how-many-letters'])
      for (const id of serviceIds) expect(answers.get(slug)?.facts).toContain(`${id}/max-letters-per-program`);
    expect(answers.get('carms-how-many')?.facts).toContain('carms/max-letters-per-program');
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
  const checked = packs.services.eras.facts.maxLettersPerProgram.checked;
  const rows = new Map<string, FactRow>([
    ['eras/cap', { confidence: 'high', sources: ['https://example.org/page'], season: '2027', checked }],
    ['letters/habit', { confidence: 'low', sources: [], season: 'any', checked, says: 'People do so.' }],
    ['eras/size', { confidence: 'unconfirmed', sources: [], checked, says: 'The size is not confirmed.' }],
    ['eras/far', { confidence: 'high', sources: ['https://example.org/far'], season: '2027', checked }],
    [
      'specialty/skin',
      { confidence: 'medium', sources: ['https://example.org/far', 'https://example.org/page'], checked },
    ],
  ]);
  const parse = (...lines: readonly string[]) => parseAnswer('thank-you', lines.join('\n'), topics, rows);
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

  it('takes tags out of the text and notes their rows', () => {
    const answer = parse(
      ...front,
      'At most **4**. {eras/cap} It is so.',
      '{letters/habit, eras/cap}',
      '',
      '## Details',
      '',
      '- the size could not be read {eras/size}',
      '- "Yes." {specialty/skin}',
    );
    expect(lineText(answer.short)).toBe('At most 4. It is so.');
    expect(answer.details).toEqual([
      { kind: 'list', style: 'bullets', items: [['the size could not be read'], ['"Yes."']] },
    ]);
    expect([...answer.facts]).toEqual(['eras/cap', 'letters/habit', 'eras/size', 'specialty/skin']);
  });

  it('does not count tags as length', () => {
    const short = `${'x'.repeat(440)}. {eras/cap, letters/habit}`;
    expect(() => parse(...front, short, '## Details', `${'x'.repeat(2000)}. {eras/cap}`)).not.toThrow();
  });

  it('reads a file with the line ends of Windows', () => {
    expect(parseAnswer('thank-you', [...front, ...body].join('\r\n'), topics, rows)).toEqual(parse(...front, ...body));
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
      'an unknown fact, by the line it is in',
      () => parse(...front, 'Short.', '## Details', 'One', 'two. {eras/cap,', 'eras/cup}'),
      'thank-you.md:18: unknown fact eras/cup',
    ],
    [
      'a fact nobody could confirm that is told as sure',
      () => parse(...front, 'Short.', '## Details', '- It is small. {eras/size, letters/ask-size}', '- Please check.'),
      'thank-you.md:16: eras/size is unconfirmed, and the text does not say so',
    ],
    [
      'a fact whose source is not listed',
      () => parse(...front, 'Short. {eras/far}', '## Details', 'x'),
      'thank-you.md:14: eras/far comes from https://example.org/far, which is not among the sources',
    ],
    [
      'tags in the middle of a sentence',
      () => parse(...front, 'Short {eras/cap} words.', '## Details', 'x'),
      'thank-you.md:14: unclear markup at {',
    ],
    [
      'tags without a text',
      () => parse(...front, '{eras/cap}', '## Details', 'x'),
      'thank-you.md:14: unclear markup at {',
    ],
    [
      'tags that touch the sentence',
      () => parse(...front, 'Short.{eras/cap}', '## Details', 'x'),
      'thank-you.md:14: unclear markup at {',
    ],
    [
      'a brace without an end',
      () => parse(...front, 'Short. {eras/cap', '## Details', 'x'),
      'thank-you.md:14: unclear markup at {',
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

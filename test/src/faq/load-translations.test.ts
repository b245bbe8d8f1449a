import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lineText, toPlainText } from '../../../src/core/reply-text.ts';
import { loadAnswers } from '../../../src/faq/load-answers.ts';
import { loadTranslations } from '../../../src/faq/load-translations.ts';
import { loadPacks } from '../../../src/packs/load-packs.ts';

const folder = new URL('../../../src/faq/answers/', import.meta.url);
const french = new URL('fr/', folder);
const packs = loadPacks(new URL('../../../src/packs/', import.meta.url));
const originals = loadAnswers(folder, packs.rows);
const translations = loadTranslations(french, 'fr', originals, packs.rows);

/** The tags of each paragraph and bullet, in their order. */
function tagsByPassage(file: URL): readonly (readonly string[])[] {
  const text = readFileSync(file, 'utf8');
  const body = text.slice(text.indexOf('\n---\n') + 5);
  return body
    .split(/\n{2,}|\n(?=- )/u)
    .filter((passage) => passage.trim() !== '')
    .map((passage) => [...passage.matchAll(/\{([^{}]*)\}/gu)].flatMap(([, ids = '']) => ids.split(', ')).sort());
}

describe('the French answers', () => {
  it('are those about CaRMS, all of them', () => {
    const about = [...originals.keys()].filter((slug) => slug.startsWith('carms-'));
    expect([...translations.keys()].sort()).toEqual(about.sort());
  });

  it('have no short form that leads to two answers', () => {
    const aliases = [...translations.values()].flatMap((answer) => answer.aliases.map((alias) => alias.toLowerCase()));
    expect(aliases.filter((alias, index) => aliases.indexOf(alias) !== index)).toEqual([]);
    for (const [slug, { aliases: english }] of originals)
      for (const alias of english.filter((one) => aliases.includes(one))) {
        expect(translations.get(slug)?.aliases, alias).toContain(alias);
      }
  });
});

describe.each([...translations])('%s', (slug, answer) => {
  const blocks = [...answer.details, ...Object.values(answer.variants).flat(), ...(answer.img ?? [])];
  const text = toPlainText({ blocks: [{ kind: 'paragraph', line: answer.short }, ...blocks] });

  it('keeps the lengths of every answer', () => {
    expect(lineText(answer.short).length).toBeLessThan(450);
    expect(answer.title.length).toBeLessThanOrEqual(60);
    expect(text.length).toBeLessThan(2500);
  });

  it('rests, passage by passage, on the rows on which the English one rests', () => {
    const file = `${slug}.md`;
    expect(tagsByPassage(new URL(file, french))).toEqual(tagsByPassage(new URL(file, folder)));
  });

  it('has the figures of the English one, and no other', () => {
    const english = originals.get(slug);
    const all = [
      ...(english?.details ?? []),
      ...Object.values(english?.variants ?? {}).flat(),
      ...(english?.img ?? []),
    ];
    const original = toPlainText({ blocks: [{ kind: 'paragraph', line: english?.short ?? [] }, ...all] });
    const figures = (told: string) => (told.match(/\d+/gu) ?? []).map(Number).sort((a, b) => a - b);
    expect(figures(text)).toEqual(figures(original));
  });

  it('is French, with its spaces and apostrophes, and has nothing left in English', () => {
    const own = text.replaceAll(/applicant support form|my documents|reference requests/giu, '');
    expect(own).not.toMatch(/\b(?:the|of|and|your|letters?|request|check|referee|with|is|are|not)\b/iu);
    expect(text).not.toMatch(/'| :|« | »|[a-zé] [;!?]/u);
    expect(answer.language).toBe('fr');
  });

  it('sends the member to the program where programs decide', () => {
    expect(text).toContain('la description de chaque programme');
  });
});

describe('a translation that does not say what its original says', () => {
  const good = readFileSync(new URL('carms-deadline.md', french), 'utf8');

  function load(name: string, text: string) {
    const path = mkdtempSync(join(tmpdir(), 'lorbot-'));
    onTestFinished(() => rmSync(path, { recursive: true }));
    writeFileSync(join(path, name), text);
    return () => loadTranslations(pathToFileURL(`${path}/`), 'fr', originals, packs.rows);
  }

  it('is refused with its file and what differs', () => {
    expect(load('carms-deadline.md', good)).not.toThrow();
    expect(load('carms-other.md', good)).toThrow('fr/carms-other.md:1: no answer of this name to translate');
    const different = (find: string, by: string) => load('carms-deadline.md', good.replace(find, by));
    expect(different('CaRMS 2027', 'CaRMS 2028')).toThrow(
      'fr/carms-deadline.md:1: not as in carms-deadline.md: season',
    );
    expect(different('2026-11-22', '2026-11-21')).toThrow('checked');
    expect(different('confidence: medium', 'confidence: high')).toThrow('confidence');
    expect(different('neighbours: [carms-request, ', 'neighbours: [')).toThrow('neighbours');
    expect(different(', carms/translation-date}', '}')).toThrow('tags');
    expect(different('run: lor remind on', 'run: lor list')).toThrow('next');
    expect(different('## CaRMS', '## ERAS')).toThrow('sections');
    expect(different('kind: official', 'kind: school')).toThrow('sources');
  });

  it('is held against the rules of every answer', () => {
    expect(
      load('carms-deadline.md', good.replace('n’avons pas pu lire', 'avons lu').replaceAll('Vérifiez', 'Voyez')),
    ).toThrow('carms/milestone-day is unconfirmed, and the text does not say so');
    expect(load('carms-deadline.md', good.replace('carms/late-accepted', 'carms/late'))).toThrow(
      /^fr\/carms-deadline\.md:\d+: unknown fact carms\/late$/u,
    );
  });
});

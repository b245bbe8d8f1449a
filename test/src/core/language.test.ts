import { describe, expect, it } from 'vitest';
import { inLanguage } from '../../../src/core/in-language.ts';
import { languageOfLocale } from '../../../src/core/language.ts';
import {
  bullets,
  button,
  buttons,
  day,
  entry,
  fact,
  facts,
  heading,
  line,
  moment,
  note,
  paragraph,
  progress,
  reply,
} from '../../../src/core/reply.ts';
import { toPlainText } from '../../../src/core/reply-text.ts';

describe('a locale', () => {
  it.each([
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['FR_ca', 'fr'],
    ['en-US', 'en'],
    ['en-GB', 'en'],
    ['fro', undefined],
    ['de', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s is %s', (locale, language) => {
    expect(languageOfLocale(locale)).toBe(language);
  });
});

describe('a reply in a language', () => {
  const on = day('2027-08-01');
  const all = reply(
    heading('h'),
    paragraph(line`le ${on}`),
    bullets([line`le ${on}`]),
    facts(fact('f', [on])),
    entry([on], [[on]], [button('b', 'lor list')]),
    note([moment('2027-08-01T13:00:00.000Z', 'UTC')]),
    progress(['a', 'b'], 1),
    buttons(button('b', 'lor list')),
  );

  it('has all of its dates and counts in it', () => {
    const text = toPlainText(inLanguage(all, 'fr'));
    expect(text.match(/dim\. 1er août 2027/gu)).toHaveLength(6);
    expect(text).toContain('(1 sur 2)');
    expect(text).not.toMatch(/Aug|of 2/u);
    expect(toPlainText(all)).not.toContain('août');
  });

  it('keeps what is in another one already', () => {
    const english = inLanguage(all, 'en');
    expect(inLanguage(english, 'fr')).toBe(english);
    const mixed = inLanguage(reply(...english.blocks, paragraph([on])), 'fr');
    expect(toPlainText(mixed).match(/Sun 1 Aug 2027/gu)).toHaveLength(6);
    expect(toPlainText(mixed)).toMatch(/dim\. 1er août 2027$/u);
  });
});

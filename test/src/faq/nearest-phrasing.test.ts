import { describe, expect, it } from 'vitest';
import { decides, nearestPhrasing } from '../../../src/faq/nearest-phrasing.ts';
import { readPhrasings } from '../../../src/faq/read-phrasings.ts';

const parking = {
  slug: 'parking',
  title: 'Parking at our hospital',
  question: 'Where do I park at our hospital?',
  aliases: ['garage', 'parking permit'],
};
const wifi = { slug: 'wifi', title: 'Wifi on campus', question: 'How do I get on the wifi?', aliases: [] };
const chair = {
  slug: 'chair-form',
  title: 'Our chair letter form',
  question: 'Where is our program’s chair letter form?',
  aliases: [],
};
const own = [parking, wifi, chair];

/** The answer that decides, beside a matcher that is so sure of its own. */
function decided(question: string, certainty = 0): string | undefined {
  const nearest = nearestPhrasing(question, own);
  return nearest && decides(nearest, certainty) ? nearest.answer.slug : undefined;
}

describe('a community’s answer', () => {
  it.each([
    ['garage', 'parking'],
    ['GARAGE??', 'parking'],
    ['parking at our hospital', 'parking'],
    ['wifi', 'wifi'],
  ])('is found by each of its names, whatever else is sure: %s', (question, slug) => {
    expect(decided(question, 1)).toBe(slug);
  });

  it.each([
    ['our program’s chair letter form', 'chair-form'],
    ['where do i find the form for the chair letter', 'chair-form'],
    ['Where is the program chair LOR form', 'chair-form'],
    ['how do i park at the hospital', 'parking'],
    ['is there a parking permit for the hospital', 'parking'],
    ['parkng at the hosptial', 'parking'],
    ['how can i get wifi', 'wifi'],
  ])('is found in other words and misspelt: %s', (question, slug) => {
    expect(decided(question)).toBe(slug);
  });

  it('wins against a matcher that is less sure, and not against one that is surer', () => {
    const question = 'is there a parking permit for our hospital garden';
    const score = nearestPhrasing(question, own)?.score ?? 0;
    expect(score).toBeLessThan(0.8);
    expect(decided(question)).toBe('parking');
    expect(decided(question, 0.5)).toBeUndefined();
    expect(decided('the chair letter form', 0.9)).toBe('chair-form');
    // Near, but the word that tells them apart is missing.
    expect(decided('do i need a chair letter', 0.4)).toBeUndefined();
    expect(decided('is there a parking permit for the hospital', 0.9)).toBeUndefined();
  });

  it.each([
    'who at our hospital should write my letter',
    'letter from our hospital parking office',
    'how many letters do i need',
    'where can i upload',
    '',
    '???',
    'how do i',
  ])('is not for a question about something else: %s', (question) => {
    expect(decided(question)).toBeUndefined();
  });

  it('that does not name letters swallows no question about them, of all that are known', () => {
    const phrasings = readPhrasings(new URL('../../../src/faq/phrasings/', import.meta.url)).flat();
    const about = phrasings.filter(({ topic }) => topic !== 'none');
    expect(about.length).toBeGreaterThan(7_000);
    const swallowed = about.filter(({ text }) => ['parking', 'wifi'].includes(decided(text) ?? ''));
    expect(swallowed).toEqual([]);
  });

  it('is found in bounded time, however long the question', () => {
    const started = performance.now();
    decided('parking '.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('is none where there are none', () => {
    expect(nearestPhrasing('parking', [])).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/dates/calendar.ts';
import { loadFonts } from '../../../src/pictures/fonts.ts';
import { tones } from '../../../src/pictures/palette.ts';
import { symbols } from '../../../src/pictures/symbols.ts';
import { eventKinds, type Timeline, type TimelineEvent, type TimelineWords } from '../../../src/pictures/timeline.ts';
import { timelineAlt } from '../../../src/pictures/timeline-alt.ts';
import { mostEvents, timelineSvg } from '../../../src/pictures/timeline-svg.ts';
import { en } from '../../../src/words/en/index.ts';
import { fr } from '../../../src/words/fr/index.ts';
import { season } from '../../pictures/samples.ts';
import { contrast, type DrawnText, textsOf } from '../../support/drawn.ts';

const fonts = loadFonts();
const words = en.pictures.timeline;

function textsIn(timeline: Timeline, said: TimelineWords = words): readonly DrawnText[] {
  return textsOf(timelineSvg(timeline, said, fonts));
}

function inDays(days: number, name = `in ${days}`): TimelineEvent {
  return { name, day: addDays(season.today, days), kind: 'deadline' };
}

const names = fc.oneof(
  fc.constantFrom('Match Day', 'Échéance des lettres de référence', 'مقابلات', '面试', 'W'.repeat(200)),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const timelines: fc.Arbitrary<Timeline> = fc.record({
  title: names,
  today: fc.constant(season.today),
  events: fc.array(
    fc.record({
      name: names,
      day: fc.integer({ min: -200, max: 300 }).map((days) => addDays(season.today, days)),
      kind: fc.constantFrom(...eventKinds),
    }),
    { maxLength: 15 },
  ),
});

describe('a timeline', () => {
  test('runs from what is past over today to what is to come, whatever order it is given in', () => {
    const events = [inDays(30, 'later'), inDays(-9, 'before'), inDays(0, 'now'), inDays(5, 'soon')];
    const timeline = { ...season, events };
    const order = textsIn(timeline)
      .map(({ text }) => text)
      .filter((text) => ['before', 'now', 'soon', 'later'].includes(text) || text.startsWith('Today'));
    expect(order).toEqual(['before', 'Today · Mon 13 Sep 2027', 'now', 'soon', 'later']);
    expect(timelineAlt(timeline, words)).toBe(
      [
        'Deadlines ahead',
        '1. before (deadline): Sat 4 Sep, 9 days ago',
        'Today · Mon 13 Sep 2027',
        '2. now (deadline): Mon 13 Sep, today',
        '3. soon (deadline): Sat 18 Sep, in 5 days',
        '4. later (deadline): Wed 13 Oct, in 30 days',
      ].join('\n'),
    );
  });

  test.each([
    ['English', words],
    ['French', fr.pictures.timeline],
  ])('in %s has no text that is not in the text beside it', (_, said) => {
    const alt = timelineAlt(season, said);
    for (const { text } of textsIn(season, said)) for (const part of text.split(' · ')) expect(alt).toContain(part);
    for (const { name } of season.events) expect(textsIn(season, said).map(({ text }) => text)).toContain(name);
  });

  test('of many dates shows the next ones and counts the rest, which are beside it', () => {
    const events = Array.from({ length: 30 }, (_, index) => inDays(7 * (index - 10)));
    const drawn = textsIn({ ...season, events }).map(({ text }) => text);
    const shown = events.filter(({ name }) => drawn.includes(name)).map(({ name }) => name);
    expect(shown).toEqual(events.slice(8, 8 + mostEvents).map(({ name }) => name));
    expect(drawn).toContain('And 18 more dates; the text has them all.');
    for (const { name } of events) expect(timelineAlt({ ...season, events }, words)).toContain(`${name} (`);
  });

  test('of a season that is over shows its last dates', () => {
    const events = Array.from({ length: 14 }, (_, index) => inDays(index - 20));
    const drawn = textsIn({ ...season, events }).map(({ text }) => text);
    expect(events.filter(({ name }) => drawn.includes(name))).toEqual(events.slice(-mostEvents));
  });

  test('without dates says so, in the picture and beside it', () => {
    const empty = { ...season, events: [] };
    expect(textsIn(empty).map(({ text }) => text)).toContain('No dates yet.');
    expect(timelineAlt(empty, words)).toBe('Deadlines ahead\nToday · Mon 13 Sep 2027\nNo dates yet.');
  });

  test('gives a name that it cannot draw the number that it has in the text', () => {
    const events = [inDays(1), inDays(2, '面试'), inDays(3, 'Tea with 王老师')];
    const drawn = textsIn({ ...season, events }).map(({ text }) => text);
    expect(drawn).toEqual(expect.arrayContaining(['#2', '#3 Tea with □', words.lost('□')]));
    expect(timelineAlt({ ...season, events }, words)).toContain('2. 面试 (deadline)');
  });

  test('has a shape of its own for each kind of date', () => {
    const shapes = Object.values(symbols).map((symbol) => symbol(0, 0, tones.grey));
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  test('can be read: every text in it stands out from its ground, and none is over an edge or another text', () => {
    fc.assert(
      fc.property(timelines, fc.constantFrom(words, fr.pictures.timeline), (timeline, said) => {
        const boxes = textsIn(timeline, said)
          .filter(({ text }) => text !== '')
          .map((one) => {
            const width = fonts.width(one.text, one.size, one.weight);
            const left = one.align === 'end' ? one.x - width : one.x;
            return { ...one, left, right: left + width };
          });
        for (const { left, right, text, fill, ground, size } of boxes) {
          expect(contrast(fill, ground), `${text}: ${fill} on ${ground}`).toBeGreaterThanOrEqual(4.5);
          expect(size * (400 / 500)).toBeGreaterThanOrEqual(11);
          expect(left, text).toBeGreaterThanOrEqual(14);
          expect(right, text).toBeLessThanOrEqual(486.01);
        }
        for (const [index, one] of boxes.entries())
          for (const other of boxes.slice(index + 1))
            if (Math.abs(one.y - other.y) < 12)
              expect(one.right <= other.left || other.right <= one.left, `${one.text} / ${other.text}`).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

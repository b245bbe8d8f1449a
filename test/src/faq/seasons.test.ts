import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/dates/calendar.ts';
import { loadAnswers } from '../../../src/faq/load-answers.ts';
import { loadTranslations } from '../../../src/faq/load-translations.ts';
import { loadPacks } from '../../../src/packs/load-packs.ts';
import { serviceIds } from '../../../src/packs/service.ts';

const packsFolder = new URL('../../../src/packs/', import.meta.url);
const answersFolder = new URL('../../../src/faq/answers/', import.meta.url);
const { seasons } = loadPacks(packsFolder);

/** Each last day of a season, and the day after it, when the next one is in force. */
const borders = [
  ...new Set(
    serviceIds.flatMap((id) =>
      seasons[id].flatMap(({ facts: { ends } }) =>
        ends.value === undefined ? [] : [ends.value, addDays(ends.value, 1)],
      ),
    ),
  ),
].sort();

describe('the answers', () => {
  // A bot that starts on the first day of a season must not stumble over a row that its answers cite.
  it.each(borders)('can be read by the rules in force on %s', (today) => {
    const { rows } = loadPacks(packsFolder, today);
    const answers = loadAnswers(answersFolder, rows);
    const french = loadTranslations(new URL('fr/', answersFolder), 'fr', answers, rows);
    expect([answers.size, french.size > 0]).toEqual([52, true]);
  });
});

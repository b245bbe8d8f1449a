import { describe, expect, it } from 'vitest';
import { prepareFiles } from '../../../src/core/prepare-files.ts';
import { filesOf } from '../../../src/core/reply.ts';
import { toPlainText } from '../../../src/core/reply-text.ts';
import type { Day } from '../../../src/core/time.ts';
import { loadFonts } from '../../../src/pictures/fonts.ts';
import { createPictures, type Pictures } from '../../../src/pictures/pictures.ts';
import type { AnnouncedDate } from '../../../src/reminders/announced.ts';
import { digestReply } from '../../../src/views/digest.ts';
import { wordsIn } from '../../../src/words/words-in.ts';

const zone = 'America/New_York';
const pictures = createPictures(loadFonts());
const date = (name: string, day: Day, more: Partial<AnnouncedDate> = {}): AnnouncedDate => ({
  ...{ name, day, time: null, zone, system: null, kind: 'community', by: { who: 'community' } },
  ...more,
});

function written(dates: readonly AnnouncedDate[], by: Pictures = pictures) {
  const digest = { id: 'D1', cron: '0 9 * * MON', zone, ahead: 45 };
  const source = { digest, dates, now: '2027-08-25T13:00:00.000Z', late: false } as const;
  return digestReply(source, { pictures: by, words: wordsIn('en') });
}

const hostile = '@everyone <!channel> \u{1f600} & <svg onload="x"> \u202e';

describe('a post', () => {
  it('says in words all that its picture shows', () => {
    const post = written([date('A', '2027-09-01'), date(hostile, '2027-09-02')]);
    expect(filesOf(post)).toHaveLength(1);
    expect(toPlainText(post)).toContain('A: Wed 1 Sep 2027 (in 7 days)');
    expect(toPlainText(post)).toContain(`${hostile}: Thu 2 Sep 2027`);
  });

  it('goes without its picture where that cannot be drawn', async () => {
    const broken: Pictures = {
      ...pictures,
      timeline: (...drawn) => {
        const { name, mime, alt, bytes } = pictures.timeline(...drawn);
        return { name, mime, alt, bytes, prepare: () => Promise.reject(new Error('no fonts')) };
      },
    };
    const post = await prepareFiles(written([date('A', '2027-09-01'), date('B', '2027-09-02')], broken));
    expect(filesOf(post)).toEqual([]);
    expect(toPlainText(post)).toContain('B: Thu 2 Sep 2027');
  });

  it('calls nobody', () => {
    expect(written([date(hostile, '2027-09-01')]).calls).toBeUndefined();
  });

  it('gives the tip of the nearest date that letters have to do with', () => {
    const result = date('Match Day', '2027-08-27', { kind: 'result', system: 'nrmp' });
    const text = toPlainText(written([result, date('Letters', '2027-09-25')]));
    expect(text).toContain('Four to six weeks before a deadline is the time to ask');
  });

  it('says who says a date', () => {
    const source = 'https://example.org/dates';
    const said = (by: AnnouncedDate['by']) => toPlainText(written([date('A', '2027-09-01', { by })]));
    expect(said({ who: 'source', source, sure: true })).toContain('(in 7 days), source (https://example.org/dates)\n');
    expect(said({ who: 'source', source, sure: false })).toContain('not from its owner: check before you rely on it');
    expect(said({ who: 'source', source: 'common advice', sure: true })).toContain('(in 7 days)\n');
    expect(said({ who: 'admins' })).toContain('(in 7 days), confirmed by the admins here');
  });
});

import { describe, expect, it } from 'vitest';
import { isSchedule, parseCron } from '../../../src/reminders/cron.ts';

/** A schedule as one short text: time, days, months, weekdays. */
function read(text: string): string {
  const parsed = parseCron(text);
  if (!isSchedule(parsed)) return Object.values(parsed).join(' ');
  const { time, days, months, weekdays } = parsed;
  return [time, days, months, weekdays].map((part) => (part.length === 0 ? '*' : String(part))).join(' ');
}

describe('a cron expression', () => {
  it.each([
    ['0 9 * * *', '09:00 * * *'],
    ['0 9 * * MON', '09:00 * * 1'],
    ['  30   17  1,15 *   *  ', '17:30 1,15 * *'],
    ['5 0 * * ?', '00:05 * * *'],
    ['59 23 31 12 *', '23:59 31 12 *'],
    ['0 9 * * mon-fri', '09:00 * * 1,2,3,4,5'],
    ['0 9 * * 1-5', '09:00 * * 1,2,3,4,5'],
    ['0 9 * * 0', '09:00 * * 7'],
    ['0 9 * * 7', '09:00 * * 7'],
    ['0 9 * * 0,7', '09:00 * * 7'],
    ['0 9 * * sun', '09:00 * * 7'],
    ['0 9 * * 5-7', '09:00 * * 5,6,7'],
    ['0 9 * * sun-tue', '09:00 * * 1,2,7'],
    ['0 9 * * Tuesday', '09:00 * * 2'],
    ['0 9 * * thurs', '09:00 * * 4'],
    ['0 9 * sep-nov *', '09:00 * 9,10,11 *'],
    ['0 9 * sept *', '09:00 * 9 *'],
    ['0 9 * JAN,September *', '09:00 * 1,9 *'],
    ['0 9 1-10/3 * *', '09:00 1,4,7,10 * *'],
    ['0 9 */10 * *', '09:00 1,11,21,31 * *'],
    ['0 9 20/5 * *', '09:00 20,25,30 * *'],
    ['0 9 */99 * *', '09:00 1 * *'],
    ['0 9 15,1,15 * *', '09:00 1,15 * *'],
    ['0 9 29 2 *', '09:00 29 2 *'],
    ['0 9 31 * *', '09:00 31 * *'],
    ['0 9 30 2 mon', '09:00 30 2 1'],
    ['0 9 30 feb,mar *', '09:00 30 2,3 *'],
  ])('“%s” is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['* 9 * * *', 'too-often minute *'],
    ['*/5 9 * * *', 'too-often minute */5'],
    ['0,30 9 * * *', 'too-often minute 0,30'],
    ['0-5 9 * * *', 'too-often minute 0-5'],
    ['0 * * * *', 'too-often hour *'],
    ['0 9-17 * * *', 'too-often hour 9-17'],
    ['0 9,17 * * *', 'too-often hour 9,17'],
    ['? 9 * * *', 'too-often minute ?'],
    ['0 ? * * *', 'too-often hour ?'],
  ])('“%s” comes more than once a day and is refused: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['', 'fields 1'],
    ['0 9 * *', 'fields 4'],
    ['0 0 9 * * MON', 'fields 6'],
    ['@daily', 'fields 1'],
    ['60 9 * * *', 'bad-field minute 60'],
    ['0 24 * * *', 'bad-field hour 24'],
    ['0 9am * * *', 'bad-field hour 9am'],
    ['0 9 0 * *', 'bad-field day 0'],
    ['0 9 32 * *', 'bad-field day 32'],
    ['0 9 10-5 * *', 'bad-field day 10-5'],
    ['0 9 1-10/0 * *', 'bad-field day 1-10/0'],
    ['0 9 1,,2 * *', 'bad-field day 1,,2'],
    ['0 9 L * *', 'bad-field day l'],
    ['0 9 * 13 *', 'bad-field month 13'],
    ['0 9 * foo *', 'bad-field month foo'],
    ['0 9 * marble *', 'bad-field month marble'],
    ['0 9 * * 8', 'bad-field weekday 8'],
    ['0 9 * * monkey', 'bad-field weekday monkey'],
    ['0 9 * * mo', 'bad-field weekday mo'],
    ['0 9 * * mon#2', 'bad-field weekday mon#2'],
    ['0 9 * * -1', 'bad-field weekday -1'],
    ['0 9 99999999999999999999999 * *', 'bad-field day 99999999999999999999999'],
  ])('“%s” cannot be read: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['0 9 30 2 *', '0 9 31 2,4,6,9,11 *', '0 9 30-31 feb *'])('“%s” would never come', (text) => {
    expect(read(text)).toBe('never');
  });
});

import {
  type Block,
  bullets,
  button,
  buttons,
  heading,
  type Line,
  note,
  paragraph,
  type Reply,
  reply,
} from '../core/reply.ts';
import { alarms } from '../letters/alarm.ts';
import { uploadDays } from '../letters/dates.ts';
import type { LetterWithWriter } from '../letters/letter.ts';
import { byWeight, type Notice, type NoticeRule } from '../reminders/notice.ts';
import type { Situation } from '../reminders/notices.ts';
import type { Words } from '../words/words.ts';
import { alarmLines } from './alarm.ts';
import { letterEntry } from './letter.ts';

/** Letters that one message shows; the rest is counted. */
const shown = 6;

/** What a message is, beside what it tells. */
export interface AboutMessage {
  /** The delivery, for what is put off or done. */
  readonly id: string;
  readonly late: boolean;
}

/** Rules after which a mail is the next thing to write. */
const mailRules: readonly NoticeRule[] = [
  'ask-window',
  'ask-now',
  'last-day',
  'packet',
  'nudge',
  'no-answer',
  'thanks',
];

/** The message of the day: each letter once, with what presses most, why, and the next step as a button. */
export function noticesReply(
  notices: readonly Notice[],
  situation: Situation,
  { id, late }: AboutMessage,
  words: Words,
): Reply {
  const said = words.reminders.notices;
  const letters = lettersIn(notices, situation);
  const about = (rule: NoticeRule) => notices.filter((one) => one.rule === rule);
  const hidden = letters.length - shown;
  return reply(
    heading(said.title(letters.length + about('short').length)),
    late && note(said.late),
    ...letters.slice(0, shown).flatMap(({ one, rule }) => letterBlocks(one, rule, situation, words)),
    hidden > 0 && note(said.more(hidden)),
    ...shortPrograms(about('short'), situation, words),
    ...about('result')
      .slice(0, 1)
      .flatMap(() => resultBlocks(situation, words)),
    ...about('expiry')
      .slice(0, 1)
      .flatMap(({ key }) => expiryBlocks(key, words)),
    note(said.why),
    afterwards(id, words),
    buttons(button(words.letters.buttons.list, 'lor list'), button(words.reminders.turnOff, 'lor remind off')),
  );
}

/** Every letter that is spoken of with its heaviest rule, in that order. */
function lettersIn(notices: readonly Notice[], { letters }: Situation) {
  const found = new Map<string, { readonly one: LetterWithWriter; readonly rule: NoticeRule }>();
  for (const { about, rule } of notices.toSorted(byWeight)) {
    const one = letters.find(({ letter }) => letter.id === about);
    if (one && !found.has(one.letter.id)) found.set(one.letter.id, { one, rule });
  }
  return [...found.values()];
}

function letterBlocks(one: LetterWithWriter, rule: NoticeRule, situation: Situation, words: Words): readonly Block[] {
  const { img, packs, today } = situation;
  const advice: Readonly<Partial<Record<NoticeRule, Line>>> = words.reminders.advice;
  return [
    letterEntry(one, today, words, uploadDays(img, { packs, today })(one)),
    paragraph(advice[rule] ?? []),
    ...(mailRules.includes(rule)
      ? [buttons(button(words.reminders.notices.write, 'lor draft', { letter: one.letter.id }))]
      : []),
  ];
}

function shortPrograms(notices: readonly Notice[], situation: Situation, words: Words): readonly Block[] {
  const wanted = new Set(notices.map(({ about }) => about));
  const short = alarms(situation, 0).filter((alarm) => alarm.code === 'short' && wanted.has(alarm.program));
  return short.length > 0 ? [bullets(alarmLines(short, situation, words))] : [];
}

function resultBlocks({ letters }: Situation, words: Words): readonly Block[] {
  const waiting = letters.find(({ letter }) => letter.told === null && letter.reached.uploaded !== undefined);
  return [
    paragraph(words.reminders.notices.result),
    ...(waiting
      ? [buttons(button(words.reminders.notices.write, 'lor draft', { letter: waiting.letter.id, kind: 'result' }))]
      : []),
  ];
}

/** The day of the deletion stands in the key: `expiry::2028-01-02:1`. */
function expiryBlocks(key: string, words: Words): readonly Block[] {
  const on = /\d{4}-\d{2}-\d{2}/u.exec(key)?.[0] as `${number}-${number}-${number}` | undefined;
  return on
    ? [
        paragraph(words.reminders.notices.expiry(on)),
        buttons(button(words.settings.privacy.buttons.copy, 'lor data export')),
      ]
    : [];
}

/** What can be done with a message that came: put it off, or be done with it. */
export function afterwards(id: string, words: Words): Block {
  const said = words.reminders.snooze.buttons;
  return buttons(
    button(said.hour, 'lor remind snooze', { message: id, until: '1h' }),
    button(said.tomorrow, 'lor remind snooze', { message: id, until: 'tomorrow' }),
    button(said.week, 'lor remind snooze', { message: id, until: 'week' }),
    button(words.reminders.done.button, 'lor remind done', { message: id }),
  );
}

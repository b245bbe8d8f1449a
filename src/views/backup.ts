import type { Call } from '../core/invocation.ts';
import {
  type Block,
  bullets,
  button,
  buttons,
  heading,
  type Line,
  menu,
  note,
  paragraph,
  type Reply,
  reply,
} from '../core/reply.ts';
import type { BackupClock } from '../letters/backup.ts';
import type { Letter, LetterWithWriter, Writer } from '../letters/letter.ts';
import type { Words } from '../words/words.ts';
import { undoButton } from './letter.ts';

/** The clock of a letter, who stands by, and what can be done about it; `remind` where a reminder is in place. */
export function backupReply(
  { letter, writer }: LetterWithWriter,
  clock: BackupClock,
  writers: readonly Writer[],
  words: Words,
  said: { readonly first?: Line; readonly change?: string; readonly remind?: boolean } = {},
): Reply {
  const { backup } = words;
  const standing = letter.backup;
  const name = writers.find(({ id }) => id === standing?.writer)?.name ?? '';
  const args = { letter: letter.id };
  return reply(
    said.first && paragraph(said.first),
    heading(backup.title(writer.name)),
    clock.now !== null && paragraph(backup.now(clock.now.point)),
    clock.points.length > 0
      ? bullets(clock.points.map(({ point, day, done }) => backup.point(point, day, done)))
      : paragraph(backup.noClock),
    paragraph(whoStandsBy()),
    standing?.activated == null && pickWriter(letter, writers, { path: 'lor backup', args }, words),
    buttons(
      standing !== null &&
        standing.activated === null &&
        button(backup.buttons.activate, 'lor backup', { ...args, activate: 'yes' }, 'primary'),
      standing !== null &&
        standing.activated === null &&
        button(backup.buttons.remove, 'lor backup', { ...args, writer: 'none' }),
      said.remind && button(words.letters.buttons.draftNudge, 'lor draft', { ...args, kind: 'nudge' }),
      said.change !== undefined && undoButton(said.change, words),
      button(words.letters.buttons.show, 'lor show', args),
    ),
    note(backup.never),
  );

  function whoStandsBy(): Line {
    if (standing === null) return backup.nobody;
    return standing.activated === null
      ? backup.standsBy(name, standing.since)
      : backup.steppedIn(name, standing.activated);
  }
}

/** Who could stand by, to pick from; the way to note somebody where there is nobody else. */
export function pickWriter(letter: Letter, writers: readonly Writer[], call: Call, words: Words): Block {
  const others = writers.filter(({ id }) => id !== letter.writer && id !== letter.backup?.writer);
  const choices = others.map(({ id, name }) => ({ value: id, label: name }));
  return choices.length > 0
    ? menu(words.backup.pick, call, 'writer', choices)
    : buttons(button(words.writers.buttons.addWriter, 'lor writer add'));
}

import type { Line } from '../core/reply.ts';
import type { Alarm } from '../letters/alarm.ts';
import type { Dossier } from '../letters/dossier.ts';
import { namingFrom } from '../letters/named-need.ts';
import type { Words } from '../words/words.ts';

/** The alarms as sentences, in their order: of letters that go nowhere, and of programs that lack some. */
export function alarmLines(
  alarms: readonly Alarm[],
  { letters, programs, packs }: Dossier,
  words: Words,
): readonly Line[] {
  const naming = namingFrom(packs);
  return alarms.map((alarm) => {
    const name =
      alarm.code === 'unassigned'
        ? letters.find(({ letter }) => letter.id === alarm.letter)?.writer.name
        : programs.find(({ id }) => id === alarm.program)?.name;
    return words.checks.alarm(alarm, name ?? '', naming);
  });
}

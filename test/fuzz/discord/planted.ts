import { unkeepable } from '../../../src/core/text.ts';
import { hostileToDiscord } from '../../support/hostile-texts.ts';
import { signature } from '../calls.ts';
import { kept, plantedLines, readingLines } from '../planted.ts';
import { type Sent, valuesIn } from './attack.ts';
import { zebras } from './messages.ts';
import { attaches, type People, presses, runs, types } from './people.ts';
import { administrator, helperRole, home, noah, olive, strangers } from './places.ts';

/** A member who is to be left in peace. */
export interface Planted {
  readonly user: string;
  /** What is kept, by whoever may read it. */
  readonly words: readonly string[];
}

/** The administrator says where questions for a person go, and who is called. */
export async function openHelp(people: People): Promise<void> {
  await runs(people, administrator, 'lor-admin settings', { helpers: helperRole, channel: home.channel });
}

/**
 * Two members with letters, programs, notes and reminders, a file that waits to be taken in and a
 * question that waits to be posted; and all that was sent to them meanwhile.
 */
export async function plant(
  people: People,
): Promise<{ readonly planted: readonly Planted[]; readonly handed: readonly Sent[] }> {
  const planted = [
    { user: noah, words: kept[0] },
    { user: olive, words: kept[1] },
  ] as const;
  const handed: Sent[] = [];
  for (const { user, words } of planted) {
    const [name, program, word] = words;
    for (const line of plantedLines(words)) handed.push(...(await types(people, line, user)));
    const table = `name,due\nDr. ${word},2027-09-15\nDr. ${program},2027-09-16`;
    handed.push(...(await attaches(people, user, 'lor data import', 'file', table)));
    handed.push(...(await runs(people, user, 'lor human', { question: `Who knows ${name}?` })));
  }
  return { planted, handed };
}

/** All that a planted member reads of themselves. */
export async function readBack(people: People, { user }: Planted): Promise<readonly Sent[]> {
  const read: Sent[] = [];
  for (const line of readingLines) read.push(...(await types(people, line, user)));
  return read;
}

/** What means harm and can be kept. */
const harms = hostileToDiscord.filter((text) => unkeepable(text) === undefined);

function harm(at: number): string {
  return `${signature} ${harms[at % harms.length]}`;
}

/**
 * Answers in an administrator's words that mean harm, and what strangers keep and ask in such words; all
 * that is sent meanwhile.
 */
export async function plantHarm(people: People): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  for (const [at, zebra] of zebras.entries()) {
    const some = harms.filter((_, index) => index % zebras.length === at);
    const question = `What about ${zebra}? ${harm(at)}`;
    const link = `https://${zebra}.example/?a=<${at}>`;
    const answer = { topic: zebra, title: `${zebra} ${some[0]}`, question, text: some.join(' '), aliases: zebra, link };
    sent.push(...(await runs(people, administrator, 'lor-admin answer add', answer)));
  }
  for (const [at, user] of strangers.entries()) {
    const words = [0, 1, 2].map((index) =>
      harm(3 * at + index)
        .replaceAll('"', "'")
        .replaceAll('\n', ' '),
    );
    for (const line of linesOf(words)) sent.push(...(await types(people, line, user)));
    const asked = await runs(people, user, 'lor human', { question: harm(at) });
    const [post] = asked.flatMap(valuesIn).filter((id) => id.startsWith('b|lor post') && id.endsWith('yes'));
    if (post === undefined) throw new Error('nobody can be asked');
    sent.push(...asked, ...(await presses(people, user, post)));
  }
  return sent;
}

function linesOf([name, program, word]: readonly string[]): readonly string[] {
  return [
    `/lor add name:"${name}" due:"in 90 days" title:"${word}"`,
    `/lor program add "${program}" letters:3 notes:"${word}"`,
    `/lor writer add "${word}" notes:"${name}"`,
  ];
}

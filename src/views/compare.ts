import {
  type Block,
  type Button,
  button,
  buttons,
  entry,
  heading,
  joinLines,
  type Line,
  note,
  paragraph,
  type Reply,
  reply,
  strong,
} from '../core/reply.ts';
import { type Candidate, kindAdvice } from '../letters/compare.ts';
import type { Packs } from '../packs/pack.ts';
import type { Words } from '../words/words.ts';

/**
 * Writers beside each other, the likeliest to write a good letter first: what their kind is good for, what
 * the member said of them, and why each stands where they stand. No score: there is none to show.
 */
export function compareReply(candidates: readonly Candidate[], packs: Packs, words: Words): Reply {
  const { compare } = words;
  const list = button(words.writers.buttons.list, 'lor writer list');
  if (candidates.length < 2)
    return reply(
      heading(compare.title),
      paragraph(compare.test),
      paragraph(compare.too),
      buttons(button(words.writers.buttons.addWriter, 'lor writer add', {}, 'primary'), list),
    );
  return reply(
    heading(compare.title),
    paragraph(compare.test),
    ...candidates.map((candidate, index) => candidateEntry(candidate, candidates[index + 1], packs, words)),
    buttons(list),
    note(compare.residents),
    note(compare.advice),
  );
}

function candidateEntry(candidate: Candidate, next: Candidate | undefined, packs: Packs, words: Words): Block {
  const { compare } = words;
  const { writer, ahead, department } = candidate;
  const { kind } = writer;
  const [fits, watch] = kind === null ? [null, null] : [compare.bestFor[kind], compare.careful[kind]];
  const details: readonly (Line | false)[] = [
    said(candidate, words),
    kind !== null && [compare.kind(words.letters.kind[kind], weightOf(candidate, words))],
    fits !== null && compare.fits(fits),
    watch !== null && compare.watch(watch),
    department !== null && departmentLine(department, packs, words),
    ahead !== null && next !== undefined && compare.ahead(ahead, next),
  ];
  return entry(
    [strong(writer.name)],
    details.filter((one) => one !== false),
    entryButtons(candidate, words),
  );
}

/** What the member said of a writer, in one line. */
function said({ story, field, lastDay, standing }: Candidate, words: Words): Line {
  const { compare } = words;
  const parts: readonly (Line | false)[] = [
    [compare.story[story]],
    compare.field[field] !== null && [compare.field[field]],
    lastDay !== null && compare.lastDay(lastDay.day, lastDay.days),
    standing !== null && [compare.standing(standing.stage, standing.answer)],
  ];
  return joinLines(
    parts.filter((one) => one !== false),
    ' · ',
  );
}

function weightOf({ writer }: Candidate, { compare }: Words): string | null {
  const weight = writer.kind === null ? null : kindAdvice[writer.kind].weight;
  return weight === null ? null : compare.weight[weight];
}

function departmentLine(
  { custom, row }: NonNullable<Candidate['department']>,
  { rows, specialties }: Packs,
  { compare }: Words,
): Line {
  const name = specialties.find(({ id }) => row === `specialty/${id}`)?.name ?? '';
  return compare.department(custom, name, rows.get(row)?.confidence !== 'low');
}

function entryButtons({ writer, standing }: Candidate, words: Words): readonly Button[] {
  const edit = button(words.compare.edit, 'lor writer edit', { writer: writer.id });
  return standing === null ? [button(words.compare.ask, 'lor add', { name: writer.name }), edit] : [edit];
}

import { type ChangedRecord, type Letter, memberLimits, type Writer } from '../letters/letter.ts';
import { newLetter, newWriter } from '../letters/new-records.ts';
import { type Draft, draftOf, isChanged, newDraft } from './draft.ts';
import type { Importing, Mine, RowProblem } from './import-plan.ts';
import { nameKeys } from './name-key.ts';

/** What a file makes of a member's writers and letters, as far as it is read. */
export interface LetterLedger {
  /** Of two writers with the same name the first is meant. */
  findWriter(name: string): Draft<Writer> | undefined;
  nameOf(writer: string | undefined): string | null;
  addWriter(name: string): Draft<Writer>;
  /** A letter that stands, to be written into. */
  take(letter: Letter): Draft<Letter>;
  addLetter(writer: Writer): Draft<Letter>;
  /** Why no further one can be added. */
  limit(what: 'writers' | 'letters'): RowProblem | undefined;
  /** Everything that is not as it was: writers before their letters. */
  records(): readonly ChangedRecord[];
}

/** Begins with what stands. */
export function letterLedger(mine: Mine, by: Importing): LetterLedger {
  const writers: Draft<Writer>[] = [];
  const byName = new Map<string, Draft<Writer>>();
  const letters: Draft<Letter>[] = [];

  function keepWriter(draft: Draft<Writer>): Draft<Writer> {
    writers.push(draft);
    for (const key of nameKeys(draft.after.name)) if (!byName.has(key)) byName.set(key, draft);
    return draft;
  }

  function keepLetter(draft: Draft<Letter>): Draft<Letter> {
    letters.push(draft);
    return draft;
  }

  function count(what: 'writers' | 'letters'): number {
    const added = letters.filter(({ before }) => before === null).length;
    return what === 'writers' ? writers.length : mine.letters.length + added;
  }

  for (const writer of mine.writers) keepWriter(draftOf(writer));
  return {
    findWriter: (name) =>
      nameKeys(name)
        .map((key) => byName.get(key))
        .find((draft) => draft !== undefined),
    nameOf: (writer) => writers.find(({ after }) => after.id === writer)?.after.name ?? null,
    addWriter: (name) => keepWriter(newDraft(newWriter(by.ids(), by.member, name))),
    take: (letter) => keepLetter(draftOf(letter)),
    addLetter({ id }) {
      // How far it is, its row says.
      const letter = { ...newLetter(by.ids(), by.member, id, by.today), service: by.service, reached: {} };
      return keepLetter(newDraft(letter));
    },
    limit: (what) => {
      const max = memberLimits[what];
      return count(what) >= max ? { code: 'limit', what, max } : undefined;
    },
    records: () => [
      ...writers.filter(isChanged).map(({ before, after }): ChangedRecord => ({ kind: 'writer', before, after })),
      ...letters.filter(isChanged).map(({ before, after }): ChangedRecord => ({ kind: 'letter', before, after })),
    ],
  };
}

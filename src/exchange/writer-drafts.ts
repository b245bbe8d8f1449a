import type { Writer } from '../letters/letter.ts';
import { type Draft, draftOf, newDraft } from './draft.ts';
import { nameKeys } from './name-key.ts';

/** Writers on their way, by name. */
export interface WriterDrafts {
  find(name: string): Draft<Writer> | undefined;
  add(writer: Writer): Draft<Writer>;
  all(): readonly Draft<Writer>[];
}

/** The writers whom a member tracks, to be found and added to. Of two with the same name the first is meant. */
export function writerDrafts(known: readonly Writer[]): WriterDrafts {
  const drafts: Draft<Writer>[] = [];
  const byKey = new Map<string, Draft<Writer>>();
  const keep = (draft: Draft<Writer>) => {
    drafts.push(draft);
    for (const key of nameKeys(draft.after.name)) if (!byKey.has(key)) byKey.set(key, draft);
    return draft;
  };
  for (const writer of known) keep(draftOf(writer));
  return {
    find: (name) =>
      nameKeys(name)
        .map((key) => byKey.get(key))
        .find((draft) => draft !== undefined),
    add: (writer) => keep(newDraft(writer)),
    all: () => drafts,
  };
}

import { memberLimits } from '../letters/letter.ts';
import type { Program } from '../letters/program.ts';
import { type Draft, draftOf, newDraft } from './draft.ts';
import { nameKey } from './name-key.ts';

/** Programs on their way, by name. */
export interface ProgramDrafts {
  find(name: string): Draft<Program> | undefined;
  /** `undefined` when there are as many as there may be. */
  add(program: Program): Draft<Program> | undefined;
  all(): readonly Draft<Program>[];
}

/** The programs that a member tracks, to be found and added to. */
export function programDrafts(known: readonly Program[]): ProgramDrafts {
  const byKey = new Map<string, Draft<Program>>();
  const drafts: Draft<Program>[] = [];
  const keep = (draft: Draft<Program>) => {
    const key = nameKey(draft.after.name);
    if (!byKey.has(key)) byKey.set(key, draft);
    drafts.push(draft);
    return draft;
  };
  for (const program of known) keep(draftOf(program));
  return {
    find: (name) => byKey.get(nameKey(name)),
    add: (program) => (drafts.length < memberLimits.programs ? keep(newDraft(program)) : undefined),
    all: () => drafts,
  };
}

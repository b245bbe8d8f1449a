import type { RawArgs } from '../../src/core/invocation.ts';
import type { Mentions } from '../../src/faq/faq.ts';
import { findSpecialty } from '../../src/packs/load-packs.ts';
import type { Packs } from '../../src/packs/pack.ts';
import type { Picked } from '../../src/views/case.ts';

/**
 * An answer as a button carries it: its topic and the case that was named beside it, in ids, which
 * are short. What a member's settings say is no part of it.
 */
export function answerArgs(topic: string, picked: Picked, mentioned: Mentions, packs: Packs): RawArgs {
  const specialty = mentioned.specialty ?? findSpecialty(packs, picked.specialty ?? '');
  const named = {
    topic,
    service: mentioned.service ?? picked.service,
    specialty: specialty?.id,
    img: yesOrNo(mentioned.img ?? picked.img),
    reapplicant: yesOrNo(mentioned.reapplicant ?? picked.reapplicant),
  };
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function yesOrNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'yes' : 'no';
}

import { flag, optional, whenAsked } from '../../src/core/options.ts';
import { type WriterKind, writerKinds } from '../../src/letters/letter.ts';
import { kindAliases } from '../../src/letters/spoken.ts';
import { type ServiceId, serviceAliases, serviceNames } from '../../src/packs/service.ts';

/** Values that several commands let people choose from, with the words that people use for them. */
export const services = {
  labels: serviceNames,
  aliases: serviceAliases,
} as const satisfies { labels: Record<ServiceId, string>; aliases: Record<string, ServiceId> };

export const kinds = {
  labels: writerKinds,
  aliases: kindAliases.en,
} as const satisfies { labels: Record<WriterKind, string>; aliases: Record<string, WriterKind> };

/** Answers the guard, which asks where a text may tell who a patient is. */
export const aboutPatient = whenAsked(optional(flag('Is this about a patient?')));

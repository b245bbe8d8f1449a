import { type WriterKind, writerKinds } from '../../src/letters/letter.ts';
import type { ServiceId } from '../../src/packs/service.ts';

/** Values that several commands let people choose from, with the words that people use for them. */
export const services = {
  labels: { eras: 'ERAS', carms: 'CaRMS', residencycas: 'ResidencyCAS', 'sf-match': 'SF Match' },
  aliases: { myeras: 'eras', 'residency cas': 'residencycas', sfmatch: 'sf-match', sf: 'sf-match' },
} as const satisfies { labels: Record<ServiceId, string>; aliases: Record<string, ServiceId> };

export const kinds = {
  labels: writerKinds,
  aliases: {
    pd: 'program-director',
    director: 'program-director',
    'department head': 'chair',
    pi: 'research-mentor',
    research: 'research-mentor',
    mentor: 'research-mentor',
    faculty: 'attending',
    preceptor: 'attending',
    community: 'community-physician',
  },
} as const satisfies { labels: Record<WriterKind, string>; aliases: Record<string, WriterKind> };

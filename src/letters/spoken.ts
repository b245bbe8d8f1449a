import type { Language } from '../core/language.ts';
import type { WriterKind } from './letter.ts';
import type { Stage } from './stages.ts';

/** Words that people use for what a writer is to them, besides our own names; in French in either gender. */
export const kindAliases = {
  en: {
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
  fr: {
    chef: 'chair',
    cheffe: 'chair',
    'cheffe de département': 'chair',
    'directeur de département': 'chair',
    'directrice de département': 'chair',
    'directeur de programme': 'program-director',
    'directrice de programme': 'program-director',
    directeur: 'program-director',
    directrice: 'program-director',
    superviseur: 'attending',
    superviseure: 'attending',
    'médecin superviseur': 'attending',
    'médecin superviseure': 'attending',
    'médecin traitant': 'attending',
    'médecin traitante': 'attending',
    patron: 'attending',
    patronne: 'attending',
    mentor: 'research-mentor',
    mentore: 'research-mentor',
    recherche: 'research-mentor',
    'mentor de recherche': 'research-mentor',
    'mentore de recherche': 'research-mentor',
    'directeur de recherche': 'research-mentor',
    'directrice de recherche': 'research-mentor',
    communautaire: 'community-physician',
    'médecin communautaire': 'community-physician',
    'médecin de famille': 'community-physician',
  },
} as const satisfies Record<Language, Record<string, WriterKind>>;

/** Words that people use for the stages, besides our own names. */
export const stageAliases = {
  en: {
    packet: 'packet-sent',
    sent: 'packet-sent',
    yes: 'agreed',
    no: 'declined',
    drop: 'dropped',
    done: 'processed',
  },
  fr: {
    prévu: 'planned',
    demandé: 'asked',
    accepté: 'agreed',
    oui: 'agreed',
    dossier: 'packet-sent',
    envoyé: 'packet-sent',
    portail: 'requested',
    téléversé: 'uploaded',
    reçue: 'uploaded',
    traité: 'processed',
    terminé: 'processed',
    terminée: 'processed',
    refusé: 'declined',
    refus: 'declined',
    non: 'declined',
    abandonné: 'dropped',
  },
} as const satisfies Record<Language, Record<string, Stage>>;

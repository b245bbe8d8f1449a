import type { WriterKind } from '../../letters/letter.ts';
import type { Answer, Stage } from '../../letters/stages.ts';
import type { ServiceId } from '../../packs/service.ts';

/** What a writer is to a member. */
export const kinds: Readonly<Record<WriterKind, string>> = {
  chair: 'Chef de département',
  'program-director': 'Direction de programme',
  attending: 'Médecin superviseur(e)',
  'research-mentor': 'Mentorat de recherche',
  'community-physician': 'Médecin en milieu communautaire',
  other: 'Autre',
};

/** Words that people use for a writer's part, in either gender. */
export const kindAliases: Readonly<Record<string, WriterKind>> = {
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
};

/** The stages as a menu has them. */
export const stages: Readonly<Record<Stage, string>> = {
  planned: 'Prévue',
  asked: 'Demandée',
  agreed: 'Acceptée',
  'packet-sent': 'Dossier envoyé',
  requested: 'Demandée dans le portail',
  uploaded: 'Téléversée',
  processed: 'Traitée',
  declined: 'Refusée',
  dropped: 'Abandonnée',
};

export const stageAliases: Readonly<Record<string, Stage>> = {
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
};

export const answers: Readonly<Record<Answer, string>> = {
  strong: 'Une lettre très favorable',
  lukewarm: 'Un oui tiède',
};

export const answerAliases: Readonly<Record<string, Answer>> = {
  favorable: 'strong',
  'très favorable': 'strong',
  franc: 'strong',
  'oui franc': 'strong',
  forte: 'strong',
  tiède: 'lukewarm',
};

/** Names that are the same in every language. */
export const services: Readonly<Record<ServiceId, string>> = {
  eras: 'ERAS',
  carms: 'CaRMS',
  residencycas: 'ResidencyCAS',
  'sf-match': 'SF Match',
};

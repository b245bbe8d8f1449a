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

/** What the guard asks where a text may tell who a patient is. */
export const aboutPatient = 'Est-ce au sujet d’un patient?';

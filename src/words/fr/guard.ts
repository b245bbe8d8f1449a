import type { Line } from '../../core/reply.ts';
import type { PatientDetail } from '../../guard/finding.ts';
import type { Words } from '../words.ts';
import { both, phrase } from './phrase.ts';

const parts: Readonly<Record<PatientDetail, string>> = {
  'record-number': 'un numéro de dossier',
  'account-number': 'un numéro de compte',
  'social-security': 'un numéro d’assurance sociale',
  'health-number': 'un numéro d’assurance maladie',
  'other-number': 'le numéro d’un appareil ou d’un véhicule',
  phone: 'un numéro de téléphone près d’un patient',
  email: 'une adresse courriel près d’un patient',
  online: 'la page d’un patient',
  address: 'une adresse près d’un patient',
  room: 'un numéro de chambre ou de lit',
  initials: 'des initiales près d’un patient',
  name: 'un nom près d’un patient',
  date: 'une date près d’un patient',
  age: 'un âge de plus de 89 ans',
  workplace: 'le lieu de travail d’un patient',
  'rare-diagnosis': 'un diagnostic rare avec un lieu',
  'public-detail': 'ce que tout le monde sait de quelqu’un',
};

function listed(kinds: readonly PatientDetail[]): string {
  return both([...new Set(kinds)].map((kind) => parts[kind]));
}

export const guard: Words['guard'] = {
  refused: (kinds: readonly PatientDetail[]): Line =>
    phrase`Rien n’a été gardé : on y trouve ${listed(kinds)}. Une formulation plus sûre la remplace; relisez-la avant de l’envoyer.`,
  doubtful: (kinds: readonly PatientDetail[]): Line =>
    phrase`Rien n’est encore gardé : on pourrait y reconnaître un patient ou une patiente, par ${listed(kinds)}. Dites que ce n’est pas au sujet d’un patient, ou reformulez.`,
  reminder: phrase`C’est un rappel et non une garantie : je connais les formes courantes de tels détails, pas toutes.`,
  safer: phrase`Une formulation plus sûre :`,
  notAboutPatient: 'Pas au sujet d’un patient',
};

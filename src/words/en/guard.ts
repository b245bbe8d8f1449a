import { type Line, line } from '../../core/reply.ts';
import type { PatientDetail } from '../../guard/finding.ts';

/** The parts that can tell who a patient is, as they are named to whoever wrote them. */
const parts: Readonly<Record<PatientDetail, string>> = {
  'record-number': 'a record number',
  'account-number': 'an account number',
  'social-security': 'a social security number',
  'health-number': 'a health insurance number',
  'other-number': 'the number of a device or a vehicle',
  phone: 'a phone number beside a patient',
  email: 'an e-mail address beside a patient',
  online: 'a page of a patient',
  address: 'an address beside a patient',
  room: 'a room or bed number',
  initials: 'initials beside a patient',
  name: 'a name beside a patient',
  date: 'a date beside a patient',
  age: 'an age over 89',
  workplace: 'where a patient works',
  'rare-diagnosis': 'a rare diagnosis with a place',
  'public-detail': 'what everybody knows of somebody',
};

/** `a`, `a and b`, `a, b and c`; a kind that comes twice is named once. */
function listed(kinds: readonly PatientDetail[]): string {
  const names = [...new Set(kinds)].map((kind) => parts[kind]);
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** What is said where a text seems to tell who a patient is. */
export const guard = {
  refused: (kinds: readonly PatientDetail[]): Line =>
    line`Nothing was kept: it holds ${listed(kinds)}. A safer wording stands in its place; please read it before you send it.`,
  doubtful: (kinds: readonly PatientDetail[]): Line =>
    line`Nothing was kept yet: it may tell who a patient is, by ${listed(kinds)}. Say that it is not about a patient, or put it in other words.`,
  reminder: line`This is a reminder and no certificate: I know common forms of such details, not all of them.`,
  safer: line`A safer wording:`,
  notAboutPatient: 'Not about a patient',
};

/**
 * What can tell who a patient is: the identifiers that HIPAA's Safe Harbor names (45 CFR
 * 164.514(b)(2)(i)), as far as a text can hold them, and what points at one person as surely.
 */
export type PatientDetail =
  | 'record-number'
  | 'account-number'
  | 'social-security'
  /** Of a health plan or health insurance. */
  | 'health-number'
  /** Of a device or a vehicle. */
  | 'other-number'
  | 'phone'
  | 'email'
  /** A page or account of theirs. */
  | 'online'
  | 'address'
  | 'room'
  | 'initials'
  | 'name'
  /** A day, or a month, on which something happened to them; a date of birth. */
  | 'date'
  /** Over 89. */
  | 'age'
  | 'workplace'
  /** A diagnosis so rare that the place is enough to know who has it. */
  | 'rare-diagnosis'
  /** An office, fame, the news: what everybody around knows of one person. */
  | 'public-detail';

/** A piece of the text, in UTF-16 units, `to` after its end. */
export interface Part {
  readonly what: PatientDetail;
  readonly from: number;
  readonly to: number;
}

/**
 * What a text holds. `patient` is an identifier for certain; `doubtful` may be one, and whoever
 * wrote it knows. `rewrite` is the text without any of the parts, and is itself clean.
 */
export type Finding =
  | { readonly kind: 'clean' }
  | { readonly kind: 'patient' | 'doubtful'; readonly parts: readonly Part[]; readonly rewrite: string };

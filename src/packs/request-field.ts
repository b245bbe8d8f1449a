/** What a service can ask for when a letter is requested. Which of them, and in which order, a season's pack says. */
export const requestFields = [
  'writer-name',
  'writer-title',
  'writer-email',
  /** A specialty, or General. */
  'specialty',
  /** A specific discipline, or none: CaRMS has it in the place of the specialty. */
  'discipline',
  /** Narrative or standardized; in CaRMS the type of reference document. */
  'letter-form',
  /** Whether it meets a requirement for a letter of the department's chair. */
  'chair-requirement',
  /** Whether the writer directs the residency or fellowship that the applicant is in. */
  'program-director',
  'waiver',
  'cv',
  'photo',
] as const;

export type RequestField = (typeof requestFields)[number];

/** How many letters of a sort. */
interface Wanted {
  /** Fewer are too few; 0 where none is asked for and `better` says what helps. */
  readonly min: number;
  readonly better?: number | undefined;
  /** More are seldom of use. */
  readonly atMost?: number | undefined;
}

export const chairCustoms = ['expected', 'customary', 'sometimes', 'not-usual'] as const;

/** How usual a letter of the chair or the department is, from nearly everywhere to hardly anywhere. */
export type ChairCustom = (typeof chairCustoms)[number];

/**
 * What programs of a specialty in the United States commonly want of a set of letters, for counting.
 * What is absent is unknown. It says nothing about CaRMS, where a program may not insist on letters
 * from its own discipline.
 */
export interface SpecialtyNeeds {
  /**
   * Letters by people of the specialty, on whatever form: one on a form of `forms` counts here as well.
   * `from` are the specialties whose people count, where it is not the specialty itself.
   */
  readonly own?: (Wanted & { readonly from?: readonly string[] | undefined }) | undefined;
  /** Letters on a form, by its id. */
  readonly forms?: readonly (Wanted & { readonly form: string })[] | undefined;
  /** Letters that are neither from the specialty nor on one of its forms, at least. */
  readonly other?: number | undefined;
  /** Whoever fills in the form writes no second letter. */
  readonly oneLetterOfFormWriter?: true | undefined;
  readonly chair?: ChairCustom | undefined;
  /** The id of the form that is the letter of the department, or stands for it. */
  readonly chairForm?: string | undefined;
  /** Letters for other specialties are usually sent there again, whatever their label. */
  readonly reuses?: true | undefined;
  /** What figures cannot say: one phrase without a full stop. */
  readonly note?: string | undefined;
}

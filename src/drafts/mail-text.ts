/** A place in a mail that only its sender can fill. */
interface Gap {
  readonly gap: string;
}

/** Text of a mail. Gaps are kept apart from words, for a name may have brackets too. */
export type MailText = readonly (string | Gap)[];

/** Writes a text: words as they stand, with facts, gaps and other texts between them. */
export function mail(words: TemplateStringsArray, ...parts: readonly (string | MailText)[]): MailText {
  return words.flatMap((word, index) => {
    const part = parts[index] ?? '';
    return typeof part === 'string' ? [word, part] : [word, ...part];
  });
}

/** What the member has to say here, in the member's own terms: `your name`. */
export function gap(what: string): MailText {
  return [{ gap: what }];
}

export function isEmpty(text: MailText): boolean {
  return mailString(text).trim() === '';
}

/** The text as it goes into a mail, gaps in brackets. */
export function mailString(text: MailText): string {
  return text.map((part) => (typeof part === 'string' ? part : `[${part.gap}]`)).join('');
}

/** Each gap once, in the order of the texts. */
export function gapsOf(texts: readonly MailText[]): readonly string[] {
  return [...new Set(texts.flat().flatMap((part) => (typeof part === 'string' ? [] : [part.gap])))];
}

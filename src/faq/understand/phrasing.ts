/** A way somebody asked, with the topic it belongs to; `none` for what is not for the bot. */
export interface Phrasing {
  readonly topic: string;
  readonly text: string;
}

/** What is not about letters for residency, or asks nothing. */
export const none = 'none';

/** Reads `topic<TAB>text` lines. */
export function parsePhrasings(tsv: string): readonly Phrasing[] {
  return tsv.split('\n').flatMap((row) => {
    const [topic, text] = row.split('\t');
    return topic && text ? [{ topic, text }] : [];
  });
}

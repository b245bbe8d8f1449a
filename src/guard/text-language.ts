import type { Reading } from './reading.ts';

const french =
  /^(?:le|la|les|un|une|des|du|avec|dans|pour|chez|ma|mon|patiente|ans|chambre|ch|lit|nee?|dossier|mme|qui|est|et|sa|son|au|de|avait|ddn|nam|ramq|nas|pte|hospitalise|jour|carte|assurance)$/u;
const english = /^(?:the|a|an|with|w|in|for|my|and|was|had|her|his|of|at|on|rm|room|bed|pt|is|to|yo|from|i|you)$/u;

/** The language in which a text is written, by its small words; English when they do not say. */
export function textLanguage({ tokens }: Reading): 'en' | 'fr' {
  const count = (pattern: RegExp) => tokens.filter(({ word }) => pattern.test(word)).length;
  return count(french) > count(english) ? 'fr' : 'en';
}

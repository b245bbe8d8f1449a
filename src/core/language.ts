/** The languages in which the bot speaks. */
export const languages = ['en', 'fr'] as const;

export type Language = (typeof languages)[number];

/** What is spoken where nobody said otherwise, and what a text without a language is in. */
export const usualLanguage: Language = 'en';

/** The language of a platform's locale, such as `fr` or `en-US`; `undefined` when it is not spoken here. */
export function languageOfLocale(locale: string | undefined): Language | undefined {
  const language = locale?.toLowerCase().split(/[-_]/u)[0];
  return languages.find((one) => one === language);
}

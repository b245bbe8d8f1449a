import type { Language } from '../core/language.ts';
import { browserLanguage, type Page, pageResponse } from '../core/page.ts';
import type { Route } from '../core/ports.ts';

/** What the bot keeps and who sees it, at an address: directories of apps ask for one. */
export function privacyRoute(pageIn: (language: Language) => Page): Route {
  return {
    method: 'GET',
    path: '/privacy',
    async handle({ headers }) {
      const language = browserLanguage(headers);
      return pageResponse(200, pageIn(language), language);
    },
  };
}

import type { Language } from '../core/language.ts';
import { browserLanguage, type Page, pageResponse } from '../core/page.ts';
import type { Route } from '../core/ports.ts';

/** A document at an address of its own, for which directories of apps ask: what is kept, under which terms. */
export function documentRoute(path: string, pageIn: (language: Language) => Page): Route {
  return {
    method: 'GET',
    path,
    async handle({ headers }) {
      const language = browserLanguage(headers);
      return pageResponse(200, pageIn(language), language);
    },
  };
}

import { keptAfterLeaving } from '../communities/presence.ts';
import { inLanguage } from '../core/in-language.ts';
import type { Language } from '../core/language.ts';
import type { Page } from '../core/page.ts';
import { bullets, type Line, note, reply } from '../core/reply.ts';
import { toPlainText } from '../core/reply-text.ts';
import { wordsIn } from '../words/words-in.ts';

/** What `/lor privacy` says to everybody alike. */
export function privacyPage(language: Language): Page {
  const { privacy } = wordsIn(language).settings;
  const points = [...privacy.points, privacy.removed(keptAfterLeaving), privacy.left];
  return document(privacy.title, points, privacy.operator, language);
}

/** What everybody who uses the bot agrees to. */
export function termsPage(language: Language): Page {
  const { terms } = wordsIn(language).settings;
  return document(terms.title, terms.points, terms.operator, language);
}

function document(title: string, points: readonly Line[], last: Line, language: Language): Page {
  const said = inLanguage(reply(bullets(points), note(last)), language);
  return { title, lines: toPlainText(said).split(/\n+/u) };
}

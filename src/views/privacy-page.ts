import { keptAfterLeaving } from '../communities/presence.ts';
import { inLanguage } from '../core/in-language.ts';
import type { Language } from '../core/language.ts';
import type { Page } from '../core/page.ts';
import { bullets, note, reply } from '../core/reply.ts';
import { toPlainText } from '../core/reply-text.ts';
import { wordsIn } from '../words/words-in.ts';

/** What `/lor privacy` says to everybody alike. */
export function privacyPage(language: Language): Page {
  const { privacy } = wordsIn(language).settings;
  const points = [...privacy.points, privacy.removed(keptAfterLeaving), privacy.left];
  const said = inLanguage(reply(bullets(points), note(privacy.operator)), language);
  return { title: privacy.title, lines: toPlainText(said).split(/\n+/u) };
}

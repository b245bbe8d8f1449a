import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { none, type Phrasing } from '../../src/faq/understand/phrasing.ts';

/** A way to find a question's topic: the likeliest one and how sure, as a number to compare with its own others. */
export type Find = (question: string) => { readonly topic: string; readonly score: number };

/** What a search over the phrasings finds best says the topic. Nothing found is none of ours. */
export function miniSearch(phrasings: readonly Phrasing[]): Find {
  const search = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  search.addAll(phrasings.map(({ text }, id) => ({ id, text })));
  return (question) => {
    const [best] = search.search(question, { fuzzy: 0.2, prefix: true });
    return { topic: (best && phrasings[best.id as number]?.topic) ?? none, score: best?.score ?? 0 };
  };
}

/** The same with Fuse.js, word by word, as its documentation advises for long texts. */
export function fuse(phrasings: readonly Phrasing[]): Find {
  const options = { keys: ['text'], includeScore: true, ignoreLocation: true, threshold: 0.6 };
  const search = new Fuse([...phrasings], options);
  return (question) => {
    const [best] = search.search(question.slice(0, 100), { limit: 1 });
    return { topic: best?.item.topic ?? none, score: 1 - (best?.score ?? 1) };
  };
}

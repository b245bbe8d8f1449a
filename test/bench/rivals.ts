import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { none, type Phrasing } from '../../src/faq/understand/phrasing.ts';

/** What a library finds for a question: the topic of its best phrasing, and how good that one is by its own measure. */
export interface Found {
  /** The best phrasing's; `none` when that is a message that is none of ours, or when nothing is found. */
  readonly first: string;
  /** The best phrasing's that has a topic. */
  readonly topic: string;
  readonly score: number;
}

export type Find = (question: string) => Found;

/** A search over the phrasings, forgiving as its documentation advises for typed questions. */
export function miniSearch(phrasings: readonly Phrasing[]): Find {
  const search = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  search.addAll(phrasings.map(({ text }, id) => ({ id, text })));
  return (question) => {
    const hits = search.search(question, { fuzzy: 0.2, prefix: true });
    return found(hits.map(({ id, score }) => ({ topic: phrasings[id as number]?.topic ?? none, score })));
  };
}

/** The same with Fuse.js, wherever in a phrasing the words stand. */
export function fuse(phrasings: readonly Phrasing[]): Find {
  const search = new Fuse([...phrasings], {
    keys: ['text'],
    includeScore: true,
    ignoreLocation: true,
    threshold: 0.6,
  });
  return (question) => {
    const hits = search.search(question, { limit: 200 });
    return found(hits.map(({ item, score = 1 }) => ({ topic: item.topic, score: 1 - score })));
  };
}

function found(hits: readonly { readonly topic: string; readonly score: number }[]): Found {
  const [best] = hits;
  const topic = hits.find((hit) => hit.topic !== none)?.topic ?? none;
  return { first: best?.topic ?? none, topic, score: best?.score ?? 0 };
}

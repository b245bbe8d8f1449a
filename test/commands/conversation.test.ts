import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { understandHere } from '../../commands/shared/conversation.ts';
import { loadKnowledge } from '../../src/bot.ts';
import type { Answer } from '../../src/faq/answer.ts';
import type { Decision, Faq } from '../../src/faq/faq.ts';

const { faq } = loadKnowledge();
const last = faq.answers.get('reuse-letter') as Answer;
const other = faq.answers.get('packet') as Answer;

/** What a question comes to in a DM after the answer to `last`, where a question alone is unsure. */
async function asksOn(question: string, nearest: readonly Answer[], together: Answer) {
  const decide = (asked: string): Decision =>
    asked === question
      ? { kind: 'unsure', confidence: 0.2, nearest }
      : { kind: 'answer', answer: together, confidence: 0.9, nearest: [] };
  const { decision } = await understandHere(question, {
    actor: { account: { platform: 'terminal', workspace: 'w', user: 'maya' } } as never,
    community: 'w',
    place: { kind: 'dm' },
    heard: undefined,
    now: '2027-09-01T12:00:00.000Z',
    ports: {
      faq: { ...faq, decide: decide as Faq['decide'] } satisfies Faq,
      conversations: { lastTopic: async () => last.slug } as never,
    },
  });
  return decision.kind === 'answer' ? decision.answer.slug : decision.kind;
}

describe('a message that alone is not sure, after an answer', () => {
  it('is understood together with what was asked, where it points there by itself', async () => {
    expect(await asksOn('even an old one?', [last], last)).toBe('reuse-letter');
    expect(await asksOn('in which folder?', [other], other)).toBe('packet');
  });

  it('is no more than unsure where it points elsewhere', async () => {
    expect(await asksOn('is the cafeteria open', [other], last)).toBe('unsure');
  });

  it('is about the last answer where it goes on', async () => {
    expect(await asksOn('and otherwise?', [], other)).toBe('reuse-letter');
  });

  it('is nothing more where it only thanks', async () => {
    expect(await asksOn('ok, thanks!', [last], last)).toBe('unsure');
  });
});

describe('after an unrelated answer', () => {
  /** What a message comes to, by the real matcher, after the answer about thanks. */
  async function says(message: string, heard?: 'overheard', before = 'thank-you') {
    const { decision } = await understandHere(message, {
      actor: { account: { platform: 'terminal', workspace: 'w', user: 'maya' } } as never,
      community: 'w',
      place: heard ? { kind: 'channel', channel: 'c' } : { kind: 'dm' },
      heard: heard && { as: heard, thread: 't' },
      now: '2027-09-01T12:00:00.000Z',
      ports: { faq, conversations: { lastTopic: async () => before } as never },
    });
    return decision.kind === 'answer' ? decision.answer.slug : decision.kind;
  }

  it.each(['can i waive in eras', 'when is eras deadline', 'is img harder', 'dose of amoxicillin for otitis media'])(
    '“%s” is not about thanks',
    async (message) => {
      expect(await says(message)).not.toBe('thank-you');
    },
  );

  it('questions mean what they mean when nothing was said before', async () => {
    const rows = readFileSync(new URL('../faq/unseen.tsv', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    const questions = rows.map((row) => row.split('\t')).filter(([topic]) => topic !== 'none' && topic !== 'thank-you');
    const cold = questions.flatMap(([, question = '']) => {
      const decision = faq.decide(question, 'asked');
      return decision.kind === 'answer' ? [[question, decision.answer.slug] as const] : [];
    });
    const differing: string[] = [];
    for (const [question, slug] of cold) if ((await says(question)) !== slug) differing.push(question);
    expect(cold.length).toBeGreaterThan(400);
    expect(differing.length).toBeLessThan(5);
  });

  it.each(['i hate IM', 'lol carms people', 'my wife is in peds', 'two pizzas for the EM people', 'urology rocks'])(
    '“%s”, said to everybody, is passed over',
    async (message) => {
      expect(await says(message, 'overheard', 'carms-how-many')).toBe('silent');
    },
  );

  it('another specialty is another question where the answer is about one', async () => {
    expect(await says('and obgyn?', undefined, 'sloe-em')).not.toBe('sloe-em');
    expect(await says('and for carms?', undefined, 'max-per-program')).toBe('max-per-program');
  });
});

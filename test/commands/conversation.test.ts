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
      ? { kind: 'unsure', confidence: 0.1, nearest }
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

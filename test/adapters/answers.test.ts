import { describe, expect, it } from 'vitest';
import { renderMessages as renderDiscord } from '../../adapters/discord/render.ts';
import { renderMessages as renderSlack } from '../../adapters/slack/render.ts';
import { plainPaint, renderReply } from '../../adapters/terminal/render.ts';
import { loadKnowledge } from '../../src/bot.ts';
import type { Reply } from '../../src/core/reply.ts';
import { lineText } from '../../src/core/reply-text.ts';
import type { Answer } from '../../src/faq/answer.ts';
import { findSpecialty } from '../../src/packs/load-packs.ts';
import { serviceIds } from '../../src/packs/service.ts';
import { answerReply, type Case, relatedTo, topicsReply } from '../../src/views/answer.ts';
import { withVotes } from '../../src/views/feedback.ts';
import { en } from '../../src/words/en/index.ts';
import { dense, readable } from './discord/shown.ts';
import { expectAcceptable } from './discord/within-limits.ts';
import { expectMessageWithinLimits, shownIn } from './slack/within-limits.ts';

const { faq, packs } = loadKnowledge();
const all = [...faq.answers.values()];

/** Everybody an answer is different for. */
function casesOf(answer: Answer): readonly Case[] {
  const named = [...answer.specialties.keys()].map((name) => ({
    specialties: [findSpecialty(packs, name) ?? []].flat(),
  }));
  const someone = { specialties: [] };
  return [
    someone,
    ...[...serviceIds].map((service) => ({ ...someone, service })),
    ...named,
    { ...someone, img: true },
    { ...someone, reapplicant: true },
    { service: 'eras', img: true, reapplicant: true, specialties: [findSpecialty(packs, 'IM') ?? []].flat() },
  ];
}

/** An answer as a community sees it, with the buttons under it. */
function voted(answer: Answer, about: Case, related: readonly Answer[]): Reply {
  return withVotes(answerReply(answer, about, related, '2026-12-01', en), answer.slug, 'W1', en);
}

/** What each platform shows of a reply, after its limits were looked at. */
function shownOn(reply: Reply): Readonly<Record<string, string>> {
  const slack = renderSlack(reply);
  const discord = renderDiscord(reply, 'private');
  for (const message of slack) expectMessageWithinLimits(message);
  for (const message of discord) expectAcceptable(message);
  return {
    slack: shownIn(slack.map(({ blocks }) => blocks)),
    discord: readable(discord),
    terminal: renderReply(reply, plainPaint, () => '').text,
  };
}

describe.each(all.map((answer) => [answer.slug, answer] as const))('%s', (_, answer) => {
  it('is shown on three platforms, for everybody it is different for, whole and with its sources', () => {
    for (const about of casesOf(answer)) {
      const related = relatedTo(answer, [], faq.answers);
      for (const [platform, shown] of Object.entries(shownOn(voted(answer, about, related)))) {
        const seen = dense(shown);
        for (const { title } of answer.sources) expect(seen, platform).toContain(dense(title));
        expect(seen, platform).toContain(dense(lineText(answer.short)));
        const section = about.service && answer.variants[about.service];
        const [first] = section ?? [];
        if (first?.kind === 'paragraph') expect(seen, platform).toContain(dense(lineText(first.line)));
        for (const { label } of answer.next) expect(seen, platform).toContain(dense(label));
        expect(seen, platform).toContain(dense('This helped'));
        expect(seen, platform).toContain(dense('This did not help'));
      }
    }
  });
});

it('the list of topics offers each of them on three platforms', () => {
  for (const [platform, shown] of Object.entries(shownOn(topicsReply(all, en)))) {
    for (const { title } of all) expect(dense(shown), platform).toContain(dense(title));
  }
});

it('no answer needs more than two messages', () => {
  for (const answer of all) {
    for (const about of casesOf(answer)) {
      const reply = voted(answer, about, relatedTo(answer, [], faq.answers));
      const name = `${answer.slug} ${JSON.stringify(about.service)}`;
      expect(renderSlack(reply).length, name).toBeLessThanOrEqual(2);
      expect(renderDiscord(reply, 'private').length, name).toBeLessThanOrEqual(2);
    }
  }
});

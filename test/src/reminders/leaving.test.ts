import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keptAfterLeaving } from '../../../src/communities/presence.ts';
import { leftTooLongAgo } from '../../../src/reminders/leaving.ts';

describe('how long everything stays after the bot was removed', () => {
  it('is counted in days of twenty-four hours, whatever clocks do meanwhile', () => {
    expect(leftTooLongAgo('2027-11-20T09:00:00.000Z')).toBe('2027-10-21T09:00:00.000Z');
  });

  it.each(['README.md', 'docs/slack.md', 'docs/discord.md'])('is told in %s', (page) => {
    const text = readFileSync(new URL(`../../../${page}`, import.meta.url), 'utf8');
    expect(text).toMatch(new RegExp(`\\b${keptAfterLeaving} days (?:after|later)`, 'u'));
  });
});

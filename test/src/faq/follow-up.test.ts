import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/bot.ts';
import { isCourtesy } from '../../../src/faq/courtesy.ts';
import { readFollowUp } from '../../../src/faq/follow-up.ts';

const { faq } = loadKnowledge();
const read = (message: string) => {
  const { mentions, ...rest } = readFollowUp(message, faq);
  return { ...rest, service: mentions.service, specialty: mentions.specialty?.name, img: mentions.img };
};

describe('a message that goes on with what was answered', () => {
  it.each([
    ['and for carms?', { service: 'carms' }],
    ['carms?', { service: 'carms' }],
    ['for img?', { img: true }],
    ["what if i'm an IMG", { img: true }],
    ['im in carms', { service: 'carms' }],
    ['how about EM', { specialty: 'Emergency medicine' }],
    ['what about im?', { specialty: 'Internal medicine' }],
    ['same for neurology', { specialty: 'Neurology' }],
    ['and internal medicine as an img?', { specialty: 'Internal medicine', img: true }],
    ['what about 4?', {}],
  ])('brings only a case: %s', (message, about) => {
    expect(read(message)).toMatchObject({ bare: true, ...about });
  });

  it.each([
    ['and who should write it?', true],
    ['what about a resident?', true],
    ['how many letters for carms?', false],
    ['thanks', false],
    ['is the cafeteria open on sundays', false],
    ['and', true],
  ])('asks more than a case: %s', (message, goesOn) => {
    expect(read(message)).toMatchObject({ bare: false, goesOn });
  });

  it('is short', () => {
    expect(read('and when i applied last year there was a form that i had to fill in').goesOn).toBe(false);
  });
});

describe('courtesy', () => {
  it.each(['thanks!', 'ok thank you so much', 'great, got it', 'lol', 'Hi'])('asks nothing: %s', (message) => {
    expect(isCourtesy(message)).toBe(true);
  });

  it.each(['thanks, and for carms?', 'ok but who asks', 'no letters yet'])('is not all of: %s', (message) => {
    expect(isCourtesy(message)).toBe(false);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/bot.ts';
import { isCourtesy } from '../../../src/faq/courtesy.ts';
import type { Faq } from '../../../src/faq/faq.ts';

let faq: Faq;
beforeAll(() => {
  ({ faq } = loadKnowledge());
});

describe('a question', () => {
  test.each([
    ['how many letters do i need', 'how-many-letters'],
    ['do i need 3 or 4 for IM', 'how-many-letters'],
    ['max letters per program', 'max-per-program'],
    ['can i reuse my letter from last year', 'reuse-letter'],
    ['my attending hasnt uploaded my lor and its due next week', 'late-writer'],
    ['letter writer not responding', 'late-writer'],
    ['shoud i wave my right to see teh letter', 'waive-rights'],
    ['who should i ask for a rec', 'who-to-ask'],
    ['when should i ask for letters', 'timing-ask'],
    ['what do i put in the packet', 'packet'],
    ['big name or someone who knows me well', 'big-name-vs-knows-me'],
    ['do i need a chair letter', 'chair-letter'],
    ['how many sloes do i need', 'sloe-em'],
    ['how many us letters as an img', 'img-us-letters'],
    ['how many references for carms', 'carms-how-many'],
  ])('“%s” gets the answer %s', (question, topic) => {
    expect(faq.decide(question, 'asked')).toMatchObject({ kind: 'answer', answer: { slug: topic } });
  });

  test.each([
    'who won the game last night',
    'hello',
    'hi bot!',
    'thanks so much',
    'Thanks!',
    'Thank you',
    'ok thank you',
    'good morning',
    '',
    '   ',
    '???',
    'what step 2 score do i need for derm',
    'x'.repeat(50_000),
  ])('that is none of ours is not guessed at: “%.40s”', (question) => {
    expect(faq.decide(question, 'asked').kind).toBe('unsure');
  });

  test('that is unsure is offered three topics', () => {
    for (const question of ['is the cafeteria open on sundays', '']) {
      const { kind, nearest } = faq.decide(question, 'asked');
      expect(kind).toBe('unsure');
      expect(new Set(nearest).size).toBe(3);
    }
  });

  test('names an answer by its slug, title or short form', () => {
    for (const answer of faq.answers.values()) {
      expect(faq.decide(answer.slug, 'asked')).toMatchObject({ kind: 'answer', answer: { slug: answer.slug } });
      expect(faq.decide(answer.title.toUpperCase(), 'asked')).toMatchObject({
        kind: 'answer',
        answer: { slug: answer.slug },
      });
    }
  });

  test('says how sure it is, and an answer asked for by its name is sure', () => {
    expect(faq.decide('how many letters do i need', 'asked').confidence).toBeGreaterThan(0.8);
    expect(faq.decide('who won the game last night', 'asked').confidence).toBeLessThan(0.2);
    expect(faq.decide('waive-rights', 'asked').confidence).toBe(1);
    expect(faq.decide('', 'asked').confidence).toBe(0);
  });

  test('says which service and specialty it is about', () => {
    expect(faq.mentions('how many on CaRMS?')).toMatchObject({ service: 'carms' });
    expect(faq.mentions('letters for emergency medicine')).toMatchObject({ specialty: { id: 'emergency-medicine' } });
    expect(faq.mentions('3 or 4 for IM?')).toMatchObject({ specialty: { id: 'internal-medicine' } });
    expect(faq.mentions('im applying, am i late')).toEqual({});
    expect(faq.mentions('how many for derm')).toMatchObject({ specialty: { id: 'dermatology' } });
    expect(faq.mentions('what about peds')).toMatchObject({ specialty: { id: 'pediatrics' } });
    expect(faq.mentions('the path to a gas station')).toEqual({});
  });
});

describe('a question in French', () => {
  test.each([
    ['combien de références me faut-il au total?', 'carms-how-many'],
    ['est-ce que trois lettres suffisent', 'carms-how-many'],
    ['comment je demande une référence dans CaRMS en ligne', 'carms-request'],
    ['dois-je utiliser le formulaire d’appui', 'carms-structured-ref'],
    ['la lettre structurée, c’est pour quelles spécialités', 'carms-structured-ref'],
    ['ma lettre va arriver en retard, est-ce grave', 'carms-deadline'],
    ['mon superviseur ne répond pas à mes courriels pour la lettre', 'late-writer'],
    ['est-ce qu’un résident peut signer ma lettre', 'resident-writer'],
  ])('“%s” gets the answer %s', (question, topic) => {
    expect(faq.asked(question)).toBe('fr');
    expect(faq.decide(question, 'asked')).toMatchObject({ kind: 'answer', answer: { slug: topic } });
  });

  test.each([
    ['mon répondant n’a rien reçu', 'carms-request'],
    ['la date repère, c’est quel jour?', 'carms-deadline'],
  ])('“%s” has %s among what is near, where it is not sure', (question, topic) => {
    const { nearest } = faq.decide(question, 'asked');
    expect(nearest.map(({ slug }) => slug)).toContain(topic);
  });

  test.each([
    'où est la bibliothèque de la faculté',
    'quel est le meilleur resto à Québec',
    'est-ce que l’entrevue est en ligne',
    'qui a fini ses examens',
    'je suis malade demain',
  ])('that is none of ours is not guessed at: “%s”', (question) => {
    expect(faq.decide(question, 'asked').kind).toBe('unsure');
  });

  test('finds an answer by its French names', () => {
    for (const answer of faq.answers.values()) {
      const { title, aliases } = faq.told(answer, 'fr');
      // Thanks alone ask nothing, though they are a name of an answer.
      const names = [title, ...aliases].filter((name) => !isCourtesy(name));
      for (const name of names) expect(faq.decide(name, 'asked')).toMatchObject({ answer: { slug: answer.slug } });
      expect(faq.search(title)).toContain(answer);
    }
  });
});

describe('a message where nobody asked', () => {
  test.each([
    'should i waive my right to see my letters of recommendation?',
    'my letter writer still has not uploaded my letter, how often can i remind him?',
  ])('is answered when it is plainly a question: “%s”', (message) => {
    expect(faq.decide(message, 'unprompted').kind).toBe('answer');
  });

  test.each([
    'i waived all of mine',
    'update: he uploaded!! thank you all',
    'the cap is 4, you can have more in there but only 4 go to each',
    'my landlord wants a reference letter',
    'in person',
    'hello',
    '',
    'anyone up for dinner?',
  ])('is passed over in silence: “%s”', (message) => {
    expect(faq.decide(message, 'unprompted').kind).toBe('silent');
  });
});

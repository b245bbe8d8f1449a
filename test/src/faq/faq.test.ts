import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/bot.ts';
import type { Faq } from '../../../src/faq/faq.ts';
import { learn } from '../../../src/faq/understand.ts';

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
    expect(faq.decide(question)).toMatchObject({ kind: 'answer', answer: { slug: topic } });
  });

  test.each([
    'who won the game last night',
    'hello',
    '',
    '   ',
    '???',
    'what step 2 score do i need for derm',
    'x'.repeat(50_000),
  ])('that is none of ours is not guessed at: “%.40s”', (question) => {
    expect(faq.decide(question).kind).toBe('unsure');
  });

  test('that is unsure is offered three topics', () => {
    for (const question of ['is the cafeteria open on sundays', '']) {
      const { kind, nearest } = faq.decide(question);
      expect(kind).toBe('unsure');
      expect(new Set(nearest).size).toBe(3);
    }
  });

  test('names an answer by its slug, title or short form', () => {
    for (const answer of faq.answers.values()) {
      expect(faq.decide(answer.slug)).toMatchObject({ kind: 'answer', answer: { slug: answer.slug } });
      expect(faq.decide(answer.title.toUpperCase())).toMatchObject({ kind: 'answer', answer: { slug: answer.slug } });
    }
  });

  test('says which service and specialty it is about', () => {
    expect(faq.mentions('how many on CaRMS?')).toMatchObject({ service: 'carms' });
    expect(faq.mentions('letters for emergency medicine')).toMatchObject({ specialty: { id: 'emergency-medicine' } });
    expect(faq.mentions('3 or 4 for IM?')).toMatchObject({ specialty: { id: 'internal-medicine' } });
    expect(faq.mentions('im applying, am i late')).toEqual({});
  });
});

describe('a question in French', () => {
  test.each([
    ['combien de références me faut-il au total?', 'carms-how-many'],
    ['est-ce que trois lettres suffisent', 'carms-how-many'],
    ['comment je demande une référence dans CaRMS en ligne', 'carms-request'],
    ['mon répondant n’a rien reçu', 'carms-request'],
    ['dois-je utiliser le formulaire d’appui', 'carms-structured-ref'],
    ['la lettre structurée, c’est pour quelles spécialités', 'carms-structured-ref'],
    ['ma lettre va arriver en retard, est-ce grave', 'carms-deadline'],
    ['la date repère, c’est quel jour?', 'carms-deadline'],
    ['mon superviseur ne répond pas à mes courriels pour la lettre', 'late-writer'],
    ['est-ce qu’un résident peut signer ma lettre', 'resident-writer'],
  ])('“%s” gets the answer %s', (question, topic) => {
    expect(faq.asked(question)).toBe('fr');
    expect(faq.decide(question)).toMatchObject({ kind: 'answer', answer: { slug: topic } });
  });

  test.each([
    'où est la bibliothèque de la faculté',
    'quel est le meilleur resto à Québec',
    'est-ce que l’entrevue est en ligne',
    'qui a fini ses examens',
    'je suis malade demain',
  ])('that is none of ours is not guessed at: “%s”', (question) => {
    expect(faq.decide(question).kind).toBe('unsure');
  });

  test('finds an answer by its French names', () => {
    for (const answer of faq.answers.values()) {
      const { title, aliases } = faq.told(answer, 'fr');
      for (const name of [title, ...aliases]) expect(faq.decide(name)).toMatchObject({ answer: { slug: answer.slug } });
      expect(faq.search(title)).toContain(answer);
    }
  });

  test('has ways to ask for every topic', () => {
    const file = new URL('../../../src/faq/phrasings-fr.tsv', import.meta.url);
    const rows = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((row) => row.split('\t'));
    expect(new Set(rows.map(([topic]) => topic))).toEqual(new Set([...faq.answers.keys(), 'none']));
    const texts = rows.map(([, text]) => text);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });
});

describe('learning', () => {
  const phrasings = [
    { topic: 'cats', text: 'my cat sleeps' },
    { topic: 'dogs', text: 'the dog barks loudly' },
    { topic: 'none', text: 'rain tomorrow' },
  ];

  test('ranks the topic whose words are used first, with probabilities that add up to one', () => {
    const guesses = learn(phrasings)('does a dog bark');
    expect(guesses[0]?.topic).toBe('dogs');
    expect(guesses.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
  });

  test('gives the same ranks whatever the order of its phrasings', () => {
    const ranks = (list: typeof phrasings) => learn(list)('cat or dog').map(({ topic }) => topic);
    expect(ranks([...phrasings].reverse())).toEqual(ranks(phrasings));
  });
});

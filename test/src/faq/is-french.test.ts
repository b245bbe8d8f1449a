import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFrench } from '../../../src/faq/is-french.ts';
import { parsePhrasings } from '../../../src/faq/understand/phrasing.ts';

describe('a question in French', () => {
  test.each([
    'combien de références pour CaRMS?',
    'Combien de lettres est-ce que je dois demander',
    'quand faut-il envoyer la demande de référence',
    'comment demander une référence dans CaRMS',
    'Puis-je réutiliser une lettre de l’an dernier?',
    'mon répondant est en retard',
    'ma lettre est en retard',
    'date limite des références CaRMS',
    'références CaRMS',
    "c'est quoi un formulaire d'appui",
    'quelle est la date repère?',
    'est-ce que mon superviseur peut voir mon résumé',
    'la lettre structurée en psychiatrie',
    'COMBIEN DE LETTRES',
    'qui peut écrire ma lettre, the attending?',
  ])('is heard: “%s”', (question) => {
    expect(isFrench(question)).toBe(true);
  });
});

describe('a question that is not in French', () => {
  test.each([
    'should I attach my résumé to the packet?',
    'résumé',
    'my résumé and cover letter',
    'Dr. Álvarez has not uploaded yet',
    'Dr. Geneviève Côté',
    'can my attending Geneviève Côté write one',
    'how many references for carms',
    'comment on my letter',
    'any comment from the program?',
    'Les Miserables',
    'Dr. Des Moines',
    'a tour of the program',
    'is the lor for la jolla ok',
    'do i need a letter from UC San Diego or La Jolla',
    'pour over coffee',
    'SLOE en route',
    'cuántas cartas necesito',
    'wie viele Briefe brauche ich',
    '',
    '???',
    '九月',
  ])('is not taken for it: “%s”', (question) => {
    expect(isFrench(question)).toBe(false);
  });

  test.each(['tengo que pedir cartas?', 'cuantas cartas necesito para el match', 'puedo usar la carta de mi mentor'])(
    'is not %s',
    (question) => {
      expect(isFrench(question)).toBe(false);
    },
  );

  const written = (hand: string) => {
    const file = new URL(`../../../src/faq/phrasings/${hand}.tsv`, import.meta.url);
    return parsePhrasings(readFileSync(file, 'utf8')).filter(({ topic }) => !topic.startsWith('carms-'));
  };

  test.each(['first', 'second', 'third', 'fifth'])('is none of the ways in which the %s author asks', (hand) => {
    const asked = written(hand);
    expect(asked.length).toBeGreaterThan(1_000);
    // One of them has a line of real French.
    const taken = asked.map(({ text }) => text).filter(isFrench);
    expect(taken.filter((text) => !text.includes('québécois'))).toEqual([]);
  });

  test('is nearly all that its own author wrote', () => {
    const asked = written('sixth');
    expect(asked.filter(({ text }) => isFrench(text)).length / asked.length).toBeGreaterThan(0.9);
  });

  test('whatever it is, it is judged at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => typeof isFrench(text) === 'boolean'),
    );
    const started = performance.now();
    isFrench('é '.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

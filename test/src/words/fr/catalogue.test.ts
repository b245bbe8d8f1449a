import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../src/core/reply.ts';
import { lineText } from '../../../../src/core/reply-text.ts';
import type { ValueProblem } from '../../../../src/core/words.ts';
import { isSchedule, parseCron } from '../../../../src/reminders/cron.ts';
import { en } from '../../../../src/words/en/index.ts';
import { fr } from '../../../../src/words/fr/index.ts';
import { both, count, either, phrase } from '../../../../src/words/fr/phrase.ts';

const choices = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));

/** One of each kind: a new kind does not compile until its sentence stands here. */
const sentences: {
  readonly [Kind in ValueProblem['kind']]: readonly [Omit<Extract<ValueProblem, { kind: Kind }>, 'kind'>, string];
} = {
  missing: [{}, 'Il manque ceci : Échéance.'],
  'too-long': [
    { max: 1_000, length: 10_000 },
    'Échéance : 10 000 caractères, c’est trop; il y a de la place pour 1 000. Veuillez raccourcir.',
  ],
  unkeepable: [
    { what: 'override' },
    'Échéance contient un caractère qui retourne le texte autour de lui, impossible à conserver. Retapez le texte sans cela.',
  ],
  'not-a-number': [{ min: 1, max: 9 }, 'Échéance : il faut un nombre entier de 1 à 9; « it » n’en est pas un.'],
  'not-a-choice': [
    { choices, nearest: { value: 'b', label: 'B' } },
    'Échéance : « it » ne fait pas partie des choix. Vouliez-vous dire B? Choisissez A, B ou C.',
  ],
  'not-a-flag': [{}, 'Échéance : répondez oui ou non; « it » n’est ni l’un ni l’autre.'],
  'not-a-time': [{}, 'Échéance : il faut une heure, comme 9 h ou 17:30; « it » n’en est pas une.'],
  'not-a-channel': [{}, 'Échéance : il faut un canal, comme #lor-help; « it » n’en est pas un.'],
  'not-a-person': [{}, 'Échéance : il faut une personne, comme @maya; « it » n’en est pas une.'],
  'not-a-group': [{}, 'Échéance : il faut un rôle ou un groupe, comme @entraide; « it » n’en est pas un.'],
  'no-file': [{}, 'Veuillez joindre un fichier : Échéance.'],
  'not-a-file': [{}, 'Échéance : il faut un fichier; « it » n’en est pas un. Joignez le fichier lui-même.'],
  'bad-file': [
    { name: 'a.csv', trouble: 'too-large', max: 1_000_000 },
    'Échéance : « a.csv » est trop volumineux. Je prends des fichiers d’au plus 1 Mo.',
  ],
  'not-a-date': [
    {},
    'Échéance : je ne peux pas lire « it » comme une date. Essayez 23 sept, 2027-09-23, dans 3 semaines ou vendredi prochain.',
  ],
  'no-such-day': [
    { year: 2027, month: 2, days: 28 },
    'Échéance : la date « it » n’existe pas; février 2027 compte 28 jours.',
  ],
};

/** As people read it: spaces that may break a line and others look the same. */
function read(line: Line): string {
  return lineText(line).replaceAll('\u00a0', ' ');
}

describe('what is wrong with a value', () => {
  it.each(Object.entries(sentences))('is said in French: %s', (kind, [facts, sentence]) => {
    expect(read(fr.core.value('Échéance', ' it ', { kind, ...facts } as ValueProblem))).toBe(sentence);
  });

  it.each([
    ['packed', 'un classeur Excel ou un autre fichier compressé'],
    ['not-text', 'n’est pas un fichier texte'],
    ['empty', 'est vide'],
    ['unreachable', 'Veuillez le joindre de nouveau'],
  ] as const)('is said in French of a file that is %s', (trouble, words) => {
    const problem = { kind: 'bad-file', name: 'a.xlsx', trouble, max: 250_000 } as const;
    expect(read(fr.core.value('Échéance', '{}', problem))).toContain(words);
    expect(read(fr.core.value('Échéance', '{}', problem))).toContain('« a.xlsx »');
  });

  it('is said without a guess where nothing is near', () => {
    expect(read(fr.core.value('Sorte', 'x', { kind: 'not-a-choice', choices }))).toBe(
      'Sorte : « x » ne fait pas partie des choix. Choisissez A, B ou C.',
    );
  });
});

describe('a French sentence', () => {
  it('has spaces that no line breaks before a colon and in guillemets, and touches nothing that was typed', () => {
    expect(phrase`Ceci : « ${'a : « b »'} »`).toEqual(['Ceci\u00a0: «\u00a0a : « b »\u00a0»']);
  });

  it('counts nothing and one alike', () => {
    expect([0, 1, 2, 1_000].map((number) => count(number, 'jour').replaceAll('\u00a0', ' '))).toEqual([
      '0 jour',
      '1 jour',
      '2 jours',
      '1 000 jours',
    ]);
  });

  it('joins words', () => {
    expect([either([]), either(['a']), either(['a', 'b', 'c']), both(['a', 'b'])]).toEqual([
      '',
      'a',
      'a, b ou c',
      'a et b',
    ]);
  });
});

describe('a schedule', () => {
  it.each([
    ['0 9 * * MON', 'chaque lundi à 9 h'],
    ['30 17 * * *', 'chaque jour à 17 h 30'],
    ['0 9 * * MON-FRI', 'du lundi au vendredi à 9 h'],
    ['5 0 * 9,10 SUN,WED', 'chaque mercredi et dimanche en septembre et octobre à 0 h 05'],
    ['30 17 1,15 9 *', 'le 1er et le 15 septembre à 17 h 30'],
    ['0 9 1 * *', 'le 1er de chaque mois à 9 h'],
    ['0 9 1,15 9,10 *', 'le 1er et le 15 en septembre et octobre à 9 h'],
    ['0 9 1 * FRI', 'le 1er de chaque mois et chaque vendredi, à 9 h'],
  ])('“%s” is %s', (cron, text) => {
    const schedule = parseCron(cron);
    if (!isSchedule(schedule)) throw new Error('no schedule');
    expect(fr.reminders.schedule(schedule).replaceAll('\u00a0', ' ')).toBe(text);
  });
});

/** Every text of a catalogue that stands there ready, with the way to it. */
function texts(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => texts(inner, `${path}.${name}`));
}

describe('the catalogue', () => {
  const written = texts({ ...fr, core: { ...fr.core, declarations: {} } }, 'fr').filter(
    ([path]) => !path.endsWith('.kind'),
  );

  it('uses the apostrophe and the spaces of printed French', () => {
    expect(written.length).toBeGreaterThan(100);
    // What is to be typed keeps its own marks.
    const wrong = written.filter(
      ([path, text]) => !/\.(?:text|example)$/u.test(path) && /'| :|« | »|[a-zé] [;!?]/u.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it('has no list that is shorter than the English one', () => {
    const names = (words: typeof en) =>
      texts(words.settings, '').map(([path]) => path.replace(/\.\d+(?:\.text)?$/u, ''));
    expect(fr.settings.privacy.points).toHaveLength(en.settings.privacy.points.length);
    expect(new Set(names(fr))).toEqual(new Set(names(en)));
  });

  it('names every stage, step and advice that English names', () => {
    expect(Object.keys(fr.letters.nextStep)).toEqual(Object.keys(en.letters.nextStep));
    expect(Object.keys(fr.core.help.groups)).toEqual(Object.keys(en.core.help.groups));
  });
});

import { afterEach, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/bot.ts';
import { play, temporaryDatabase } from '../support/terminal.ts';

/** A season of one member, and of an admin who reads French as well. */
const season = [
  '!at 2027-08-02 08:00 America/Toronto',
  '!as luc',
  '/lor settings language:fr zone:montreal service:carms specialty:psychiatrie img:non reapplicant:oui',
  '/lor help',
  '/lor help next',
  '/lor help introuvable',
  '/lor today',
  '/lor add',
  '!fill name=Dre Tremblay kind=superviseur due=30 février nonsense=1',
  '!submit',
  '!fill due=23 sept',
  '!submit',
  '!press 1',
  '!press 1',
  '!press 99',
  '/lor add Dr Roy due:"1er oct" kind:chef',
  '/lor add Dr Roy due:"dans 12 ans"',
  '/lor add Dr Roy due:2035-01-01',
  '/lor next roy on:demain',
  '/lor next roy on:hier',
  '/lor next roy to:traitée',
  '/lor next roy to:demandée',
  '/lor next roy to:refusée answer:tiède',
  '/lor next roy to:peut-être',
  '/lor edit roy met:"Stage à l’urgence"',
  '/lor edit roy met:"Stage à l’urgence"',
  '/lor edit roy',
  '/lor undo',
  '/lor show introuvable',
  '/lor list page:9',
  '/lor list page:x',
  '/lor settings zone:montrel',
  '/lor settings img:peut-être',
  '/lor remind list',
  '/lor remind on',
  '/lor remind on',
  '/lor remind list',
  '/lor privacy',
  '/lor lits',
  '/lor est-ce que mon patron peut écrire',
  '/lor-admin deadline list',
  'combien de références pour CaRMS?',
  'comment faire une demande de référence',
  'c’est quoi un formulaire d’appui',
  'ma référence est en retard',
  'quel temps fait-il',
  '!as eve admin',
  '/lor settings language:fr zone:montreal',
  '!in #echeances',
  '/lor-admin digest list',
  '/lor-admin digest remove 1',
  '/lor-admin digest add */5 * * * *',
  '/lor-admin digest add 0 9 * *',
  '/lor-admin digest add 0 9 1 1 * channel:#echeances',
  '/lor-admin digest list',
  '/lor-admin deadline list',
  '/lor-admin deadline add Références CaRMS date:"23 nov" time:"17 h"',
  '/lor-admin deadline add Passé date:2020-01-01',
  '/lor-admin deadline add Heure date:demain time:tantôt',
  '/lor-admin deadline list',
  '/lor-admin deadline remove 9',
  '/lor today',
  '/lor-admin deadline remove 1',
  '/lor-admin digest remove 1',
  '!say bonjour à tous',
  '!as luc',
  '!in dm',
  '/lor today',
  '!at 2027-09-20 12:00 America/Toronto',
  '/lor today',
  '/lor list',
  '/lor next tremblay to:"dossier envoyé"',
  '/lor next tremblay',
  '/lor next tremblay',
  '/lor remove roy',
  '/lor today',
  '/lor next tremblay',
  '/lor next tremblay',
  '/lor remind off',
  '/lor remind off',
] as const;

/** Words that hold English sentences together and that no French one has. */
const english =
  /\b(?:the|of|and|is|are|was|were|be|been|you|your|yours|they|their|them|this|that|these|with|from|not|no|will|would|can|cannot|could|has|have|had|does|do|did|to|in|at|by|for|my|it|its|as|letters?|days?|today|tomorrow|yes|saved|needed|asked|planned|agreed|declined|uploaded|overdue|reminders?|deadlines?|writer|there|one|more|only|before|ago|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Aug|Sep)\b/iu;

/** Topics that have no French answer keep their English names. */
const titles = [...loadKnowledge().faq.answers.values()].map(({ title }) => title);

/** Commands to type as they stand, options with their values, addresses, and what CaRMS itself calls things. */
const asTyped = [
  /(?<=Par exemple\u00a0: |^- )\/lor.*$/u,
  /\(https:\S+\)/gu,
  /\/lor(?:-admin)?(?: [a-z]+){0,2}/gu,
  /![a-z]+(?: \w+=…)?/gu,
  /(?<=^|\s)\w+:(?:"[^"]*"|\S*)/gu,
  /0 9 \* \* MON|My Documents|Reference requests|applicant support form|SF Match/gu,
];

/** What the bot said, without what was typed and what is to be typed. */
function said(output: string): readonly string[] {
  return output
    .split('\n')
    .filter((line) => !/^[\w-]+(?: \(admin\))?(?: in #[\w-]+)?> /u.test(line))
    .map((line) => titles.reduce((rest, title) => rest.replace(title, ''), line))
    .map((line) => asTyped.reduce((rest, pattern) => rest.replace(pattern, ''), line));
}

describe('a season in French', () => {
  let database: ReturnType<typeof temporaryDatabase>;
  afterEach(() => database.remove());

  test('has no English sentence in it, from the first setting to the reminder', async () => {
    database = temporaryDatabase();
    const { code, output, errors } = await play([...season], database.path).ended;
    expect(errors).toBe('');
    expect(code).toBe(0);
    // Until somebody has said their language, the terminal speaks the usual one.
    const lines = said(output.slice(output.indexOf('C’est enregistré.')));
    expect(lines.length).toBeGreaterThan(400);
    expect(lines.filter((line) => english.test(line))).toEqual([]);
    // The reminder of each letter, in the morning of the member's own zone.
    expect(output).toContain('[jeu. 9 sept. 2027, 9\u00a0h (Toronto)] Message privé à luc');
  });

  test('is looked through with eyes that see English', () => {
    const seen = ['You get this.', 'due Thu 23 Sep 2027', '(only you see this)', 'Nothing is planned.', '2 of 7'];
    expect(seen.filter((line) => !english.test(said(line).join('')))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { renderForm as discordForm } from '../../adapters/discord/modals.ts';
import { renderMessages as discordMessages } from '../../adapters/discord/render.ts';
import { showOutcome } from '../../adapters/discord/shown.ts';
import { renderMessages as slackMessages } from '../../adapters/slack/render.ts';
import { renderForm as slackForm } from '../../adapters/slack/views.ts';
import { renderForm as terminalForm } from '../../adapters/terminal/render.ts';
import type { Field, Form } from '../../src/core/form.ts';
import { inLanguage } from '../../src/core/in-language.ts';
import { day, line, menu, paragraph, progress, reply } from '../../src/core/reply.ts';

const many = Array.from({ length: 120 }, (_, index) => ({ value: `v${index}`, label: `Choix ${index}` }));
const long = inLanguage(
  reply(
    paragraph(line`le ${day('2027-09-23')}`),
    progress(['Prévue', 'Demandée'], 1),
    menu('Choisir', { path: 'lor topics', args: {} }, 'topic', many),
    ...Array.from({ length: 60 }, (_, index) => paragraph([`${index} ${'mots '.repeat(150)}`])),
  ),
  'fr',
);

const kinds = ['text', 'integer', 'date', 'time', 'choice', 'flag', 'channel'] as const;
const form: Form = {
  title: 'Ajouter',
  call: { path: 'lor add', args: {} },
  language: 'fr',
  fields: kinds.map(
    (kind): Field => ({
      name: kind,
      label: `Le champ ${kind}`,
      kind,
      required: kind === 'text',
      ...(kind === 'choice' && { choices: [{ value: 'chair', label: 'Chef de département' }] }),
    }),
  ),
};

const drawn: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['Slack’s message', slackMessages(long), ['Partie 1 de', '–100 de 120)', '1 sur 2', 'jeu. 23 sept. 2027']],
  ['Discord’s message', discordMessages(long), ['Partie 1 de', '(1–25 de 120)', '1 sur 2', 'jeu. 23 sept. 2027']],
  ['Slack’s form', slackForm(form), ['Envoyer', 'Annuler', 'Oui', 'Non']],
  ['Discord’s form', discordForm(form), ['Il n’y a plus de place', 'un nombre entier', '23 sept', '17:30']],
  [
    'Discord’s form with a choice',
    discordForm({ ...form, fields: form.fields.filter(({ kind }) => kind === 'flag') }),
    ['"Oui"', '"Non"'],
  ],
  [
    'the terminal’s form',
    terminalForm(form, false),
    ['Formulaire', 'obligatoire', '[Chef de département]', 'Remplissez-le'],
  ],
];

describe('what an adapter adds is in the language of what it draws', () => {
  test.each(drawn)('%s', (_, shown, words) => {
    const text = typeof shown === 'string' ? shown : JSON.stringify(shown);
    for (const word of words) expect(text).toContain(word);
    expect(text).not.toMatch(/\bPart \d|\d of \d|Send|Cancel|"Yes"|"No"|Form:|needed|Fill|like |There is|Thu |Sep /u);
  });

  test('a form that Discord cannot open has a French button', () => {
    const outcome = { kind: 'invalid', reply: inLanguage(reply(paragraph(['Il manque ceci'])), 'fr'), form } as const;
    expect(JSON.stringify(showOutcome(outcome)?.messages)).toContain('"Remplir"');
  });

  test('at a keyboard the terminal asks in French', () => {
    expect(terminalForm(form, true)).toContain('Tapez ce qui est demandé');
  });
});

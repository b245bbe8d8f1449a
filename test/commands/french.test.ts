import { describe, expect, it } from 'vitest';
import { openTestBot } from '../support/bot.ts';

/** As people read it: spaces that break no line look like others. */
function read(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

async function luc() {
  const bot = await openTestBot();
  const person = bot.as('luc');
  const says = async (text: string) => read((await person.says(text)).text);
  await says('/lor settings language:fr');
  return { bot, person, says };
}

describe('the language of a member', () => {
  it('holds from the answer on that sets it, until another is set', async () => {
    const bot = await openTestBot();
    const person = bot.as('maya');
    expect((await person.says('/lor settings')).text).toContain('Language: English (until you say otherwise)');
    const french = await person.says('/lor settings language:français');
    expect(read(french.text)).toContain('Langue : français');
    expect(french.text).toContain('C’est enregistré.');
    expect((await person.says('/lor list')).text).toContain('Vous ne suivez encore aucune lettre.');
    expect((await person.says('/lor settings language:anglais')).text).toContain('Saved.');
    expect((await person.says('/lor settings language:fr')).text).toContain('C’est enregistré.');
    expect((await person.says('/lor settings language:none')).text).toContain('Language: English (until you say');
    expect((await person.says('/lor list')).text).toContain('You do not track any letters yet.');
  });

  it('is each one’s own', async () => {
    const { bot } = await luc();
    expect((await bot.as('maya').says('/lor list')).text).toContain('You do not track any letters yet.');
  });

  it('is that of the digest’s readers in a preview, and the admin’s around it', async () => {
    const bot = await openTestBot();
    const ana = bot.as('ana').admin().in('#deadlines');
    await ana.says('/lor settings language:fr');
    await ana.says('/lor-admin deadline add Références date:"23 sept"');
    expect(read((await ana.says('/lor-admin digest add 0 9 * * MON')).text)).toContain(
      'est prévu : chaque lundi à 9 h',
    );
    const preview = await ana.says('/lor-admin digest preview');
    expect(preview.text).toContain('Personne d’autre ne voit ceci.');
    expect(preview.text).toContain('Références: Thu 23 Sep 2027');
    expect(preview.buttons.map(({ label }) => label)).toContain('Publier maintenant');
    await ana.says('/lor-admin digest now');
    const [post] = bot.adapter.arrived;
    expect(post?.text).toContain('Deadlines ahead');
    expect(post?.text).toContain('Thu 23 Sep 2027');
  });
});

describe('a letter in French', () => {
  it('is added, moved and shown with words and dates that were typed in French', async () => {
    const { says } = await luc();
    const added = await says('/lor add Dre Tremblay kind:superviseure due:"23 sept" service:carms');
    expect(added).toContain('Dre Tremblay est sur votre liste.');
    expect(added).toContain('prévue · attendue le jeu. 23 sept. 2027 (dans 29 jours)');
    expect(await says('/lor next tremblay on:hier')).toContain('Dre Tremblay : demandée, le mar. 24 août 2027.');
    const agreed = await says('/lor next tremblay to:acceptée answer:"une lettre très favorable"');
    expect(agreed).toContain('Fonction : Médecin superviseur(e)');
    expect(agreed).toContain('●●●○○○○ acceptée (3 sur 7)');
    expect(await says('/lor undo')).toContain('Annulé : Dre Tremblay, de « demandée » à « acceptée »');
    expect(await says('/lor edit tremblay due:aucune')).toContain('sans échéance');
    expect(await says('/lor next tremblay to:traitée')).toContain(
      'elle peut passer à « acceptée », « refusée » ou « abandonnée »',
    );
  });

  it('understands both languages, whatever the member reads', async () => {
    const bot = await openTestBot();
    const maya = bot.as('maya');
    expect((await maya.says('/lor add Dr. Roy kind:chef due:"1er oct"')).text).toContain('due Fri 1 Oct 2027');
    const { says } = await luc();
    expect(await says('/lor add Dr Roy kind:"department chair" due:"oct 1"')).toContain(
      'attendue le ven. 1er oct. 2027',
    );
  });

  it('is missed with a form whose labels and choices are French', async () => {
    const { person } = await luc();
    const { text, opened } = await person.says('/lor add kind:cheff due:"30 février"');
    expect(read(text)).toContain('Il manque ceci : Nom du signataire.');
    expect(read(text)).toContain('Vouliez-vous dire Chef de département?');
    expect(read(text)).toContain('la date « 30 février » n’existe pas; février 2027 compte 28 jours.');
    expect(opened?.title.replaceAll('\u00a0', ' ')).toBe('Suivre une lettre');
    const kind = opened?.fields.find(({ name }) => name === 'kind');
    expect(kind?.label).toBe('Fonction');
    expect(kind?.choices?.map(({ label }) => label)).toContain('Direction de programme');
  });
});

describe('a reminder', () => {
  it('is in the language of whoever gets it', async () => {
    const { bot, says } = await luc();
    await says('/lor remind on');
    await says('/lor add Dre Tremblay due:2027-09-30');
    const maya = bot.as('maya');
    await maya.says('/lor remind on');
    await maya.says('/lor add Dr. Chen due:2027-09-30');
    await bot.playTo('2027-08-26 10:00');
    const [first = '', second = ''] = bot.adapter.arrived.map(({ text }) => text).sort();
    expect(first).toContain('A letter needs you');
    expect(second).toContain('Une lettre a besoin de vous');
    expect(second).toContain('jeu. 30 sept. 2027');
  });

  it('is in the language in which it was asked for, when only the platform said one', async () => {
    const bot = await openTestBot();
    const noor = bot.as('noor').speaking('fr');
    expect((await noor.says('/lor remind on')).text).toContain('Les rappels sont activés.');
    await noor.says('/lor add Dre Tremblay due:2027-09-30');
    await bot.playTo('2027-09-16 10:00');
    expect(bot.adapter.arrived.map(({ text }) => text).join()).toContain('Une lettre a besoin de vous');
  });
});

describe('a question', () => {
  it('in French about CaRMS is answered in French, whatever the settings say', async () => {
    const bot = await openTestBot();
    const { text } = await bot.as('maya').says('/lor ask combien de références pour CaRMS?');
    expect(read(text)).toContain('CaRMS : nombre de références');
    expect(read(text)).toContain('Dernière vérification : dim. 22 nov. 2026.');
    expect(read(text)).toContain('Sources : AFMC : Décisions');
    expect(text).not.toContain('en anglais pour l’instant');
  });

  it('that only English answers is answered in English, which is said in French', async () => {
    const { says } = await luc();
    const text = await says('/lor ask can my resident write one');
    expect(text).toContain('Cette réponse n’existe qu’en anglais pour l’instant.');
    expect(text).toContain('Sources :');
    expect(await says('/lor ask puis-je réutiliser une lettre de l’an dernier')).toContain(
      'Using a letter from an earlier season',
    );
  });

  it('in English of a member who reads French gets the French answer where there is one', async () => {
    const { says } = await luc();
    expect(await says('/lor ask how many references for carms')).toContain('documents de référence');
    expect(await says('/lor topics carms-deadline')).toContain('date repère');
    expect(await says('/lor topics')).toContain('CaRMS : faire une demande de référence');
  });

  it('that is not understood is told so in its own language', async () => {
    const bot = await openTestBot();
    expect((await bot.as('maya').says('/lor ask quel temps fait-il à Québec demain')).text).toContain(
      'Je ne comprends pas bien',
    );
    const { says } = await luc();
    expect(await says('/lor ask is the cafeteria open on sundays')).toContain('Je ne comprends pas bien');
  });
});

describe('help', () => {
  it('says in French what each command takes', async () => {
    const { says, person } = await luc();
    const text = await says('/lor help add');
    expect(text).toContain('kind: Fonction, facultatif (au choix : Chef de département, Direction de programme');
    expect(text).toContain('/lor add Dre Tremblay kind:superviseure');
    expect((await person.says('/lor help')).choices.map(({ label }) => label)).toContain(
      '/lor undo – Annuler votre dernier changement à une lettre',
    );
  });
});

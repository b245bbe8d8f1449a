import { describe, expect, it, test } from 'vitest';
import type { Language } from '../../../src/core/language.ts';
import { type Draft, type DraftKind, draftKinds, type Tone, tones } from '../../../src/drafts/draft.ts';
import type { DraftFacts } from '../../../src/drafts/draft-facts.ts';
import { mailtoLink } from '../../../src/drafts/mailto-link.ts';
import { makeDraft } from '../../../src/drafts/make-draft.ts';
import type { NudgeReason } from '../../../src/letters/letter.ts';
import { mails as en } from '../../../src/words/en/mails/index.ts';
import { mails as fr } from '../../../src/words/fr/mails/index.ts';

type Letter = DraftFacts['letter'];

const nothing: DraftFacts = {
  writer: { name: 'Chen', title: null, kind: null, met: null, email: null },
  letter: {
    service: null,
    stage: 'planned',
    answer: null,
    due: null,
    waived: null,
    packet: {},
    sheet: null,
    original: null,
  },
  specialty: null,
  form: null,
  route: null,
  today: '2027-08-20',
  uploadBy: null,
  reason: null,
  retreat: null,
  outcome: null,
  name: null,
  closing: null,
};

const sloe = { id: null, name: 'SLOE' };

const ready = { cv: '2027-08-01', statement: '2027-08-01', request: '2027-08-01' } as const;

const full: Readonly<Record<Language, DraftFacts>> = {
  en: {
    ...nothing,
    writer: { name: 'Dr. Wei Chen', title: 'MD', kind: 'attending', met: 'cardiology, June', email: 'chen@b.ca' },
    letter: {
      ...nothing.letter,
      service: 'eras',
      stage: 'requested',
      answer: 'strong',
      due: '2027-09-23',
      waived: true,
      packet: ready,
      sheet: '- The teaching session that I gave\n\n• Our project on early discharge',
    },
    specialty: { id: null, name: 'Internal Medicine' },
    route: { kind: 'aamc-portal', guest: true },
    uploadBy: '2027-09-16',
    outcome: { matched: true, where: 'Riverside General' },
    name: 'Maya Lopez',
  },
  fr: {
    ...nothing,
    writer: { name: 'Dre Élise Roy', title: null, kind: 'attending', met: 'stage de cardiologie', email: 'roy@b.ca' },
    letter: {
      ...nothing.letter,
      service: 'carms',
      stage: 'requested',
      answer: 'strong',
      due: '2027-09-23',
      packet: ready,
      sheet: 'La séance que j’ai donnée',
    },
    specialty: { id: 'internal-medicine', name: 'Internal medicine' },
    route: { kind: 'carms-online' },
    uploadBy: '2027-09-16',
    outcome: { matched: true, where: 'CHUM' },
    name: 'Maya Lopez',
  },
};

const words = { en, fr } as const;

function facts(language: Language, more: Partial<DraftFacts> = {}, letter: Partial<Letter> = {}): DraftFacts {
  return { ...full[language], ...more, letter: { ...full[language].letter, ...letter } };
}

function write(kind: DraftKind, tone: Tone, language: Language, of: DraftFacts = full[language]): Draft {
  return makeDraft(kind, tone, of, words[language]);
}

/** All that a mail says, with plain spaces. */
function textOf({ subject, body }: Draft): string {
  return [subject, ...body].join('\n').replaceAll('\u00a0', ' ');
}

function bracketed(draft: Draft): readonly string[] {
  return [...new Set([...textOf(draft).matchAll(/\[([^\]]*)\]/gu)].map(([, inner]) => inner ?? ''))];
}

/** The same mail in the cases that change its sentences. */
const cases: readonly (readonly [string, Partial<DraftFacts>, Partial<Letter>])[] = [
  ['as it is', {}, {}],
  ['before a yes', {}, { stage: 'asked', answer: null }],
  ['of an earlier season', {}, { original: '2026-06-01' }],
  ['late', { today: '2027-10-01', reason: 'no-answer' }, {}],
  ['on a form, not ready yet', { form: sloe }, { packet: {}, sheet: null }],
  ['without a match', { outcome: { matched: false } }, { answer: 'lukewarm' }],
  ['by mail', { route: { kind: 'mail', sender: 'a@b.ca' } }, { stage: 'agreed' }],
  ['by any way', { route: null }, {}],
];

const all = (['en', 'fr'] as const).flatMap((language) =>
  draftKinds.flatMap((kind) => tones.map((tone) => [language, kind, tone] as const)),
);

describe.each(all)('in %s, %s, %s', (language, kind, tone) => {
  const every = [
    write(kind, tone, language, nothing),
    ...cases.map(([, more, letter]) => write(kind, tone, language, facts(language, more, letter))),
  ];

  test('lists every gap that stands in its text, and no other', () => {
    for (const draft of every) expect([...draft.gaps].sort()).toEqual([...bracketed(draft)].sort());
    expect(write(kind, tone, language, nothing).gaps).toContain(language === 'en' ? 'your name' : 'votre nom');
  });

  test('has nothing left to fill in where all is known, but what they taught', () => {
    const personal = { en: 'one thing they taught you', fr: 'une chose apprise de cette personne' }[language];
    const left = kind === 'thanks' && tone !== 'brief' ? [personal] : [];
    expect(write(kind, tone, language).gaps).toEqual(left);
    if (kind === 'ask')
      expect(write(kind, tone, language, facts(language, {}, { original: '2026-06-01' })).gaps).toEqual([]);
    if (kind === 'result')
      expect(write(kind, tone, language, facts(language, { outcome: { matched: false } })).gaps).toEqual([]);
  });

  test('invents no name, no day and no service', () => {
    const bare = textOf(write(kind, tone, language, nothing));
    expect(bare).not.toMatch(/\d/u);
    expect(bare).not.toMatch(/ERAS|CaRMS|SF Match|AAMC|waived|renoncé|attached|joins de nouveau|form\b|formulaire/u);
    const known = JSON.stringify(full[language]) + (language === 'en' ? 'Thursday September' : 'jeudi septembre');
    // A capital within a sentence begins a name.
    const own = ['I', 'I’ve', 'CV', 'ERAS', 'CaRMS', 'Online', 'AAMC', 'Letter', 'Writer', 'Portal', 'PDF', 'Dr.'];
    const names = [...textOf(write(kind, tone, language)).matchAll(/(?<=[\p{Ll},;] )\p{Lu}[\p{L}.]*/gu)].map(String);
    expect(names.filter((name) => !own.includes(name) && !known.includes(name.replace(/\.$/u, '')))).toEqual([]);
    const numbers = [...textOf(write(kind, tone, language)).matchAll(/\d+/gu)].map(String);
    expect(numbers.filter((number) => !['16', '2027'].includes(number))).toEqual([]);
  });

  test('is all in its language', () => {
    const other = {
      en: 'le la les des une votre vous pour merci lettre avec je mon ma est pas que qui ne si nous ce sur ou et au',
      fr: 'the and your you letter with is would thank please by due if it my will have of to that this or from',
    }[language].split(' ');
    for (const draft of every) {
      const said =
        textOf(draft)
          .toLowerCase()
          .match(/[\p{L}]+/gu) ?? [];
      expect(
        said.filter((word) => other.includes(word)),
        textOf(draft),
      ).toEqual([]);
    }
  });

  test('is short enough to be read on a phone', () => {
    const most = tone === 'brief' ? 90 : 190;
    for (const draft of every) {
      const said = draft.body.join(' ').split(/\s+/u).length;
      const points = (draft.body.join('\n').match(/^- .*$/gmu) ?? []).join(' ').split(/\s+/u).length;
      expect(said - points, textOf(draft)).toBeLessThan(most);
      expect(said, textOf(draft)).toBeGreaterThan(20);
    }
  });

  test('fits a link that opens it, as a rule', () => {
    for (const draft of every) expect(mailtoLink(draft)).toMatchObject({ whole: true });
  });

  test('greets, and ends with a farewell and the name', () => {
    for (const draft of every.slice(1)) {
      expect(draft.body[0]).toMatch(language === 'en' ? /^(?:Dear|Hello) Dr\. Chen,$/u : /^Bonjour Dre Roy,$/u);
      expect(draft.body.at(-1)).toMatch(/^\p{Lu}[^\n]{3,}[,.]\nMaya Lopez$/u);
    }
  });

  test('has no space, mark or paragraph that went wrong where something is left out', () => {
    for (const draft of every) {
      for (const paragraph of draft.body) expect(paragraph).toMatch(/^\S[\s\S]*\S$/u);
      expect(textOf(draft)).not.toMatch(/ {2}|\( *\)| [.,)]|undefined|null|\.\.|,,|\p{Ll}\.\p{Lu}/u);
    }
  });

  test('shows hostile names as the text that they are', () => {
    const hostile = '<!channel> [your name] *Dr*\nBcc: x@y.z ```';
    const flat = '<!channel> [your name] *Dr* Bcc: x@y.z ```';
    const of = facts(language, {
      writer: { name: hostile, title: hostile, kind: null, met: hostile, email: `${hostile}@b.ca` },
      name: hostile,
      closing: hostile,
    });
    const draft = write(kind, tone, language, of);
    expect(draft.to).toBeNull();
    expect(draft.subject).not.toMatch(/\n/u);
    expect(draft.body[0]).toContain(flat);
    expect(draft.body.at(-2)).toBe(flat);
    expect(draft.body.at(-1)?.split('\n').at(-1)).toBe(flat);
    expect(draft.gaps).not.toContain('your name');
  });
});

describe('a request', () => {
  it.each(tones)('asks for a strong letter and leaves a way to a no, also for a fresh version: %s', (tone) => {
    for (const original of [null, '2026-06-01'] as const) {
      const english = textOf(write('ask', tone, 'en', facts('en', {}, { original })));
      expect(english).toMatch(/\bstrong\b/u);
      expect(english).toMatch(/\bno\b|would rather/u);
      const french = textOf(write('ask', tone, 'fr', facts('fr', {}, { original })));
      expect(french).toContain('très favorable');
      expect(french).toMatch(/\bnon\b|franchise|aimez mieux/u);
    }
  });

  it.each(tones)('says where they met and by when, in full: %s', (tone) => {
    const english = textOf(write('ask', tone, 'en'));
    expect(english).toContain('(cardiology, June)');
    expect(english).toContain('by Thursday, September 16, 2027');
    expect(english).toContain('internal medicine');
    const french = textOf(write('ask', tone, 'fr', facts('fr', {}, { original: '2026-06-01' })));
    expect(french).toContain('d’ici le jeudi 16 septembre 2027');
    expect(textOf(write('ask', tone, 'en', facts('en', {}, { original: '2026-06-01' })))).toContain('June 1, 2026');
    expect(french).toContain('1er juin 2026');
  });

  it('asks for no day that has passed, and leaves that for the member to say', () => {
    const draft = write('ask', 'formal', 'en', facts('en', { today: '2027-09-17' }));
    expect(draft.gaps).toEqual(['date']);
  });

  it('speaks of a reference in CaRMS and of a recommendation elsewhere', () => {
    expect(textOf(write('ask', 'formal', 'en', facts('en', {}, { service: 'carms' })))).toContain(
      'letter of reference',
    );
    expect(textOf(write('ask', 'formal', 'en'))).toContain('letter of recommendation');
    expect(textOf(write('ask', 'formal', 'fr', facts('fr', {}, { service: 'eras' })))).toContain(
      'lettre de recommandation très favorable',
    );
  });

  it('names the form where there is one', () => {
    for (const language of ['en', 'fr'] as const)
      for (const tone of tones)
        expect(textOf(write('ask', tone, language, facts(language, { form: sloe })))).toContain('(SLOE)');
  });

  it('calls a specialty and a form by the names of its language', () => {
    const specialty = { id: 'emergency-medicine', name: 'Emergency medicine' };
    const form = { id: 'carms-support-form', name: 'CaRMS applicant support form' };
    const french = textOf(write('ask', 'formal', 'fr', facts('fr', { specialty, form })));
    expect(french).toContain('à la résidence en médecine d’urgence');
    expect(french).toContain('(formulaire d’appui)');
    expect(textOf(write('ask', 'formal', 'en', facts('en', { specialty })))).toContain(
      'residency in emergency medicine',
    );
    const plastics = { id: 'plastic-surgery', name: 'Plastic surgery, integrated' };
    expect(textOf(write('ask', 'formal', 'en', facts('en', { specialty: plastics })))).toContain('in plastic surgery ');
  });

  it.each([
    ['Internal Medicine', 'internal medicine'],
    ['OB-GYN', 'OB-GYN'],
    ['PM&R', 'PM&R'],
    ['Med-Peds', 'med-peds'],
    ['ENT surgery', 'ENT surgery'],
  ])('writes %s in a sentence as %s', (specialty, within) => {
    expect(textOf(write('ask', 'brief', 'en', facts('en', { specialty: { id: null, name: specialty } })))).toContain(
      `residency in ${within},`,
    );
  });
});

describe('the mail with the papers', () => {
  it('says attached of what is ready, and of nothing else', () => {
    const some = facts(
      'en',
      {},
      { packet: { cv: '2027-08-01', photo: '2027-08-01', sheet: '2027-08-01' }, sheet: null },
    );
    const draft = write('packet', 'formal', 'en', some);
    expect(draft.body).toContain('Attached: my CV, notes on our work together and my photo.');
    expect(draft.attachments).toEqual(['cv', 'sheet', 'photo']);
    const none = write('packet', 'formal', 'en', facts('en', {}, { packet: {} }));
    expect(none.gaps).toEqual(['what you attach']);
    expect(none.attachments).toEqual([]);
  });

  it('holds the points of the reminder sheet, which is then not attached as well', () => {
    const draft = write('packet', 'brief', 'en', facts('en', {}, { packet: { ...ready, sheet: '2027-08-01' } }));
    expect(draft.body).toContain(
      'What we did together:\n- The teaching session that I gave\n- Our project on early discharge',
    );
    expect(draft.attachments).toEqual(['cv', 'statement']);
  });

  it('tells of a waiver only where the member said so', () => {
    for (const waived of [false, null])
      for (const tone of tones)
        expect(textOf(write('packet', tone, 'en', facts('en', {}, { waived })))).not.toContain('waived');
    for (const tone of tones) expect(textOf(write('packet', tone, 'en'))).toContain('I have waived my right');
  });

  it('says how the request comes, or that the member will say it', () => {
    const arriving = (route: DraftFacts['route']) =>
      textOf(write('packet', 'formal', 'en', facts('en', { route }, { stage: 'agreed' })));
    expect(arriving({ kind: 'aamc-portal', guest: true })).toContain('as a guest, without an account');
    expect(arriving({ kind: 'aamc-portal', guest: false })).not.toContain('account');
    expect(arriving({ kind: 'mail', sender: 'a@b.ca' })).toContain('by e-mail from a@b.ca');
    expect(arriving({ kind: 'carms-online' })).toContain('your CaRMS Online account');
    expect(arriving(null)).toContain('I will tell you how to hand it in.');
  });

  it('gives one day, the earlier one, and why it is earlier', () => {
    const img = textOf(write('packet', 'formal', 'en'));
    expect(img).toContain('September 16, 2027');
    expect(img).toContain('processed for some days');
    expect(img).not.toContain('September 23');
    for (const uploadBy of [null, '2027-09-23', '2027-10-01'] as const) {
      const other = textOf(write('packet', 'formal', 'en', facts('en', { uploadBy })));
      expect(other).toContain('September 23, 2027');
      expect(other).not.toContain('processed');
    }
  });

  it('asks to name no program, unless there is a form', () => {
    for (const tone of tones) {
      expect(textOf(write('packet', tone, 'en'))).toMatch(/name none of them|name no program/u);
      expect(textOf(write('packet', tone, 'en', facts('en', { form: sloe })))).not.toMatch(/name no/u);
    }
  });
});

describe('a reminder', () => {
  it.each(tones)('has thanks, the day, help and the papers once more: %s', (tone) => {
    const draft = write('nudge', tone, 'en');
    expect(textOf(draft)).toMatch(/thank/iu);
    expect(textOf(draft)).toContain('by Thursday, September 16, 2027');
    expect(textOf(draft)).toContain('attached once more');
    expect(textOf(draft)).toMatch(/help|easier/u);
    expect(draft.attachments).toEqual(['cv', 'statement']);
  });

  it('says of a day that has passed that it has', () => {
    for (const tone of tones) {
      const draft = write('nudge', tone, 'en', facts('en', { today: '2027-09-17' }));
      expect(draft.body.join(' ')).toContain('still help me');
      expect(draft.subject).toBe('My letter of recommendation');
      expect(draft.gaps).toEqual([]);
    }
  });

  it.each<[NudgeReason, string]>([
    ['no-answer', 'in case my last message got lost'],
    ['date-changed', 'has changed'],
    ['they-asked', 'You asked me to remind you'],
    ['portal-trouble', 'the portal gave trouble'],
  ])('gives the reason of a second one: %s', (reason, said) => {
    for (const tone of tones) expect(textOf(write('nudge', tone, 'en', facts('en', { reason })))).toContain(said);
  });

  it('speaks of the request only once it has gone out', () => {
    for (const tone of tones)
      expect(textOf(write('nudge', tone, 'en', facts('en', {}, { stage: 'packet-sent' })))).not.toContain('request');
  });
});

describe('stepping back', () => {
  it('fits what happened: a hesitation, or a letter that is not needed any more', () => {
    const said = (letter: Partial<Letter>, more: Partial<DraftFacts> = {}) =>
      textOf(write('step-back', 'formal', 'en', facts('en', more, letter)));
    for (const letter of [{ stage: 'asked' }, { stage: 'declined' }, { stage: 'agreed', answer: 'lukewarm' }] as const)
      expect(said(letter)).toContain('will ask somebody else');
    expect(said({ stage: 'agreed' })).toContain('will not need one from you after all');
    expect(said({ stage: 'agreed' }, { retreat: 'hesitant' })).toContain('will ask somebody else');
    expect(said({ stage: 'asked' }, { retreat: 'not-needed' })).toContain('Thank you for considering');
  });

  it('says what to do with a request that is out, and of no other', () => {
    for (const tone of tones) {
      expect(textOf(write('step-back', tone, 'en'))).toContain('leave it unanswered');
      expect(textOf(write('step-back', tone, 'en', facts('en', {}, { stage: 'agreed' })))).not.toContain('unanswered');
    }
  });
});

describe('the result', () => {
  it('is told kindly, whatever it is', () => {
    for (const tone of tones) {
      expect(textOf(write('result', tone, 'en'))).toContain('I matched at Riverside General.');
      const unmatched = facts('en', { outcome: { matched: false } });
      expect(textOf(write('result', tone, 'en', unmatched))).toMatch(/I did not match this year\.[\s\S]*[Tt]hank/u);
      const open = facts('en', { outcome: null });
      expect(write('result', tone, 'en', open).gaps).toEqual(['how it ended']);
      const somewhere = facts('en', { outcome: { matched: true, where: ' ' } });
      expect(write('result', tone, 'en', somewhere).gaps).toEqual(['where you matched']);
    }
  });
});

describe('French', () => {
  it('needs no gender of anybody', () => {
    for (const kind of draftKinds)
      for (const tone of tones)
        for (const [, more, letter] of cases) {
          const text = textOf(write(kind, tone, 'fr', facts('fr', more, letter)));
          expect(text).not.toMatch(
            /\(e\)|·e|\b(?:reconnaissant|content|ravi|heureux|heureuse|désolé|jumelé|prêt)e?\b/u,
          );
          expect(text).not.toMatch(/\b(?:candidat|répondant|étudiant|externe|signataire)e?\b/u);
        }
  });

  it('has its spaces before a colon that no line may break', () => {
    const { body } = write('ask', 'warm', 'fr');
    expect(body.join('\n')).toContain('de mon mieux\u00a0:');
    expect(body.join('\n')).not.toMatch(/ [:»]|« /u);
  });
});

describe('what the member adds', () => {
  it('stands before the farewell, on one line', () => {
    const { body } = write('thanks', 'brief', 'en', facts('en', { closing: ' See you at\ngraduation. ' }));
    expect(body.at(-2)).toBe('See you at graduation.');
  });

  it('is left out where there is nothing to see', () => {
    const { body } = write('thanks', 'brief', 'en', facts('en', { closing: ' \u200b', name: '  ' }));
    expect(body).toHaveLength(4);
    expect(body.at(-1)).toBe('With thanks,\n[your name]');
  });

  it('is the address of the writer only where it is one', () => {
    expect(write('ask', 'brief', 'en').to).toBe('chen@b.ca');
    const { writer } = full.en;
    expect(write('ask', 'brief', 'en', facts('en', { writer: { ...writer, email: 'chen at b.ca' } })).to).toBeNull();
  });
});

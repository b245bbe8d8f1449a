import { describe, expect, it } from 'vitest';
import { lineIn } from '../../../src/core/in-language.ts';
import type { Line } from '../../../src/core/reply.ts';
import { lineText } from '../../../src/core/reply-text.ts';
import type { Alarm, Urgency } from '../../../src/letters/alarm.ts';
import type {
  ApplyRefusal,
  ApplyWarning,
  AssignRefusal,
  AssignWarning,
  UnassignRefusal,
  UnassignWarning,
} from '../../../src/letters/assignment.ts';
import { type Candidate, type Criterion, criteria } from '../../../src/letters/compare.ts';
import type { Need, Sought } from '../../../src/letters/demand.ts';
import type { MixFact } from '../../../src/letters/finding.ts';
import { namingFrom, type WhoAsks } from '../../../src/letters/named-need.ts';
import type { Cap, LockRule } from '../../../src/letters/program-rules.ts';
import type { AsideReason, Missing, OffReason, Reason } from '../../../src/letters/proposal-reasons.ts';
import { chairCustoms } from '../../../src/packs/specialty-needs.ts';
import { en } from '../../../src/words/en/index.ts';
import { fr } from '../../../src/words/fr/index.ts';
import type { Words } from '../../../src/words/words.ts';
import { packs } from '../../support/dossier.ts';
import { aWriter } from '../../support/samples.ts';

/** One example or more of each code: a new code does not compile until it stands here. */
type Each<T extends { readonly code: string }> = {
  readonly [Code in T['code']]: readonly Extract<T, { code: Code }>[];
};

const naming = namingFrom(packs);
const cap: Cap = {
  letters: 3,
  confirmed: false,
  season: '2023 and 2024 matches',
  row: 'carms/max-letters-per-program',
};
const sure: LockRule = {
  when: 'on-completing',
  confirmed: true,
  season: '2025-26',
  row: 'residencycas/assignment-lock',
};
const unsure: LockRule = { when: 'on-applying', confirmed: false, season: '2014 policy', row: 'eras/assignment-lock' };
const need = (sought: Sought, row = 'specialty/internal-medicine'): Need => ({
  sought,
  min: 2,
  better: 2,
  atMost: 3,
  by: { row },
});
const own = need({ kind: 'own' });
const form = need({ kind: 'form', form: 'em-esloe' }, 'specialty/emergency-medicine');
const sorts: readonly Sought['kind'][] = ['own', 'department', 'other', 'core', 'research'];
const everySort: readonly Need[] = [form, ...sorts.map((kind) => need({ kind: kind as 'own' }))];

const refusals: Each<AssignRefusal> = {
  already: [{ code: 'already', on: '2026-08-31' }],
  gone: [{ code: 'gone', stage: 'declined' }],
  'other-service': [{ code: 'other-service', letter: 'carms', program: 'eras' }],
  'other-season': [{ code: 'other-season', letter: '2026', program: '2027' }],
  full: [{ code: 'full', cap }],
};

const warnings: Each<AssignWarning> = {
  'other-specialty': [{ code: 'other-specialty', letter: 'IM', program: 'Neurology' }],
  'not-in-yet': [{ code: 'not-in-yet', stage: 'agreed' }],
  'no-yes-yet': [{ code: 'no-yes-yet', stage: 'asked' }],
  'cap-unknown': [
    { code: 'cap-unknown', because: 'service-unsaid' },
    { code: 'cap-unknown', because: 'unconfirmed' },
  ],
  'over-unconfirmed-cap': [{ code: 'over-unconfirmed-cap', have: 4, cap }],
  'over-most': [{ code: 'over-most', have: 4, most: 3 }],
  locks: [
    { code: 'locks', closed: false, rule: unsure },
    { code: 'locks', closed: true, rule: sure },
  ],
};

const unassignRefusals: Each<UnassignRefusal> = {
  'not-assigned': [{ code: 'not-assigned' }],
  locked: [{ code: 'locked', rule: sure }],
};
const unassignWarnings: readonly UnassignWarning[] = [
  { code: 'perhaps-locked', rule: unsure },
  { code: 'perhaps-locked', rule: null },
];
const applyRefusals: Each<ApplyRefusal> = {
  'applied-already': [{ code: 'applied-already', on: '2026-08-31' }],
  'in-the-future': [{ code: 'in-the-future', on: '2026-09-02' }],
};
const applyWarnings: Each<ApplyWarning> = {
  'no-letters': [{ code: 'no-letters' }],
  'fewer-than-asked': [
    { code: 'fewer-than-asked', have: 1, asked: 3 },
    { code: 'fewer-than-asked', have: 2, asked: 3 },
  ],
  awaited: [{ code: 'awaited', letters: ['chen'] }],
  'gone-assigned': [{ code: 'gone-assigned', letters: ['chen'] }],
  'letters-stay': [{ code: 'letters-stay', rule: unsure }],
};

const reasons: Each<Reason> = {
  locked: [
    { code: 'locked', rule: sure },
    { code: 'locked', rule: null },
  ],
  gone: [{ code: 'gone', stage: 'dropped' }],
  sought: everySort.map((one) => ({ code: 'sought', need: one })),
  number: [{ code: 'number', min: 3, by: 'program' }],
  'us-writer': [{ code: 'us-writer' }],
  'knows-well': [{ code: 'knows-well' }],
  'promised-strong': [{ code: 'promised-strong' }],
  in: [{ code: 'in', stage: 'uploaded' }],
  'on-the-way': [{ code: 'on-the-way', stage: 'requested' }],
  'put-by-hand': [{ code: 'put-by-hand', stage: 'asked' }],
  lukewarm: [{ code: 'lukewarm' }],
  'hardly-knows': [{ code: 'hardly-knows' }],
  imported: [{ code: 'imported', original: '2024-09-10' }],
};

const offReasons: Each<OffReason | AsideReason> = {
  removed: [{ code: 'removed' }],
  gone: [{ code: 'gone', stage: 'declined' }],
  'other-service': [{ code: 'other-service', letter: 'carms', program: 'eras' }],
  'other-season': [{ code: 'other-season', letter: '2026', program: '2027' }],
  'other-specialty': [{ code: 'other-specialty', letter: 'IM', program: 'Neurology' }],
  second: [{ code: 'second', stays: 'chen' }],
  lukewarm: [{ code: 'lukewarm' }],
  'hardly-knows': [{ code: 'hardly-knows' }],
  'research-at-community': [{ code: 'research-at-community' }],
  'too-many': [{ code: 'too-many', need: own }],
  full: [{ code: 'full', most: 4 }],
  enough: [{ code: 'enough', usual: 3 }],
};

const missings: Each<Missing> = {
  sought: everySort.map((one, unsaid) => ({ code: 'sought', need: one, have: 1, unsaid })),
  letters: [{ code: 'letters', have: 2, min: 3, by: { row: 'specialty/otolaryngology' } }],
  'program-specialty-unsaid': [{ code: 'program-specialty-unsaid' }],
};

const sort = (of: Need, have: number, unsaid: readonly string[]): Extract<MixFact, { code: 'sort' }> => ({
  code: 'sort',
  need: of,
  wanted: 2,
  have,
  unsaid,
});
const findings: Each<MixFact> = {
  count: [
    { code: 'count', have: 1, from: 3, to: 4 },
    { code: 'count', have: 3, from: 3, to: 3 },
  ],
  sort: everySort.flatMap((one) => [sort(one, 2, []), sort(one, 1, []), sort(one, 1, ['a'])]),
  'too-many': [{ code: 'too-many', need: own, have: 4 }],
  'chair-hardly-knows': [
    { code: 'chair-hardly-knows', letters: ['a'], asked: true },
    { code: 'chair-hardly-knows', letters: ['a'], asked: false },
  ],
  'hardly-knows': [{ code: 'hardly-knows', letters: ['a'] }],
  lukewarm: [
    { code: 'lukewarm', letters: ['a'], needed: true },
    { code: 'lukewarm', letters: ['a'], needed: false },
  ],
  'second-of-form-writer': [{ code: 'second-of-form-writer', letters: ['a'] }],
  'no-advice': [
    { code: 'no-advice', because: 'carms' },
    { code: 'no-advice', because: 'unconfirmed' },
    { code: 'no-advice', because: 'unknown-specialty' },
  ],
  'us-writers': [
    { code: 'us-writers', have: 1, unsaid: [] },
    { code: 'us-writers', have: 0, unsaid: ['a'] },
    { code: 'us-writers', have: 0, unsaid: [] },
  ],
  'img-unsaid': [{ code: 'img-unsaid' }],
  'closeness-unsaid': [{ code: 'closeness-unsaid', letters: ['a'] }],
  secured: [
    { code: 'secured', have: 1, wanted: 4 },
    { code: 'secured', have: 4, wanted: 4 },
  ],
  'specialty-unsaid': [{ code: 'specialty-unsaid' }],
};

const urgencies: readonly Urgency[] = [
  { kind: 'overdue', due: '2026-08-31', days: 1 },
  { kind: 'soon', due: '2026-09-03', days: 2 },
  { kind: 'applied', on: '2026-08-31' },
  { kind: 'later' },
];
const alarms: readonly Alarm[] = [
  { code: 'unassigned', letter: 'a', programs: 1 },
  { code: 'unassigned', letter: 'a', programs: 5 },
  ...urgencies.map((urgency): Alarm => ({ code: 'short', program: 'p', have: 2, asked: 3, by: 'program', urgency })),
];

const candidate: Candidate = {
  writer: aWriter('maya', 'chen', { name: 'Dr. Chen' }),
  story: 'unsaid',
  field: 'unsaid',
  lastDay: null,
  standing: null,
  department: null,
  ahead: null,
};
const nexts: Readonly<Record<Criterion, readonly Candidate[]>> = {
  open: [candidate],
  answer: [candidate],
  story: (['somewhat', 'unsaid', 'hardly'] as const).map((story) => ({ ...candidate, story })),
  field: [candidate, { ...candidate, field: 'other' }],
  us: [candidate, { ...candidate, writer: { ...candidate.writer, inUs: false } }],
  weight: [candidate, { ...candidate, writer: { ...candidate.writer, kind: 'other' } }],
  recency: [candidate, { ...candidate, lastDay: { day: '2026-08-01', days: -31 } }],
  name: [candidate],
};

function all<T extends { readonly code: string }>(each: Each<T>): readonly T[] {
  return Object.values<readonly T[]>(each).flat();
}

/** Every sentence that a language has for these, in the same order in each. */
function sentences(words: Words): readonly Line[] {
  const { assignments, proposals, checks, compare } = words;
  return [
    ...all(refusals).map((one) => assignments.refused(one, 'Dr. Chen', 'Mercy')),
    ...all(warnings).map((one) => assignments.warned(one, 'Dr. Chen', 'Mercy')),
    ...all(unassignRefusals).map((one) => assignments.notTakenOff(one, 'Dr. Chen', 'Mercy')),
    ...unassignWarnings.map((one) => assignments.takenOff(one)),
    ...all(applyRefusals).map((one) => assignments.notApplied(one, 'Mercy')),
    ...all(applyWarnings).map((one) => assignments.applied(one, 'Mercy', ['Dr. Chen'])),
    ...all(reasons).map((one) => proposals.reason(one, naming)),
    ...all(offReasons).map((one) => proposals.offReason(one, naming)),
    ...all(missings).map((one) => proposals.lacking(one, naming)),
    ...all(findings).flatMap((one) => [
      checks.finding(one, ['Dr. Chen'], 'medium', naming),
      checks.finding(one, ['Dr. Chen', 'Dr. Silva'], 'low', naming),
    ]),
    ...alarms.map((one) => checks.alarm(one, 'Mercy', naming)),
    ...criteria.flatMap((criterion) => nexts[criterion].map((next) => compare.ahead(criterion, next))),
    ...chairCustoms.flatMap((custom) => [true, false].map((known) => compare.department(custom, 'Urology', known))),
  ];
}

const texts = { en: sentences(en).map(textOf('en')), fr: sentences(fr).map(textOf('fr')) };

function textOf(language: 'en' | 'fr'): (line: Line) => string {
  return (line) => lineText(lineIn(line, language));
}

describe.each(['en', 'fr'] as const)('what is judged, said in %s,', (language) => {
  it('has words for every code, and nothing that only a program would say', () => {
    for (const text of texts[language]) {
      expect(text).not.toMatch(/undefined|\bnull\b|NaN|Infinity|\[object| {2}| ,| \.|,\s*$|specialty\/|em-esloe/u);
      expect(text.trim()).not.toBe('');
    }
  });

  it('says how sure it is of what rests on little', () => {
    const words = { en, fr }[language];
    const who: readonly WhoAsks[] = [
      { kind: 'specialty', id: 'urology', name: 'Urology', confidence: 'low' },
      { kind: 'service', service: 'carms', confidence: 'low' },
      { kind: 'advice' },
    ];
    for (const one of who) expect(words.sorts.by(one)).toMatch(/said to|common advice|dit-on|aurait|conseil courant/u);
    const count = { code: 'count', have: 1, from: 3, to: 4 } as const;
    for (const confidence of ['low', 'unconfirmed'] as const)
      expect(textOf(language)(words.checks.finding(count, [], confidence, naming))).toMatch(/said|may|dit-on|serait/u);
    for (const custom of chairCustoms)
      expect(textOf(language)(words.compare.department(custom, 'Urology', false))).toMatch(/is said|se dit/u);
    expect(textOf(language)(words.assignments.takenOff({ code: 'perhaps-locked', rule: unsure }))).toMatch(
      /not confirmed|pas confirmé/u,
    );
  });
});

describe('what is judged', () => {
  it('is not left in English in French', () => {
    const same = texts.fr.filter((text, index) => text === texts.en[index]);
    expect(same).toEqual([]);
  });

  it.each([
    [
      'refused',
      en.assignments.refused({ code: 'full', cap }, 'Dr. Chen', 'Mercy'),
      'Mercy has 3 letters, and its service takes no more. Take one off first, or leave this one out.',
    ],
    [
      'warned',
      en.assignments.warned(warnings['over-unconfirmed-cap'][0] as AssignWarning, 'Dr. Chen', 'Mercy'),
      'These are 4 letters, and 3 may be the most. That is not confirmed for this season; the source speaks of: 2023 and 2024 matches.',
    ],
    [
      'never told to hold a place',
      en.assignments.warned({ code: 'no-yes-yet', stage: 'asked' }, 'Dr. Chen', 'Mercy'),
      'Dr. Chen has not said yes yet (asked). In the portal, leave the place open until the letter is sure.',
    ],
    [
      'counted',
      en.checks.finding(sort(own, 1, []), [], 'medium', naming),
      '1 of 2 letters from the specialty: commonly expected in Internal medicine.',
    ],
    [
      'asked for',
      en.checks.finding(sort(own, 1, ['a']), ['Dr. Chen'], 'medium', naming),
      '1 of 2 letters from the specialty: commonly expected in Internal medicine. The specialty of Dr. Chen is not said: /lor writer edit keeps it.',
    ],
    [
      'only welcome',
      en.checks.finding({ ...sort({ ...form, min: 0 }, 0, []), wanted: 1 }, [], 'medium', naming),
      '0 of 1 letter on the form EM eSLOE: commonly welcome in Emergency medicine.',
    ],
    [
      'pressing',
      en.checks.alarm(alarms[3] as Alarm, 'Mercy', naming),
      'Mercy, due Thu 3 Sep 2026: 2 of 3 letters, the program asks for it.',
    ],
    [
      'dit',
      fr.checks.finding(sort(own, 1, []), [], 'medium', naming),
      '1 sur 2 lettres de la spécialité\u00a0: souvent attendu en médecine interne.',
    ],
  ])('is %s', (_, line, text) => {
    expect(lineText(line)).toBe(text);
  });
});

import { describe, expect, it } from 'vitest';
import { inLanguage } from '../../../src/core/in-language.ts';
import type { Block, Button, Reply } from '../../../src/core/reply.ts';
import { lineText, toPlainText } from '../../../src/core/reply-text.ts';
import { alarms } from '../../../src/letters/alarm.ts';
import { compareWriters } from '../../../src/letters/compare.ts';
import { checkMix } from '../../../src/letters/mix.ts';
import { propose } from '../../../src/letters/propose.ts';
import { alarmLines } from '../../../src/views/alarm.ts';
import { checkReply } from '../../../src/views/check.ts';
import { compareReply } from '../../../src/views/compare.ts';
import { proposalReply } from '../../../src/views/proposal.ts';
import { en } from '../../../src/words/en/index.ts';
import { fr } from '../../../src/words/fr/index.ts';
import { aDossier, aProgram, packs, written } from '../../support/dossier.ts';

const im = { specialty: 'IM', kind: 'attending', knows: 'well', inUs: true } as const;
const letters = [
  written('chen', { ...im, name: 'Dr. Chen' }, { service: 'eras', answer: 'strong', form: 'narrative' }),
  written(
    'silva',
    { ...im, name: 'Dr. Silva', kind: 'chair', knows: 'hardly' },
    { service: 'eras', chair: true, form: 'im-sel' },
  ),
  written(
    'novak',
    { ...im, name: 'Dr. Novak', kind: 'research-mentor', knows: null, specialty: null },
    { stage: 'requested', form: 'narrative' },
  ),
  written(
    'okoro',
    { ...im, name: 'Dr. Okoro', specialty: 'surgery', knows: 'somewhat' },
    { answer: 'lukewarm', form: 'narrative' },
  ),
];
const programs = [
  aProgram('mercy', { name: 'Mercy', specialty: 'IM', service: 'eras', setting: 'community', due: '2026-09-10' }, [
    'okoro',
    'novak',
  ]),
  aProgram('state', { name: 'State', specialty: 'IM', service: 'eras', setting: 'academic', applied: '2026-08-30' }, [
    'silva',
  ]),
];
const dossier = aDossier({ letters, programs, specialties: ['IM', 'ENT'], img: true });

/** What a reader of the terminal sees, without the addresses. */
function read(reply: Reply): string {
  return toPlainText(inLanguage(reply, 'en')).replace(/ \(https:[^)]*\)/gu, '');
}

function buttonsOf(reply: Reply): readonly Button[] {
  return reply.blocks.flatMap((block: Block) => ('buttons' in block ? block.buttons : []));
}

describe('the check of a set, as it is shown,', () => {
  const reply = checkReply(checkMix(dossier), dossier, en);

  it('puts what is lacking first and what is well last, each specialty by itself', () => {
    const text = read(reply);
    const [whole = '', general = ''] = text.split('Whatever the specialty');
    const [, medicine = '', ent = ''] = whole.split(/^For .*$/mu);
    expect(medicine).toContain('In order\n\n- You track 4 letters for it; 3 to 4 are commonly advised.');
    expect(medicine.indexOf('Worth a thought')).toBeLessThan(medicine.indexOf('In order'));
    expect(ent).toContain('0 of 2 letters from the specialty: said to be expected in Otolaryngology');
    expect(ent).not.toContain('Missing');
    expect(general).toContain('Can Dr. Novak tell a story about you?');
  });

  it('names the pages behind a specialty, their season and how sure they are', () => {
    const text = read(reply);
    expect(text).toContain('Sources: www.im.org; md.mednet.iu.edu. Season: 2020 format, current page.');
    expect(text).toContain('Little that is official was found.');
    expect(JSON.stringify(reply)).toContain('https://www.im.org/');
  });

  it('leads to what would settle a question', () => {
    const calls = buttonsOf(reply).map(({ call, label }) => [label, call.path, call.args]);
    expect(calls).toContainEqual(['Edit Dr. Novak', 'lor writer edit', { writer: 'NOVAK' }]);
    expect(calls).toContainEqual(['Propose letters', 'lor program propose', {}]);
    const unsaid = aDossier({ letters, img: null });
    const settings = buttonsOf(checkReply(checkMix(unsaid), unsaid, en)).map(({ call }) => call.path);
    expect(settings).toContain('lor settings');
  });

  it('of nothing says how to begin', () => {
    const empty = aDossier();
    expect(read(checkReply(checkMix(empty), empty, en))).toContain('You track no letters yet');
  });
});

describe('a proposal, as it is shown,', () => {
  const proposals = propose(dossier);

  it('says of each program what stays, comes and goes, and why', () => {
    const text = read(proposalReply(proposals, dossier, en));
    expect(text).toContain(
      [
        'Mercy · ERAS, IM',
        '  Dr. Novak stays: needed for the number: 3 letters, commonly expected in Internal medicine; its writer works in the United States; on the way (requested in the portal)',
        '  + Dr. Chen: from the specialty; its writer works in the United States; knows you well; a strong letter is promised; it is in',
        '  + Dr. Silva: on the form IM SEL (department letter); from the specialty; the department letter; its writer works in the United States; it is in; mind that they hardly know you',
        '  − Dr. Okoro: the yes was lukewarm',
      ].join('\n'),
    );
    expect(text).toContain('  Dr. Silva stays: it may be fixed there already;');
    expect(text).toContain('  Left out: Dr. Okoro, the yes was lukewarm');
  });

  it('is taken on by a button for one program or for all, and by none where it changes nothing', () => {
    const calls = (reply: Reply) => buttonsOf(reply).map(({ call }) => call.args);
    const reply = proposalReply(proposals, dossier, en);
    expect(calls(reply)).toContainEqual({ program: 'mercy', apply: 'yes' });
    expect(calls(reply)).toContainEqual({ apply: 'yes' });
    const same = aDossier({
      letters: letters.slice(0, 1),
      programs: [aProgram('mercy', { service: 'eras' }, ['chen'])],
    });
    const unchanged = proposalReply(propose(same), same, en);
    expect(read(unchanged)).toContain('It is as I would have it.');
    expect(calls(unchanged).some((args) => 'apply' in args)).toBe(false);
  });

  it('says what is missing, and whose word it is', () => {
    const alone = aDossier({ letters: letters.slice(3), programs: programs.slice(0, 1) });
    const text = read(proposalReply(propose(alone), alone, en));
    expect(text).toContain('Missing: 0 of 2 letters from the specialty: commonly expected in Internal medicine');
    expect(text).toContain('Missing: 1 of 3 letters: commonly expected in Internal medicine');
  });

  it('comes in pages', () => {
    const many = aDossier({ programs: Array.from({ length: 20 }, (_, index) => aProgram(`p${index}`)) });
    const text = read(proposalReply(propose(many), many, en, 3));
    expect(text).toContain('p16');
    expect(text).not.toContain('p15');
    expect(text).toContain('Page 3 of 3.');
  });
});

describe('the comparison of writers, as it is shown,', () => {
  const writers = letters.map(({ writer }) => writer);

  it('says why each stands before the next, and shows no score', () => {
    const text = read(compareReply(compareWriters(writers, 'IM', dossier), packs, en));
    expect(text.match(/^Dr\. .*$/gmu)).toEqual(['Dr. Chen', 'Dr. Novak', 'Dr. Silva', 'Dr. Okoro']);
    expect(text).toContain('Before Dr. Novak, of whom it is not said whether they can tell a story.');
    expect(text).toContain('Before Dr. Silva, who hardly knows you.');
    expect(text).toContain('A department letter is customary in Internal medicine');
    expect(text).toContain('common advice, no rule');
    expect(text).not.toMatch(/\d+ ?(points|%|\/ ?\d)/u);
  });

  it('asks for a second name where there is nobody to compare with', () => {
    const text = read(compareReply(compareWriters(writers.slice(0, 1), 'IM', dossier), packs, en));
    expect(text).toContain('Name at least two writers to compare them.');
  });
});

describe('the alarm, as it is shown,', () => {
  it('names programs and writers', () => {
    expect(alarmLines(alarms(dossier, 14), dossier, en).map((line) => lineText(line))).toEqual([
      'Mercy, due Thu 10 Sep 2026: 2 of 3 letters, commonly expected in Internal medicine.',
      'State, applied on Sun 30 Aug 2026: 1 of 3 letters, commonly expected in Internal medicine.',
      'The letter of Dr. Chen is in and goes to none of the 2 programs that could have it.',
    ]);
  });
});

describe('a name that looks like markup', () => {
  it('stays text in every reply, in both languages', () => {
    const hostile = '*Dr* <!channel> @everyone [a](b)';
    const named = letters.map(({ letter, writer }) => ({ letter, writer: { ...writer, name: hostile } }));
    const called = programs.map((program) => ({ ...program, name: hostile, specialty: hostile }));
    const all = aDossier({ letters: named, programs: called, specialties: [hostile], img: null });
    for (const words of [en, fr]) {
      const replies = [
        checkReply(checkMix(all), all, words),
        proposalReply(propose(all), all, words),
        compareReply(
          compareWriters(
            named.map(({ writer }) => writer),
            hostile,
            all,
          ),
          packs,
          words,
        ),
      ];
      for (const reply of replies) expect(toPlainText(reply)).toContain(hostile);
    }
  });
});

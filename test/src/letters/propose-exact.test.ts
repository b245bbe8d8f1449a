import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../src/letters/dossier.ts';
import { closenesses, type LetterWithWriter, writerKinds } from '../../../src/letters/letter.ts';
import type { Program } from '../../../src/letters/program.ts';
import type { AsideReason, OffReason, Reason } from '../../../src/letters/proposal-reasons.ts';
import { changesAnything, type Proposal, propose, withProposal } from '../../../src/letters/propose.ts';
import { stages } from '../../../src/letters/stages.ts';
import { serviceIds } from '../../../src/packs/service.ts';
import { aDossier, aProgram, packs, packsWith, sourced, today, unconfirmed, written } from '../../support/dossier.ts';
import { type Oracle, oracleFor, specialtyNames } from '../../support/proposal-oracle.ts';
import { subsets } from '../../support/subsets.ts';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const forms = ['narrative', 'im-sel', 'em-esloe', 'ob-gyn-sloe', 'neurosurgery-loe', 'carms-structured'];

/** Mostly letters that can go somewhere: what is gone or of another service is drawn, but not often. */
const usualStages = ['agreed', 'requested', 'uploaded', 'uploaded', 'processed'] as const;
const someLetter = fc.record({
  writer: fc.record({
    id: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G'),
    kind: maybe(
      fc.constantFrom(...(Object.keys(writerKinds) as (keyof typeof writerKinds)[]), 'research-mentor', 'chair'),
    ),
    specialty: maybe(fc.constantFrom(...specialtyNames)),
    inUs: maybe(fc.boolean()),
    knows: maybe(fc.constantFrom(...closenesses)),
  }),
  letter: fc.record({
    service: fc.constantFrom(null, null, 'eras', 'eras', 'residencycas', 'carms'),
    season: fc.constantFrom(null, null, null, '2027', '2026'),
    specialty: fc.constantFrom(null, null, null, ...specialtyNames),
    form: maybe(fc.constantFrom(...forms)),
    chair: maybe(fc.boolean()),
    stage: fc.constantFrom(...stages, ...usualStages, ...usualStages),
    answer: fc.constantFrom(null, 'strong', 'lukewarm'),
    original: fc.constantFrom(null, null, '2024-09-10'),
  }),
});

const someProgram = fc.record({
  service: fc.constantFrom(null, 'eras', 'eras', 'residencycas', 'carms'),
  season: fc.constantFrom(null, null, '2027'),
  specialty: maybe(fc.constantFrom(...specialtyNames)),
  setting: maybe(fc.constantFrom('academic', 'community')),
  applied: fc.constantFrom(null, null, '2026-08-30'),
  needs: fc.record({
    letters: maybe(fc.integer({ min: 1, max: 5 })),
    most: fc.constantFrom(null, null, 2, 3),
    own: maybe(fc.nat(3)),
    chair: maybe(fc.boolean()),
    form: fc.constantFrom(null, null, ...forms),
  }),
  letters: fc.subarray(['l0', 'l1', 'l2', 'l3', 'l4', 'l5', 'gone-for-good'], { maxLength: 5 }),
});

/** Caps and locks of all kinds, sure and unsure. */
const someFacts = fc.record({
  maxLettersPerProgram: fc.oneof(
    fc.constant(unconfirmed),
    fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('high', 'medium')).map(([cap, how]) => sourced(cap, how)),
  ),
  assignmentLock: fc.oneof(
    fc.constant(unconfirmed),
    fc
      .tuple(fc.constantFrom('on-applying', 'on-completing'), fc.constantFrom('high', 'low'))
      .map(([when, how]) => sourced(when, how)),
  ),
});

const someDossier = fc
  .record({
    letters: fc.array(someLetter, { maxLength: 6 }),
    programs: fc.array(someProgram, { minLength: 1, maxLength: 8 }),
    img: maybe(fc.boolean()),
    facts: maybe(someFacts),
  })
  .map(({ letters, programs, img, facts }): Dossier => {
    const given = facts === null ? packs : serviceIds.reduce((all, id) => packsWith(id, facts, all), packs);
    // Two letters of one writer have one writer.
    const writers = new Map(letters.map(({ writer }) => [writer.id, writer]));
    return aDossier({
      letters: letters.map(({ writer, letter }, index) => written(`l${index}`, writers.get(writer.id), letter)),
      programs: programs.map(({ letters: assigned, ...program }, index) => aProgram(`p${index}`, program, assigned)),
      img,
      packs: given,
    });
  });

interface Judged {
  readonly dossier: Dossier;
  readonly program: Program;
  readonly proposal: Proposal;
  readonly oracle: Oracle;
  readonly set: readonly LetterWithWriter[];
}

function eachProposal(check: (judged: Judged) => void, numRuns: number): void {
  fc.assert(
    fc.property(someDossier, (dossier) => {
      const proposals = propose(dossier);
      expect(proposals.map(({ program }) => program)).toEqual(dossier.programs.map(({ id }) => id));
      for (const [index, program] of dossier.programs.entries()) {
        const proposal = proposals[index];
        if (!proposal) throw new Error('a program without a proposal');
        const ids = proposal.letters.map(({ letter }) => letter);
        const set = dossier.letters.filter(({ letter }) => ids.includes(letter.id));
        expect(set).toHaveLength(ids.length);
        check({ dossier, program, proposal, oracle: oracleFor(program, dossier), set });
      }
    }),
    { numRuns },
  );
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

describe('a proposal, beside a search through all sets of letters', () => {
  it('keeps every rule, and no set that keeps them is better', () => {
    eachProposal(({ dossier, oracle, set }) => {
      expect(oracle.isAllowed(set)).toBe(true);
      const mine = oracle.points(set);
      for (const other of subsets(dossier.letters)) {
        if (oracle.isAllowed(other)) expect(isBefore(oracle.points(other), mine)).toBe(false);
      }
    }, 700);
  });

  it('lacks nothing that is asked for where some set has it all, and says exactly what it lacks', () => {
    eachProposal(({ dossier, proposal, oracle, set }) => {
      const isWhole = (some: readonly LetterWithWriter[]) => {
        const counted = some.filter((one) => !oracle.isGone(one));
        const { wants, fewest } = oracle;
        return counted.length >= fewest && wants.every(({ min, is }) => counted.filter(is).length >= min);
      };
      const possible = subsets(dossier.letters).some((some) => oracle.isAllowed(some) && isWhole(some));
      expect(proposal.missing.length === 0).toBe(possible);
      const counted = set.filter((one) => !oracle.isGone(one));
      const lacking = oracle.wants.flatMap(({ kind, min, is, by }) => {
        const have = counted.filter(is).length;
        if (have >= min) return [];
        return [kind === 'own' && oracle.field === null ? 'whose own?' : `${kind}: ${have} of ${min}, ${by}`];
      });
      if (counted.length < oracle.fewest)
        lacking.push(`letters: ${counted.length} of ${oracle.fewest}, ${oracle.fewestBy}`);
      expect(proposal.missing.map(missingText)).toEqual(lacking);
    }, 300);
  });

  it('gives reasons that are true, each letter at least one', () => {
    eachProposal((judged) => {
      const { proposal, set, program } = judged;
      for (const { letter: id, kept, reasons } of proposal.letters) {
        const one = letterOf(judged, id);
        expect(reasons.length).toBeGreaterThan(0);
        for (const reason of reasons) expect([reason, isTrueOf(reason, one, judged)]).toEqual([reason, true]);
        expect(kept).toBe(judged.oracle.isAssigned(one));
      }
      const ids = set.map(({ letter }) => letter.id);
      const off = program.letters.map(({ letter }) => letter).filter((letter) => !ids.includes(letter));
      expect(proposal.off.map(({ letter }) => letter)).toEqual(off);
      for (const { letter: id, reasons } of proposal.off) {
        expect(reasons.length).toBeGreaterThan(0);
        for (const reason of reasons) expect([reason, isWhyOff(reason, id, judged)]).toEqual([reason, true]);
      }
      for (const { letter: id, reasons } of proposal.aside) {
        expect(ids).not.toContain(id);
        for (const reason of reasons) expect([reason, isWhyOff(reason, id, judged)]).toEqual([reason, true]);
      }
    }, 500);
  });

  it('taken on changes nothing when it is made again', () => {
    fc.assert(
      fc.property(someDossier, (dossier) => {
        const made = propose(dossier);
        const programs = dossier.programs.map((program, index) =>
          withProposal(program, made[index] as Proposal, today),
        );
        for (const again of propose({ ...dossier, programs })) expect(changesAnything(again)).toBe(false);
      }),
      { numRuns: 250 },
    );
  });

  it('for one program is the same whatever other programs and in whatever order letters are tracked', () => {
    fc.assert(
      fc.property(someDossier, (dossier) => {
        const letters = dossier.letters.toReversed();
        const together = propose(dossier).map(essence);
        const alone = dossier.programs.map((program) => propose({ ...dossier, letters, programs: [program] })[0]);
        expect(alone.map((one) => one && essence(one))).toEqual(together);
      }),
      { numRuns: 150 },
    );
  });
});

it('a letter that stands back names the same of two that are locked, in whatever order they are tracked', () => {
  const three = ['l0', 'l1', 'l2'].map((id) => written(id, { id: 'G' }));
  const program = aProgram('p0', { service: 'eras', applied: today }, ['l1', 'l2']);
  const aside = (letters: typeof three) => propose(aDossier({ letters, programs: [program] }))[0]?.aside;
  expect(aside(three)).toMatchObject([{ letter: 'l0', reasons: [{ code: 'second', stays: 'l1' }] }]);
  expect(aside(three.toReversed())).toEqual(aside(three));
});

function essence({ program, letters, off }: Proposal) {
  return { program, letters: letters.map(({ letter }) => letter).sort(), off };
}

function letterOf({ dossier }: Judged, id: string): LetterWithWriter {
  const one = dossier.letters.find(({ letter }) => letter.id === id);
  if (!one) throw new Error(`no letter ${id}`);
  return one;
}

function byText(by: 'program' | { readonly row: string }): string {
  return by === 'program' ? by : by.row;
}

function kindOf({ sought }: { readonly sought: { readonly kind: string; readonly form?: string } }): string {
  return sought.form === undefined ? sought.kind : `form ${sought.form}`;
}

function missingText(missing: Proposal['missing'][number]): string {
  if (missing.code === 'program-specialty-unsaid') return 'whose own?';
  if (missing.code === 'letters') return `letters: ${missing.have} of ${missing.min}, ${byText(missing.by)}`;
  const { need, have } = missing;
  return `${kindOf(need)}: ${have} of ${need.min}, ${byText(need.by)}`;
}

/** Whether what a reason says of a letter is so, judged anew from the data. */
function isTrueOf(reason: Reason, one: LetterWithWriter, { dossier, program, oracle, set }: Judged): boolean {
  const { letter, writer } = one;
  switch (reason.code) {
    case 'locked':
      return oracle.isLocked(one) && (reason.rule !== null || program.applied !== null);
    case 'gone':
      return oracle.isGone(one) && oracle.isLocked(one) && reason.stage === letter.stage;
    case 'sought': {
      const want = oracle.wants.find(({ kind }) => kind === kindOf(reason.need));
      return want?.is(one) === true && want.better > 0 && byText(reason.need.by) === want.by;
    }
    case 'number': {
      const counted = set.filter((two) => !oracle.isGone(two)).length;
      return counted <= oracle.fewest && reason.min === oracle.fewest && byText(reason.by) === oracle.fewestBy;
    }
    case 'us-writer':
      return dossier.img === true && writer.inUs === true;
    case 'knows-well':
      return writer.knows === 'well';
    case 'promised-strong':
      return letter.answer === 'strong';
    case 'in':
      return oracle.isIn(one) && reason.stage === letter.stage;
    case 'on-the-way':
      return oracle.saidYes(one) && !oracle.isIn(one) && reason.stage === letter.stage;
    case 'put-by-hand':
      return !oracle.saidYes(one) && oracle.isAssigned(one);
    case 'lukewarm':
      return letter.answer === 'lukewarm';
    case 'hardly-knows':
      return writer.knows === 'hardly';
    case 'imported':
      return letter.original === reason.original;
  }
}

/** Whether a reason against a letter is so. */
function isWhyOff(reason: OffReason | AsideReason, id: string, judged: Judged): boolean {
  const { dossier, program, oracle, set } = judged;
  if (reason.code === 'removed') return !dossier.letters.some(({ letter }) => letter.id === id);
  const one = letterOf(judged, id);
  const { letter, writer } = one;
  switch (reason.code) {
    case 'gone':
      return oracle.isGone(one) && !oracle.isLocked(one);
    case 'other-service':
      return letter.service === reason.letter && program.service === reason.program && !oracle.fits(one);
    case 'other-season':
      return reason.letter !== reason.program && !oracle.fits(one);
    case 'other-specialty':
      return letter.specialty === reason.letter && program.specialty === reason.program && !oracle.fits(one);
    case 'second':
      return set.some((two) => two.letter.id === reason.stays && two.writer.id === writer.id);
    case 'lukewarm':
      return letter.answer === 'lukewarm';
    case 'hardly-knows':
      return writer.knows === 'hardly';
    case 'research-at-community':
      return program.setting === 'community' && oracle.isResearch(one);
    case 'too-many': {
      const want = oracle.wants.find(({ kind }) => kind === kindOf(reason.need));
      return want?.is(one) === true && set.filter(want.is).length >= want.atMost;
    }
    case 'full':
      return set.length >= oracle.most && reason.most === oracle.most;
    case 'enough':
      return set.length >= oracle.usual && reason.usual === oracle.usual;
  }
}

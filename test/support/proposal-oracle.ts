import type { Dossier } from '../../src/letters/dossier.ts';
import type { LetterWithWriter } from '../../src/letters/letter.ts';
import type { Program } from '../../src/letters/program.ts';

/**
 * The rules of the proposal written a second time, from the words that describe them and from the
 * data, so that a slip in one of the two shows.
 */

/** Names that the drawn letters and programs use, and what they mean. */
const meanings: Readonly<Record<string, string>> = {
  IM: 'internal-medicine',
  'Internal medicine': 'internal-medicine',
  'IM prelim': 'internal-medicine-preliminary',
  TY: 'transitional-year',
  EM: 'emergency-medicine',
  'OB-GYN': 'ob-gyn',
  NSGY: 'neurosurgery',
  surgery: 'general-surgery',
  FM: 'family-medicine',
  Alchemy: 'Alchemy',
};

export const specialtyNames: readonly string[] = Object.keys(meanings);

type One = LetterWithWriter;

/** What is wanted of a sort of letter; `is` tells whether one is of it, as far as that is said. */
export interface Want {
  readonly kind: string;
  readonly min: number;
  readonly better: number;
  readonly atMost: number;
  readonly by: string;
  readonly is: (one: One) => boolean;
}

export function oracleFor(program: Program, { letters, packs, img }: Dossier) {
  const canadian = program.service === 'carms';
  const meaning = (name: string | null) => (name === null ? null : (meanings[name] ?? name));
  const field = meaning(program.specialty);
  const known = packs.specialties.find(({ id }) => id === field);
  const custom = canadian ? undefined : known;
  const pack = program.service === null ? undefined : packs.seasons[program.service][0];
  const advised = !canadian && field !== null;
  const mix = packs.customs.mix.value ?? { own: 0, core: 0, optionalResearch: 0 };
  const count = packs.customs.letterCount.value ?? { from: 0, to: 0 };

  const isAssigned = ({ letter }: One) => program.letters.some((assigned) => assigned.letter === letter.id);
  const isIn = ({ letter }: One) => ['uploaded', 'processed'].includes(letter.stage);
  const isGone = ({ letter }: One) => ['declined', 'dropped'].includes(letter.stage);
  const saidYes = (one: One) => isIn(one) || ['agreed', 'packet-sent', 'requested'].includes(one.letter.stage);
  const isLocked = (one: One) =>
    isAssigned(one) && (pack?.facts.assignmentLock.value === 'on-completing' ? isIn(one) : program.applied !== null);

  /** Whether nothing about it says that it is for something else. */
  const fits = ({ letter }: One) => {
    const seasonOf = (season: string | null, service: Program['service']) =>
      season ?? (service === null ? null : packs.seasons[service][0].season);
    const [mine, its] = [seasonOf(letter.season, letter.service), seasonOf(program.season, program.service)];
    const label = meaning(letter.specialty);
    const takes = known?.needs?.reuses || [field, ...(known?.needs?.own?.from ?? [])].includes(label);
    return (
      (letter.service === null || program.service === null || letter.service === program.service) &&
      (mine === null || its === null || mine === its) &&
      (label === null || field === null || takes)
    );
  };

  const works = ({ writer }: One) => meaning(writer.specialty);
  const isColleague = (one: One) => {
    const of = works(one);
    return of !== null && field !== null && (known?.needs?.own?.from ?? [field]).includes(of);
  };
  const hasTheForm = ({ letter }: One) => (known?.needs?.forms ?? []).some(({ form }) => form === letter.form);
  const isStranger = (one: One) => works(one) !== null && field !== null && !isColleague(one);
  const isOwn = (one: One) => hasTheForm(one) || isColleague(one);
  const isOfDepartment = (one: One) => {
    if (known?.needs?.chairForm !== undefined && one.letter.form === known.needs.chairForm) return true;
    const says = one.letter.chair === null ? one.writer.kind === 'chair' : one.letter.chair;
    return says && !isStranger(one);
  };
  const isResearch = ({ writer }: One) => writer.kind === 'research-mentor';
  const isCore = (one: One) =>
    !isResearch(one) && !isColleague(one) && (packs.customs.coreRotations.value ?? []).includes(works(one) ?? '');
  const isOther = (one: One) => !hasTheForm(one) && (known?.needs?.own === undefined || isStranger(one));

  const cap = pack?.facts.maxLettersPerProgram.value ?? Infinity;
  const most = Math.min(cap, program.needs.most ?? Infinity);
  const asked = program.needs.letters;
  const usually = canadian
    ? (asked ?? (most === Infinity ? count.from : most))
    : Math.max(asked ?? 0, custom?.letters ? custom.letters.to : count.to);
  const usual = Math.min(most, usually);

  const wants: Want[] = [];
  const want = (
    kind: string,
    by: string,
    is: Want['is'],
    {
      min = 0,
      better = min,
      atMost = Infinity,
    }: { min?: number | undefined; better?: number | undefined; atMost?: number | undefined },
  ) => wants.push({ kind, by, is, min, better: Math.max(min, better), atMost: Math.max(atMost, min) });
  const its = `specialty/${custom?.id}`;

  const customForms = canadian
    ? packs.forms
        .filter(({ services, specialties }) => services.includes('carms') && specialties.includes(field ?? ''))
        .map(({ id }) => ({ form: id, min: 1, better: usual, atMost: undefined, by: 'carms/standard-forms' }))
    : (custom?.needs?.forms ?? []).map((one) => ({ ...one, by: its }));
  const onForm = (form: string) => (one: One) => one.letter.form === form;
  const wanted = program.needs.form;
  if (wanted !== null) {
    const { min = 1, better, atMost } = customForms.find(({ form }) => form === wanted) ?? {};
    want(`form ${wanted}`, 'program', onForm(wanted), { min: Math.max(1, min), better, atMost });
  }
  for (const { form, by, ...numbers } of customForms) {
    if (form !== wanted) want(`form ${form}`, by, onForm(form), numbers);
  }
  const own = custom?.needs?.own;
  if (program.needs.own !== null) want('own', 'program', isOwn, { ...own, min: program.needs.own });
  else if (own) want('own', its, isOwn, own);
  else if (advised) want('own', 'customs/mix', isOwn, { better: mix.own });
  const department = program.needs.chair ?? ['expected', 'customary'].includes(custom?.needs?.chair ?? '');
  if (department) want('department', program.needs.chair === null ? its : 'program', isOfDepartment, { min: 1 });
  if (custom?.needs?.other !== undefined) want('other', its, isOther, { min: custom.needs.other });
  else if (advised) want('core', 'customs/mix', isCore, { better: mix.core });
  const welcome = program.setting === 'community' ? 0 : mix.optionalResearch;
  want('research', 'letters/research-mentor', isResearch, {
    better: program.setting === 'academic' ? 1 : 0,
    atMost: welcome,
  });

  const fewest = asked ?? custom?.letters?.from ?? 0;
  const fewestBy = asked !== null ? 'program' : its;
  const isWeak = ({ letter, writer }: One) => letter.answer === 'lukewarm' || writer.knows === 'hardly';
  const isForm = ({ letter }: One) => packs.forms.find(({ id }) => id === letter.form)?.kind === 'standardized';
  const soleForm = custom?.needs?.oneLetterOfFormWriter === true;

  const isAllowed = (set: readonly One[]) => {
    const free = set.filter((one) => !isLocked(one));
    const locked = letters.filter(isLocked);
    if (set.length - free.length < locked.length) return false;
    if (free.length > 0 && set.length > most) return false;
    if (free.some((one) => isGone(one) || !fits(one) || !(saidYes(one) || isAssigned(one)))) return false;
    const clashes = (one: One) =>
      set.some((two) => two !== one && two.writer.id === one.writer.id && (isForm(one) || isForm(two)) && !isGone(two));
    return !soleForm || !free.some(clashes);
  };

  const under = (target: number, got: number) => Math.max(0, target - got);

  /** How a set stands in each point of the order; less is better. */
  const points = (set: readonly One[]): readonly number[] => {
    const counted = set.filter((one) => !isGone(one));
    const number = (is: (one: One) => boolean) => counted.filter(is).length;
    const writers = new Set(counted.map(({ writer }) => writer.id));
    return [
      ...wants.map(({ min, is }) => under(min, number(is))),
      under(fewest, counted.length),
      counted.length - writers.size,
      number(isWeak),
      ...wants.flatMap(({ better, atMost, is }) => [under(better, number(is)), Math.max(0, number(is) - atMost)]),
      Math.abs(Math.min(usual, Math.max(0, most - (set.length - counted.length))) - counted.length),
      -number(({ writer }) => img === true && writer.inUs === true),
      -number(({ letter }) => letter.original === null),
      -number(({ writer }) => writer.knows === 'well'),
      -number(({ letter }) => letter.answer === 'strong'),
      -number(isIn),
      -number(saidYes),
      -number(isAssigned),
    ];
  };

  return {
    wants,
    most,
    usual,
    fewest,
    fewestBy,
    field,
    isAssigned,
    isLocked,
    isGone,
    isIn,
    saidYes,
    fits,
    isWeak,
    isResearch,
    isAllowed,
    points,
    works,
  };
}

export type Oracle = ReturnType<typeof oracleFor>;

import type { LetterMix, Packs, Specialty } from '../packs/pack.ts';
import type { ChairCustom } from '../packs/specialty-needs.ts';
import type { PlacedProgram } from './fit.ts';
import type { ProgramSetting } from './program.ts';
import { capOf, type Rules } from './program-rules.ts';

/** Who says so: the program, as the member looked it up, or a custom of the packs, by its row. */
export type Asker = 'program' | { readonly row: string };

/** A sort of letter that a program, or its specialty, looks for. */
export type Sought =
  /** On a letter form, by its id. */
  | { readonly kind: 'form'; readonly form: string }
  /** By people of its specialty. */
  | { readonly kind: 'own' }
  /** Of the department or its chair. */
  | { readonly kind: 'department' }
  /** By people of another specialty. */
  | { readonly kind: 'other' }
  /** From a core rotation that is not its specialty. */
  | { readonly kind: 'core' }
  | { readonly kind: 'research' };

/** How many letters of a sort. */
export interface Need {
  readonly sought: Sought;
  /** Fewer are too few. */
  readonly min: number;
  readonly better: number;
  /** More are of no use; `Infinity` where nobody says so. */
  readonly atMost: number;
  readonly by: Asker;
}

/** What a program looks for in a set of letters. */
export interface Demand {
  /** The most important first. */
  readonly needs: readonly Need[];
  /** The fewest letters, where anybody asks for a number. */
  readonly letters: { readonly min: number; readonly by: Asker } | null;
  /** How many are usual. */
  readonly usual: number;
  /** The most that can be sent or are read; a cap that is not confirmed counts as well. */
  readonly most: number;
  /** Whoever writes a standardized form writes no second letter. */
  readonly soleForm: boolean;
}

/** Whether a department letter is planned for: where most programs of a specialty want one. */
export function wantsChair(custom: ChairCustom | undefined): boolean {
  return custom === 'expected' || custom === 'customary';
}

/**
 * What a program looks for: what the member looked up of it, else what is usual in its specialty, else the
 * general advice. The last two are about the United States, and say nothing about CaRMS.
 */
export function demandOf(at: PlacedProgram, rules: Rules): Demand {
  const { needs, setting } = at.program;
  const { customs, forms } = rules.packs;
  const most = Math.min(capOf(at.program, rules)?.letters ?? Infinity, needs.most ?? Infinity);
  const custom = at.program.service === 'carms' ? undefined : at.specialty;
  const advice = at.program.service === 'carms' || at.field === null ? undefined : customs.mix.value;
  const usual = usualOf(at, custom, most, customs);
  return {
    needs: [
      ...formNeeds(needs.form, [...americanForms(custom), ...canadianForms(at, usual, forms)]),
      ...ownNeed(needs.own, custom, advice),
      ...departmentNeed(needs.chair, custom),
      ...otherNeed(custom, advice),
      researchNeed(setting, customs),
    ],
    letters: lettersAsked(needs.letters, custom),
    usual,
    most,
    soleForm: custom?.needs?.oneLetterOfFormWriter === true,
  };
}

/** Where nobody says more, `min` is enough and nothing is too many. */
function need(sought: Sought, by: Asker, min: number, better = min, atMost = Infinity): Need {
  return { sought, by, min, better: Math.max(min, better), atMost: Math.max(min, better, atMost) };
}

/** The specialty with its customs, where they can be meant. */
type Custom = Specialty | undefined;

function usualOf({ program }: PlacedProgram, custom: Custom, most: number, { letterCount }: Packs['customs']): number {
  const asked = program.needs.letters ?? 0;
  const { from = 0, to = 0 } = letterCount.value ?? {};
  if (program.service !== 'carms') return Math.min(most, Math.max(asked, custom?.letters?.to ?? to));
  // CaRMS programs name their number; until the member looked it up, all places are reckoned with.
  return Math.min(most, asked > 0 ? asked : most < Infinity ? most : from);
}

function lettersAsked(asked: number | null, custom: Custom): Demand['letters'] {
  if (asked !== null) return { min: asked, by: 'program' };
  return custom?.letters ? { min: custom.letters.from, by: specialtyRow(custom) } : null;
}

/** The form that the program asks for leads; of the customary ones of its kind it takes the rest. */
function formNeeds(asked: string | null, customary: readonly Need[]): readonly Need[] {
  if (asked === null) return customary;
  const isSame = ({ sought }: Need) => sought.kind === 'form' && sought.form === asked;
  const { min = 0, better, atMost } = customary.find(isSame) ?? {};
  const first = need({ kind: 'form', form: asked }, 'program', Math.max(1, min), better, atMost);
  return [first, ...customary.filter((one) => !isSame(one))];
}

function americanForms(custom: Custom): readonly Need[] {
  if (!custom?.needs?.forms) return [];
  return custom.needs.forms.map(({ form, min, better, atMost }) =>
    need({ kind: 'form', form }, specialtyRow(custom), min, better, atMost),
  );
}

/** Where a discipline has a form in CaRMS, its programs may not ask for a free letter besides. */
function canadianForms({ program, field }: PlacedProgram, usual: number, forms: Packs['forms']): readonly Need[] {
  if (program.service !== 'carms' || field === null) return [];
  return forms
    .filter(({ services, specialties }) => services.includes('carms') && specialties.includes(field))
    .map(({ id }) => need({ kind: 'form', form: id }, { row: 'carms/standard-forms' }, 1, usual));
}

function ownNeed(asked: number | null, custom: Custom, advice: LetterMix | undefined): readonly Need[] {
  const own = custom?.needs?.own;
  if (asked !== null) return [need({ kind: 'own' }, 'program', asked, own?.better, own?.atMost)];
  if (custom && own) return [need({ kind: 'own' }, specialtyRow(custom), own.min, own.better, own.atMost)];
  return advice ? [need({ kind: 'own' }, { row: 'customs/mix' }, 0, advice.own)] : [];
}

function departmentNeed(asked: boolean | null, custom: Custom): readonly Need[] {
  if (asked !== null) return asked ? [need({ kind: 'department' }, 'program', 1)] : [];
  if (!custom || !wantsChair(custom.needs?.chair)) return [];
  return [need({ kind: 'department' }, specialtyRow(custom), 1)];
}

function otherNeed(custom: Custom, advice: LetterMix | undefined): readonly Need[] {
  const other = custom?.needs?.other;
  if (custom && other !== undefined) return [need({ kind: 'other' }, specialtyRow(custom), other)];
  return advice ? [need({ kind: 'core' }, { row: 'customs/mix' }, 0, advice.core)] : [];
}

/** A research letter has its place at an academic program; at a community program another one does more. */
function researchNeed(setting: ProgramSetting | null, { mix }: Packs['customs']): Need {
  const by = { row: 'letters/research-mentor' };
  const welcome = mix.value?.optionalResearch ?? 1;
  if (setting === 'community') return { ...need({ kind: 'research' }, by, 0), atMost: 0 };
  return need({ kind: 'research' }, by, 0, setting === 'academic' ? 1 : 0, welcome);
}

function specialtyRow({ id }: Specialty): Asker {
  return { row: `specialty/${id}` };
}

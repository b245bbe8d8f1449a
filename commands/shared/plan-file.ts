import type { Context } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import type { Random } from '../../src/core/ports.ts';
import { noChoice, readChoice, understand } from '../../src/exchange/choose-columns.ts';
import type { ImportPlan } from '../../src/exchange/import-plan.ts';
import { planImport } from '../../src/exchange/plan-import.ts';
import type { TextCheck } from '../../src/exchange/read-cells.ts';
import { readExport } from '../../src/exchange/read-export.ts';
import { readTable } from '../../src/exchange/read-table.ts';
import { planRestore, type RestorePlan } from '../../src/exchange/restore.ts';
import { checkText } from '../../src/guard/check-text.ts';
import { assign } from '../../src/letters/assignment.ts';
import { findForm } from '../../src/packs/find-form.ts';
import { findSpecialty } from '../../src/packs/load-packs.ts';
import { type DataPorts, dataOf } from '../shared/data-of.ts';
import { specialtyName } from '../shared/writer-options.ts';

export type PlanContext = Context<DataPorts & { readonly random: Random }>;

/** What taking a file in would do: a table of letters or programs, or an export of ours. */
export type FilePlan =
  | { readonly kind: 'table'; readonly plan: ImportPlan }
  | { readonly kind: 'export'; readonly plan: RestorePlan };

/** Texts about a patient stay out; whoever is in doubt is asked when they type, and not for a whole file. */
const check: TextCheck = (text) => {
  const { kind } = checkText(text);
  if (kind === 'clean') return 'keep';
  return kind === 'patient' ? 'refuse' : 'doubt';
};

/** Reads a file by what is in it; a file that cannot be read is a problem with its sentence. */
export async function planFile(text: string, columns: string | undefined, context: PlanContext): Promise<FilePlan> {
  const isExport = /^\s*\{/u.test(text.slice(0, 100).replace(/^\uFEFF/u, ''));
  return isExport
    ? { kind: 'export', plan: await planExport(text, context) }
    : { kind: 'table', plan: await planTable(text, columns, context) };
}

async function planExport(text: string, context: PlanContext): Promise<RestorePlan> {
  const { actor, now, ports } = context;
  const { random, words } = ports;
  const read = readExport(text);
  if ('problem' in read) throw problem(words.exchange.exportProblem(read.problem));
  const ids = () => random.id(now);
  const by = { member: actor.id, now, command: 'lor data import', ids, check };
  const plan = planRestore(read.exported, await dataOf(context), by);
  if ('code' in plan) throw problem(words.exchange.restore.limit(plan));
  return plan;
}

async function planTable(text: string, columns: string | undefined, context: PlanContext): Promise<ImportPlan> {
  const { actor, now, today, ports } = context;
  const { packs, random, words } = ports;
  const read = readTable(text);
  if ('problem' in read) throw problem(words.exchange.tableProblem(read.problem));
  const guessed = understand(read.table);
  const choice = columns === undefined ? noChoice : readChoice(columns, guessed.columns);
  if ('code' in choice) throw problem(words.exchange.choiceProblem(choice), 'columns');
  const mine = await dataOf(context);
  const plan = planImport(understand(read.table, choice), mine, {
    member: actor.id,
    ids: () => random.id(now),
    today,
    check,
    service: mine.settings.service,
    form: (name, specialty) => findForm(packs, name, (specialty && findSpecialty(packs, specialty)?.id) || null)?.id,
    specialty: (name) => specialtyName(name, packs),
    mayAssign: (letter, program) => assign(program, letter, { packs, today }).kind === 'done',
  });
  if (!plan) throw problem(words.exchange.noNames, 'columns');
  return plan;
}

function problem(sentence: UserProblem['sentence'], option = 'file'): UserProblem {
  return new UserProblem('bad-value', sentence, { option });
}

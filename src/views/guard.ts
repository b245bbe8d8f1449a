import { encode } from '../core/call-codec.ts';
import { UserProblem } from '../core/errors.ts';
import { type Block, button, buttons, joinLines, paragraph, verbatim } from '../core/reply.ts';
import { checkText } from '../guard/check-text.ts';
import type { Finding, PatientDetail } from '../guard/finding.ts';
import type { Words } from '../words/words.ts';
import { asTyped, type Pending } from './choose.ts';

type Suspected = Exclude<Finding, { kind: 'clean' }> & { readonly option: string; readonly text: string };

/** Texts by the option that they were given for. */
type Texts = Readonly<Record<string, string | null | undefined>>;

/**
 * Refuses what tells who a patient is. `texts` are those that are new, among all that the command was
 * told; what stands already was looked at when it came. What is certain is never kept: the form
 * holds a safer wording. What is in doubt is kept when the member says that it is not about a
 * patient, by the argument `patient`, which a command that takes free text declares.
 */
export function refusePatientData(texts: Texts, pending: Pending, words: Words): void {
  const suspected = suspectedIn(texts);
  const answer = pending.args?.patient;
  // Whoever says that it is about a patient gets the same as where that is certain.
  const certain = suspected.filter(({ kind }) => kind === 'patient' || answer === true);
  if (certain.length > 0) throw refused(certain, words);
  if (suspected.length > 0 && answer !== false) throw asked(suspected, pending, words);
}

/** The same for what is certain alone: before anything is looked up, which might repeat the text in a menu. */
export function refuseCertainPatientData(texts: Texts, words: Words): void {
  const certain = suspectedIn(texts).filter(({ kind }) => kind === 'patient');
  if (certain.length > 0) throw refused(certain, words);
}

function suspectedIn(texts: Texts): readonly Suspected[] {
  return Object.entries(texts).flatMap(([option, text]): Suspected[] => {
    const found = checkText(text ?? '');
    return found.kind === 'clean' ? [] : [{ ...found, option, text: text ?? '' }];
  });
}

/** Nothing of the parts is repeated: the form and the reply have the rewrites. */
function refused(suspected: readonly Suspected[], words: Words): UserProblem {
  return new UserProblem('bad-value', joinLines([words.guard.refused(kindsIn(suspected)), words.guard.reminder], ' '), {
    option: suspected[0]?.option ?? '',
    values: Object.fromEntries(suspected.map(({ option, rewrite }) => [option, rewrite])),
    next: suspected.flatMap(({ rewrite }) => [paragraph(words.guard.safer), verbatim(rewrite)]),
  });
}

/** The form has the question besides the text; a button answers it at once. */
function asked(suspected: readonly Suspected[], { path, args = {} }: Pending, words: Words): UserProblem {
  const goOn = button(words.guard.notAboutPatient, path, { ...asTyped(args, 'patient'), patient: 'no' });
  const fits = encode({ kind: 'button', call: goOn.call }, shortest) !== undefined;
  // What no button of some platform can carry stands beside it.
  const shown: readonly Block[] = fits ? [] : suspected.map(({ text }) => verbatim(text));
  return new UserProblem(
    'bad-value',
    joinLines([words.guard.doubtful(kindsIn(suspected)), words.guard.reminder], ' '),
    {
      option: suspected[0]?.option ?? '',
      values: { patient: '' },
      next: [...shown, buttons(goOn)],
    },
  );
}

function kindsIn(suspected: readonly Suspected[]): readonly PatientDetail[] {
  return suspected.flatMap(({ parts }) => parts.map(({ what }) => what));
}

/** Characters that a button carries on every platform. */
const shortest = 100;

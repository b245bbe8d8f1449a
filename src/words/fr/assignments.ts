import { code, day, type Line, strong } from '../../core/reply.ts';
import type {
  ApplyRefusal,
  ApplyWarning,
  AssignRefusal,
  AssignWarning,
  UnassignRefusal,
  UnassignWarning,
} from '../../letters/assignment.ts';
import type { LockRule } from '../../letters/program-rules.ts';
import type { Words } from '../words.ts';
import { letters } from './letters.ts';
import { both, count, phrase } from './phrase.ts';

/** When a service fixes letters, as a clause. */
function lockClause({ when }: LockRule): string {
  return when === 'on-applying' ? 'dès que la candidature est envoyée' : 'dès qu’elles sont complètes';
}

function unsure({ confirmed, season }: LockRule): Line {
  return confirmed ? [] : phrase` Ce n’est pas confirmé pour cette saison; la source parle de : ${season}.`;
}

export const assignments: Words['assignments'] = {
  refused: (refusal: AssignRefusal, writer: string, program: string): Line => {
    switch (refusal.code) {
      case 'already':
        return phrase`La lettre de ${strong(writer)} va déjà à ${strong(program)}, depuis le ${day(refusal.on)}.`;
      case 'gone':
        return phrase`La lettre de ${strong(writer)} est ${letters.stage[refusal.stage]} et ne peut aller nulle part. Si cela a changé, faites-la d’abord avancer avec ${code('/lor next')}.`;
      case 'other-service':
        return phrase`Cette lettre est pour ${letters.service[refusal.letter]}, et ${strong(program)} est dans ${letters.service[refusal.program]}. Chaque service a ses propres lettres : ajoutez-en une avec ${code('/lor add')}.`;
      case 'other-season':
        return phrase`Cette lettre est pour ${refusal.letter}, et ${strong(program)} est pour ${refusal.program}. Si elle repart cette saison, changez sa saison avec ${code('/lor edit')}.`;
      case 'full':
        return phrase`${strong(program)} a ${count(refusal.cap.letters, 'lettre')}, et son service n’en prend pas plus. Retirez-en d’abord une, ou laissez celle-ci de côté.`;
    }
  },
  warned: (warning: AssignWarning, writer: string, program: string): Line => {
    switch (warning.code) {
      case 'other-specialty':
        return phrase`Elle porte la mention ${warning.letter}, et ${strong(program)} est en ${warning.program}. Vérifiez que c’est bien la bonne lettre.`;
      case 'not-in-yet':
        return phrase`Elle n’y est pas encore (${letters.stage[warning.stage]}). Envoyez-la parce que vous la voulez là, et non pour garder une place : une place libre peut se remplir plus tard.`;
      case 'no-yes-yet':
        return phrase`${strong(writer)} n’a pas encore dit oui (${letters.stage[warning.stage]}). Dans le portail, laissez la place libre jusqu’à ce que la lettre soit certaine.`;
      case 'cap-unknown':
        return warning.because === 'service-unsaid'
          ? phrase`Je ne connais pas le service de ${strong(program)}, donc pas non plus le nombre de lettres permis. ${code('/lor program edit')} le retient.`
          : phrase`Le nombre de lettres que son service prend par programme n’est pas confirmé. Vérifiez-le avant l’envoi.`;
      case 'over-unconfirmed-cap':
        return phrase`Cela fait ${count(warning.have, 'lettre')}, et ${warning.cap.letters} est peut-être le maximum. Ce n’est pas confirmé pour cette saison; la source parle de : ${warning.cap.season}.`;
      case 'over-most':
        return phrase`Cela fait ${count(warning.have, 'lettre')}, et vous avez noté que ${strong(program)} en lit ${warning.most}.`;
      case 'locks':
        return warning.closed
          ? phrase`Dans le portail, elle ne peut plus être retirée : les lettres y sont fixées ${lockClause(warning.rule)}.${unsure(warning.rule)}`
          : phrase`Elle ne peut être retirée que d’ici là : les lettres sont fixées ${lockClause(warning.rule)}.${unsure(warning.rule)}`;
    }
  },
  notTakenOff: (refusal: UnassignRefusal, writer: string, program: string): Line =>
    refusal.code === 'not-assigned'
      ? phrase`La lettre de ${strong(writer)} n’était pas assignée à ${strong(program)}.`
      : phrase`La lettre de ${strong(writer)} ne peut plus être retirée de ${strong(program)} : son service fixe les lettres ${lockClause(refusal.rule)}. Si c’était noté par erreur, ${code('/lor undo')} l’annule.`,
  takenOff: ({ rule }: UnassignWarning): Line =>
    rule === null
      ? phrase`Regardez dans le portail si c’est possible : on ne sait pas si les lettres y sont fixées après la candidature.`
      : phrase`Regardez dans le portail si c’est possible : les lettres y seraient fixées ${lockClause(rule)}.${unsure(rule)}`,
  notApplied: (refusal: ApplyRefusal, program: string): Line =>
    refusal.code === 'in-the-future'
      ? phrase`Le ${day(refusal.on)} est à venir. Donnez le jour où vous avez envoyé la candidature.`
      : phrase`La candidature à ${strong(program)} est déjà notée au ${day(refusal.on)}.`,
  applied: (warning: ApplyWarning, program: string, names: readonly string[]): Line => {
    switch (warning.code) {
      case 'no-letters':
        return phrase`Aucune lettre ne va encore à ${strong(program)}. Elles peuvent s’ajouter plus tard.`;
      case 'fewer-than-asked':
        return phrase`${strong(program)} exige ${count(warning.asked, 'lettre')}; il en a ${warning.have}. D’autres peuvent s’ajouter plus tard.`;
      case 'awaited':
        return phrase`Encore attendues : ${both(names)}.`;
      case 'gone-assigned':
        return phrase`Refusées ou abandonnées, et assignées : ${both(names)}. Voyez dans le portail si la place peut se libérer.`;
      case 'letters-stay':
        return phrase`Ses lettres restent où elles sont; d’autres peuvent encore s’ajouter.${unsure(warning.rule)}`;
    }
  },
};

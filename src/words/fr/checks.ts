import { code, day, type Line, strong } from '../../core/reply.ts';
import { typeset } from '../../core/typeset.ts';
import type { Alarm, Urgency } from '../../letters/alarm.ts';
import type { MixFact } from '../../letters/finding.ts';
import type { Naming } from '../../letters/named-need.ts';
import type { Confidence } from '../../packs/confidence.ts';
import type { Words } from '../words.ts';
import { both, count, phrase } from './phrase.ts';
import { sorts } from './sorts.ts';

const usual: Readonly<Record<Confidence | 'unconfirmed', string>> = {
  high: 'l’habitude est de',
  medium: 'le conseil courant est de',
  low: 'l’habitude, dit-on, est de',
  unconfirmed: 'l’habitude serait de',
};

export const checks: Words['checks'] = {
  title: 'Vérification de vos lettres',
  forSpecialty: (specialty: string): string => typeset(`Spécialité : ${specialty}`),
  always: 'Dans toutes les spécialités',
  severity: {
    missing: 'Il manque',
    consider: 'À considérer',
    unknown: 'Pas encore dit',
    fine: 'En ordre',
  },
  noLetters: phrase`Vous ne suivez encore aucune lettre, donc il n’y a rien à vérifier. Ajoutez les personnes à qui vous pensez; les lettres prévues comptent.`,
  eachProgram: phrase`Ce sont des usages. Chaque programme fixe ses propres exigences : regardez aussi sa page.`,
  note: (text: string): Line => phrase`En anglais : ${text}.`,
  source: 'Source',
  advice: 'conseil courant',
  finding: (fact: MixFact, names: readonly string[], confidence: Confidence | 'unconfirmed', naming: Naming): Line => {
    const who = both(names);
    const one = names.length === 1;
    switch (fact.code) {
      case 'count':
        return phrase`Vous suivez ${count(fact.have, 'lettre')} pour cette spécialité; ${usual[confidence]} ${fact.from === fact.to ? fact.from : `${fact.from} à ${fact.to}`}.`;
      case 'sort': {
        const { sort, by } = naming.need(fact.need);
        const whose = sorts.by(by, fact.wanted <= fact.need.min);
        const far = phrase`${fact.have} sur ${sorts.several(fact.wanted, sort)}`;
        if (fact.have >= fact.wanted) return phrase`${sorts.several(fact.have, sort)}.`;
        if (fact.have + fact.unsaid.length < fact.wanted) return phrase`${far} : ${whose}.`;
        return sort.kind === 'form'
          ? phrase`${far} : ${whose}. Le formulaire de ${who} n’est pas dit : ${code('/lor edit')} le retient.`
          : phrase`${far} : ${whose}. La spécialité de ${who} n’est pas dite : ${code('/lor writer edit')} la retient.`;
      }
      case 'too-many': {
        const { atMost, sort, by } = naming.need(fact.need);
        return phrase`${sorts.several(fact.have, sort)}; plus de ${atMost}, c’est rarement utile : ${sorts.by(by)}.`;
      }
      case 'chair-hardly-knows':
        return fact.asked
          ? phrase`${who} vous ${one ? 'connaît' : 'connaissent'} à peine. Comme lettre du département, elle est attendue tout de même; comme lettre personnelle, selon le conseil courant, une lettre toute faite joue contre vous.`
          : phrase`${who} vous ${one ? 'connaît' : 'connaissent'} à peine. Selon le conseil courant, une lettre toute faite du chef de département joue contre vous : ne la demandez qu’après avoir travaillé de près ensemble.`;
      case 'hardly-knows':
        return phrase`${who} ${one ? 'peut' : 'peuvent'} à peine raconter quelque chose sur vous. Le conseil courant préfère à un nom quelqu’un qui vous a vu travailler.`;
      case 'lukewarm':
        return fact.needed
          ? phrase`Sans ${one ? 'la lettre tiède' : 'les lettres tièdes'} de ${who}, il y en a moins que d’habitude. Cherchez quelqu’un d’autre.`
          : phrase`Le oui de ${who} était tiède, et vous avez assez d’autres lettres. Une lettre tiède nuirait plus qu’une place libre.`;
      case 'second-of-form-writer':
        return phrase`${who} ${one ? 'remplit' : 'remplissent'} le formulaire. Une personne qui le fait ne doit pas écrire une deuxième lettre.`;
      case 'no-advice':
        return {
          carms: phrase`Ce que je sais des spécialités concerne les États-Unis. Les programmes de CaRMS disent ce qu’ils veulent dans leur description.`,
          unconfirmed: phrase`Rien n’a pu être confirmé pour cette spécialité. Voici les conseils généraux.`,
          'unknown-specialty': phrase`Je ne connais pas cette spécialité. Voici les conseils généraux.`,
        }[fact.because];
      case 'us-writers':
        if (fact.have > 0) return phrase`${count(fact.have, 'lettre')} de signataires aux États-Unis.`;
        return fact.unsaid.length > 0
          ? phrase`On ne sait pas si ${who} ${one ? 'travaille' : 'travaillent'} aux États-Unis : ${code('/lor writer edit')} le retient. Les programmes peuvent attendre une lettre de là-bas.`
          : phrase`Aucune lettre de signataire aux États-Unis. Les programmes peuvent en attendre une de votre expérience clinique là-bas, dit l’ECFMG.`;
      case 'img-unsaid':
        return phrase`Avez-vous un diplôme de médecine de l’étranger? ${code('/lor settings img:oui')} ou ${code('img:non')}, et je sais si les lettres des États-Unis comptent.`;
      case 'closeness-unsaid':
        return phrase`Est-ce que ${who} ${one ? 'peut' : 'peuvent'} raconter quelque chose sur vous? ${code('/lor writer edit')} le retient; le conseil courant met cela avant tout titre.`;
      case 'secured':
        return phrase`${count(fact.have, 'signataire')} ${fact.have < 2 ? 'a' : 'ont'} dit oui; le conseil courant est d’en avoir ${fact.wanted}.`;
      case 'specialty-unsaid':
        return phrase`Dans quelle spécialité postulez-vous? ${code('/lor settings specialty:')} me dit ce qui y est d’usage.`;
    }
  },
  alarm: (alarm: Alarm, name: string, naming: Naming): Line => {
    if (alarm.code === 'unassigned')
      return alarm.programs === 1
        ? phrase`La lettre de ${strong(name)} est arrivée et ne va pas au seul programme qui pourrait l’avoir.`
        : phrase`La lettre de ${strong(name)} est arrivée et ne va à aucun des ${alarm.programs} programmes qui pourraient l’avoir.`;
    return phrase`${strong(name)}${pressing(alarm.urgency)} : ${alarm.have} sur ${count(alarm.asked, 'lettre')}, ${sorts.by(naming.who(alarm.by))}.`;
  },
  buttons: {
    propose: 'Proposer des lettres',
    assign: 'Assigner',
    editLetter: 'Modifier la lettre',
    editWriter: (name: string): string => `Modifier ${name}`,
    settings: 'Paramètres',
  },
};

function pressing(urgency: Urgency): Line {
  switch (urgency.kind) {
    case 'overdue':
      return phrase`, lettres attendues le ${day(urgency.due)}, date passée`;
    case 'soon':
      return phrase`, lettres attendues le ${day(urgency.due)}`;
    case 'applied':
      return phrase`, candidature envoyée le ${day(urgency.on)}`;
    case 'later':
      return [];
  }
}

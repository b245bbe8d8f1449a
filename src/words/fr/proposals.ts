import { code, day, type Line, strong } from '../../core/reply.ts';
import type { Naming } from '../../letters/named-need.ts';
import type { AsideReason, Missing, OffReason, Reason } from '../../letters/proposal-reasons.ts';
import type { Words } from '../words.ts';
import { letters } from './letters.ts';
import { count, phrase } from './phrase.ts';
import { sorts } from './sorts.ts';

export const proposals: Words['proposals'] = {
  title: 'Lettres proposées',
  intro: phrase`Pour chaque programme : d’abord ce qu’il exige et ce qui est d’usage dans sa spécialité, puis peu de lettres faibles, puis ce qui convient au programme, puis les personnes qui vous connaissent le mieux. Rien ne change sans votre accord.`,
  none: phrase`Vous ne suivez encore aucun programme. Ajoutez le premier, et je propose des lettres.`,
  stays: (name: string, why: Line): Line => phrase`${strong(name)} reste : ${why}`,
  added: (name: string, why: Line): Line => phrase`+ ${strong(name)} : ${why}`,
  off: (name: string, why: Line): Line => phrase`− ${strong(name)} : ${why}`,
  aside: (name: string, why: Line): Line => phrase`Laissée de côté : ${strong(name)}, ${why}`,
  missing: (what: Line): Line => phrase`Il manque : ${what}`,
  nothing: phrase`Aucune lettre ne convient encore.`,
  unchanged: phrase`C’est déjà comme je le proposerais.`,
  nameless: 'Une lettre',
  reason: (reason: Reason, naming: Naming): Line => {
    switch (reason.code) {
      case 'locked':
        return reason.rule?.confirmed
          ? phrase`elle ne peut plus être retirée`
          : phrase`elle y est peut-être déjà fixée`;
      case 'gone':
        return phrase`elle est ${letters.stage[reason.stage]} et ne fait qu’occuper une place`;
      case 'sought': {
        const { sort, by } = naming.need(reason.need);
        return by.kind === 'program' ? phrase`${sorts.is(sort)}, ${sorts.by(by)}` : phrase`${sorts.is(sort)}`;
      }
      case 'number':
        return phrase`nécessaire pour le nombre : ${count(reason.min, 'lettre')}, ${sorts.by(naming.who(reason.by))}`;
      case 'us-writer':
        return phrase`signataire aux États-Unis`;
      case 'knows-well':
        return phrase`vous connaît bien`;
      case 'promised-strong':
        return phrase`une lettre très favorable est promise`;
      case 'in':
        return phrase`elle est arrivée`;
      case 'on-the-way':
        return phrase`en route (${letters.stage[reason.stage]})`;
      case 'put-by-hand':
        return phrase`seulement ${letters.stage[reason.stage]} pour l’instant, mise là par vous`;
      case 'lukewarm':
        return phrase`attention, le oui était tiède`;
      case 'hardly-knows':
        return phrase`attention, vous connaît à peine`;
      case 'imported':
        return phrase`d’une saison passée, et les programmes y voient la date du ${day(reason.original)}`;
    }
  },
  offReason: (reason: OffReason | AsideReason, naming: Naming): Line => {
    switch (reason.code) {
      case 'removed':
        return phrase`elle n’est plus sur votre liste`;
      case 'gone':
        return phrase`${letters.stage[reason.stage]}`;
      case 'other-service':
        return phrase`elle est pour ${letters.service[reason.letter]}`;
      case 'other-season':
        return phrase`elle est pour ${reason.letter}`;
      case 'other-specialty':
        return phrase`elle porte la mention ${reason.letter}`;
      case 'second':
        return phrase`une autre lettre de la même personne y va`;
      case 'lukewarm':
        return phrase`le oui était tiède`;
      case 'hardly-knows':
        return phrase`vous connaît à peine`;
      case 'research-at-community':
        return phrase`sur la recherche, et selon le conseil courant une lettre clinique sert mieux dans un programme communautaire`;
      case 'too-many': {
        const { atMost, sort, by } = naming.need(reason.need);
        return phrase`plus de ${sorts.several(atMost, sort)}, c’est rarement utile : ${sorts.by(by)}`;
      }
      case 'full':
        return phrase`${count(reason.most, 'lettre')} au maximum, et les autres le servent mieux`;
      case 'enough':
        return phrase`${count(reason.usual, 'lettre')} d’habitude, et les autres le servent mieux`;
    }
  },
  lacking: (missing: Missing, naming: Naming): Line => {
    switch (missing.code) {
      case 'program-specialty-unsaid':
        return phrase`la spécialité du programme, dont il exige des lettres. ${code('/lor program edit')} la retient.`;
      case 'letters':
        return phrase`${missing.have} sur ${count(missing.min, 'lettre')} : ${sorts.by(naming.who(missing.by))}`;
      case 'sought': {
        const { min, sort, by } = naming.need(missing.need);
        const unsaid: Line =
          missing.unsaid === 0
            ? []
            : phrase`; pour ${count(missing.unsaid, 'lettre')} assignée à ce programme, ce n’est pas dit`;
        return phrase`${missing.have} sur ${sorts.several(min, sort)} : ${sorts.by(by)}${unsaid}`;
      }
    }
  },
  page: (shown: number, all: number): Line => phrase`${shown} sur ${count(all, 'programme')}.`,
  buttons: { apply: 'Faire ainsi', applyAll: 'Faire ainsi partout', show: 'Voir' },
};

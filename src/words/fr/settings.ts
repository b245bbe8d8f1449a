import { calendarNames } from '../../core/calendar-names.ts';
import { code, day, type Line, strong } from '../../core/reply.ts';
import { type Day, formatTime } from '../../core/time.ts';
import type { Hours } from '../../members/hours.ts';
import type { ServiceId } from '../../packs/service.ts';
import type { Words } from '../words.ts';
import { type Kept, kept } from './data.ts';
import { letters } from './letters.ts';
import { count, phrase } from './phrase.ts';

/** `du lundi au vendredi`, `lundi, mercredi`, `chaque jour`. */
function dayNames(days: readonly number[]): string {
  if (days.length === 7) return 'chaque jour';
  if (days.join('') === '12345') return 'du lundi au vendredi';
  return days.map((number) => calendarNames.fr.weekdays[number % 7] ?? '').join(', ');
}

export const settings: Words['settings'] = {
  title: 'Vos paramètres',
  saved: phrase`C’est enregistré.`,
  change: phrase`Pour les changer : ${code('/lor settings zone:montreal service:carms specialty:psychiatry img:non')}`,
  fields: {
    zone: 'Fuseau horaire',
    language: 'Langue',
    service: 'Service de candidature',
    season: 'Saison du jumelage',
    specialties: 'Spécialités',
    img: 'Diplôme de médecine obtenu à l’étranger',
    reapplicant: 'Candidature lors d’une saison passée',
    reminders: 'Rappels par message privé',
    hours: 'Je peux vous écrire',
    cohort: 'Compte dans les chiffres du groupe',
  },
  languages: { en: 'anglais', fr: 'français' },
  languageByDefault: (language: string): Line => phrase`${language} (jusqu’à ce que vous en choisissiez une)`,
  notSet: 'pas encore précisé',
  yes: 'oui',
  no: 'non',
  on: 'activés',
  off: 'désactivés',
  zoneByDefault: (zone: string): Line => phrase`${zone} (jusqu’à ce que vous en choisissiez un)`,
  seasonByDefault: (season: string): Line => phrase`${season} (celle qui a cours)`,
  closed: (season: string, number: number, programs: number): Line =>
    phrase`La saison ${season} est close : ${count(number, 'lettre')} et ${count(programs, 'programme')} y restent et n’encombrent plus. Une lettre arrivée garde sa date, et sa page dit comment la réutiliser.`,
  backIn: (season: string): Line => phrase`Vous postulez de nouveau dans la saison ${season}.`,
  service: (service: ServiceId): string => letters.service[service],
  unknownZone: (typed: string, nearest: readonly string[]): Line =>
    nearest.length > 0
      ? phrase`Je ne connais pas le fuseau horaire « ${typed} ». Vouliez-vous dire ${code(nearest.join(', '))}?`
      : phrase`Je ne connais pas le fuseau horaire « ${typed} ». Nommez une grande ville qui s’y trouve, comme ${code('Chicago')} ou ${code('America/Toronto')}.`,
  hours: ({ from, until, days }: Hours): string =>
    `de ${formatTime(from, 'fr')} à ${formatTime(until, 'fr')}, ${dayNames(days)}`,
  unknownHours: (typed: string): Line =>
    phrase`Je ne peux pas lire « ${typed} » comme des heures. Essayez ${code('9-21')}, ${code('8h-20h lun-ven')} ou ${code('none')} pour l’habitude.`,
  tooManySpecialties: (max: number): Line => phrase`Il y a de la place pour ${max} spécialités au plus.`,
  privacy: {
    title: 'Ce que je garde à votre sujet',
    points: [
      phrase`${strong('Personne d’autre')} ne voit vos signataires, vos lettres et vos dates, sauf la personne à qui vous montrez votre tableau : ni les autres membres, ni l’administration de cette communauté.`,
      phrase`Je garde ce que vous tapez dans les commandes : signataires, lettres, étapes avec leurs dates, et vos paramètres. Je ne garde, ne lis et ne demande jamais le texte d’une lettre.`,
      phrase`Je réponds aux questions, puis je les oublie, sauf si vous appuyez sur un bouton qui en envoie une plus loin; jusqu’à la réponse, un message qui m’est adressé reste chiffré. Pendant une journée, je retiens de quel sujet on parlait, pour que vous puissiez enchaîner. Les journaux contiennent le nom d’une commande et son résultat, jamais vos mots.`,
      phrase`Les responsables des réponses d’une communauté voient ce que vous leur ${strong('envoyez')} ou leur ${strong('proposez')}, et combien de personnes ont jugé une réponse inutile. Votre vote reste à vous, et vous pouvez le changer; personne ne voit de qui il vient.`,
      phrase`Je vous écris en privé seulement si vous le demandez avec ${code('/lor remind on')}, et je n’écris jamais à une personne qui rédige une lettre.`,
      phrase`Dans un canal, je réponds seulement selon ce que dit le message lui-même, jamais selon vos paramètres. Je n’y garde rien de ce qui se dit.`,
      phrase`Les chiffres du groupe dans un bulletin vous comptent seulement si vous le demandez avec ${code('/lor settings cohort:oui')} : si vous avez fait toutes vos demandes, dans une fourchette sur au moins dix membres, là où vous m’utilisez. Jusqu’aux chiffres suivants, je note si c’était le cas.`,
      phrase`Une communauté possède ses bulletins et ses échéances. Ils y sont publics; vos lettres ne le sont pas.`,
      phrase`Une personne qui écrit une lettre a aussi droit à sa vie privée : tenez-vous-en à ce dont vous avez besoin. Les renseignements sur des patients n’ont pas leur place ici.`,
    ],
    removed: (days: number): Line =>
      phrase`Quand on me retire d’une communauté, je garde tout pendant ${count(days, 'jour')}, au cas où ce serait une erreur. Ensuite, je supprime ce qui appartient à la communauté, et tout ce que je garde des personnes qui ne m’utilisent nulle part ailleurs. Pour le savoir, je note dans quelles communautés vous changez quelque chose avec moi.`,
    left: phrase`Quand ${strong('vous')} quittez une communauté, je ne le remarque pas et je ne supprime rien. ${code('/lor data erase')} supprime aussitôt tout ce que je garde à votre sujet.`,
    stored: (what: Kept): Line => phrase`En ce moment, je garde pour vous ${kept(what)}.`,
    expires: (on: Day): Line =>
      phrase`Les lettres ne restent pas pour toujours. À partir du ${day(on)} environ, les vôtres sont supprimées, avec tout ce que je garde de vous, après deux avertissements en privé si vos rappels sont activés : six mois après votre saison, d’après ce que je sais de sa fin, ou après votre dernier changement, si celui-ci est plus tardif.`,
    buttons: { copy: 'Prendre une copie', shares: 'Qui peut regarder', erase: 'Tout supprimer' },
    operator: phrase`La personne qui exploite ce robot détient la base de données et en répond.`,
  },
  terms: {
    title: 'Conditions d’utilisation',
    points: [
      phrase`J’aide à suivre des lettres de recommandation et je réponds aux questions à leur sujet. En m’utilisant, vous acceptez ces conditions et celles de la plateforme où vous m’utilisez.`,
      phrase`Gardez ici vos propres lettres. N’entrez aucun renseignement sur des patients, ni ce qu’on vous a confié.`,
      phrase`Les réponses nomment leurs sources et le jour où elles ont été vérifiées. Elles ne sont l’avis d’aucune faculté, d’aucun programme ni d’aucun service de candidature, et ce sont eux qui décident : vérifiez à la source une date ou une règle qui compte pour vous.`,
      phrase`N’essayez pas d’atteindre ce qui appartient à d’autres, de me surcharger, ou de me faire écrire à des gens qui n’y ont pas consenti.`,
      phrase`Je suis offert tel quel, sans aucune garantie. Un rappel peut arriver en retard ou pas du tout; l’échéance reste la vôtre.`,
      phrase`Vous pouvez cesser à tout moment : ${code('/lor data export')} vous remet tout et ${code('/lor data erase')} supprime tout. La personne qui m’exploite peut m’arrêter, et exclure quiconque abuse de moi.`,
    ],
    operator: phrase`Ces conditions vous lient à la personne qui exploite ce robot, et s’ajoutent à ce que la loi vous donne.`,
  },
};

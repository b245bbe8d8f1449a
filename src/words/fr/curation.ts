import { channel, code, day, group, type Line, moment, person, strong } from '../../core/reply.ts';
import { shorten } from '../../core/text.ts';
import type { Day, Instant, Zone } from '../../core/time.ts';
import { typeset } from '../../core/typeset.ts';
import type { Words } from '../words.ts';
import { count, phrase } from './phrase.ts';

/** Words that fit people of every gender. */
const roles = { curator: 'responsable des réponses', admin: 'admin' } as const;

/** As a version of an answer is: « la version ajoutée, modifiée ». */
const changes = { added: 'ajoutée', edited: 'modifiée', approved: 'approuvée', retired: 'retirée' } as const;

/** Of proposals and questions. */
function openLimit(what: string, max: number): Line {
  return phrase`Vous avez déjà ici ${max} ${what} en attente, le maximum. Attendez que l’une d’elles soit traitée.`;
}

export const curation: Words['curation'] = {
  role: {
    title: 'Responsables et admins',
    none: phrase`Personne n’a encore reçu un rôle ici. Qui administre l’espace de travail ou le serveur est admin de ce fait.`,
    entry: (account: string, role: keyof typeof roles, at: Instant, zone: Zone): Line =>
      phrase`${person(account)} : ${strong(roles[role])}, depuis le ${moment(at, zone)}`,
    granted: (account: string, role: keyof typeof roles): Line =>
      phrase`${person(account)} est maintenant ${roles[role]} ici.`,
    can: {
      curator: phrase`Les responsables écrivent les réponses de cette communauté et voient ce qui est resté sans réponse. Pour commencer : ${code('/lor-admin answer add')}.`,
      admin: phrase`Les admins s’occupent aussi des bulletins, des échéances et du groupe d’entraide, et nomment des responsables des réponses.`,
    },
    revoked: (account: string, role: keyof typeof roles): Line =>
      phrase`Le rôle accordé ici à ${person(account)} (${roles[role]}) est retiré.`,
    notGranted: (account: string): Line =>
      phrase`${person(account)} n’a aucun rôle accordé ici. Qui administre l’espace de travail ou le serveur lui-même est admin de ce fait, et c’est là-bas que cela se retire.`,
    onlyAdministrators: phrase`Seules les personnes qui administrent l’espace de travail ou le serveur lui-même peuvent accorder ou retirer le rôle d’admin. Vous pouvez accorder et retirer le rôle de responsable (${code('role:responsable')}); pour le reste, demandez à l’une d’elles.`,
    limit: (max: number): Line => phrase`Il y a déjà ${max} rôles accordés, le maximum. Retirez-en un d’abord.`,
    buttons: { grant: 'Accorder un rôle', revoke: 'Retirer' },
  },
  answer: {
    title: 'Réponses de cette communauté',
    none: phrase`Cette communauté n’a pas encore de réponses à elle.`,
    byCurators: (changed: Day): Line =>
      phrase`Une réponse des responsables de cette communauté, modifiée pour la dernière fois le ${day(changed)}. Les personnes qui écrivent les réponses intégrées ne l’ont pas vérifiée.`,
    more: 'En savoir plus',
    added: (title: string): Line =>
      phrase`La réponse ${strong(title)} est en place. On la trouve dès maintenant par son titre, sa question et ses formes courtes.`,
    overrides: (title: string): Line =>
      phrase`Elle passe avant la réponse intégrée ${strong(title)}, qui reste à un bouton de distance.`,
    edited: (title: string): Line =>
      phrase`La réponse ${strong(title)} est modifiée. La version d’avant est dans son historique.`,
    unchanged: phrase`Rien n’a changé.`,
    retired: (title: string): Line =>
      phrase`La réponse ${strong(title)} est retirée et n’est plus montrée. Son historique est gardé.`,
    builtInBack: phrase`La réponse intégrée reprend sa place.`,
    exists: (slug: string): Line =>
      phrase`Il y a déjà une réponse ${code(slug)}. Pour la modifier : ${code(`/lor-admin answer edit ${slug}`)}.`,
    notFound: (typed: string): Line =>
      phrase`Cette communauté n’a pas de réponse « ${shorten(typed, 60)} ». ${code('/lor-admin answer list')} montre celles qu’elle a.`,
    noSlug: phrase`Le nom court d’un sujet contient des lettres ou des chiffres, comme ${code('stationnement')}.`,
    slugTooLong: (max: number): Line => phrase`Le nom court d’un sujet a ${count(max, 'caractère')} au plus.`,
    tooManyAliases: (max: number): Line =>
      phrase`Il y a de la place pour ${count(max, 'forme courte', 'formes courtes')} au plus, séparées par des virgules.`,
    aliasTooLong: (alias: string, max: number): Line =>
      phrase`La forme courte « ${shorten(alias, 60)} » est trop longue; il y a de la place pour ${count(max, 'caractère')}.`,
    notALink: phrase`Un lien est une adresse qui commence par ${code('https://')}.`,
    aliasTaken: (alias: string, title: string): Line =>
      phrase`« ${shorten(alias, 60)} » mène déjà à la réponse ${strong(title)} de cette communauté. Choisissez une autre forme courte, ou modifiez cette réponse.`,
    limit: (max: number): Line => phrase`Il y a déjà ${max} réponses, le maximum. Retirez-en une d’abord.`,
    listed: (title: string, slug: string, changed: Day): Line =>
      phrase`${strong(title)} (${code(slug)}), modifiée pour la dernière fois le ${day(changed)}`,
    page: (page: number, pages: number): Line => phrase`Page ${page} de ${pages}`,
    noSuchPage: (pages: number): Line => phrase`Il y a ${count(pages, 'page')}.`,
    pick: 'En ouvrir une',
    history: (title: string): string => typeset('Historique : ') + shorten(title, 60),
    version: (number: number, what: keyof typeof changes, by: string | null, at: Instant, zone: Zone): Line =>
      phrase`#${number}, ${changes[what]} par ${by === null ? 'quelqu’un qui n’est plus ici' : person(by)}, le ${moment(at, zone)}`,
    versionFields: {
      title: 'Titre',
      question: 'Question',
      text: 'Texte',
      aliases: 'Formes courtes',
      link: 'Lien',
    },
    cleared: 'rien',
    olderVersions: (number: number): Line =>
      phrase`${count(number, 'version plus ancienne', 'versions plus anciennes')} ${number < 2 ? 'est gardée' : 'sont gardées'} aussi.`,
    buttons: {
      add: 'Ajouter une réponse',
      edit: 'Modifier',
      retire: 'Retirer',
      history: 'Historique',
      list: 'Toutes les réponses',
      show: 'La voir',
      builtIn: 'La réponse intégrée',
      own: 'La réponse de cette communauté',
      pending: 'Propositions',
      previous: 'Page précédente',
      next: 'Page suivante',
    },
  },
  proposal: {
    thanks: phrase`Merci. La décision revient aux responsables de cette communauté; si votre proposition est retenue, tout le monde ici la trouvera.`,
    limit: (max: number): Line => openLimit('propositions', max),
    title: 'Propositions',
    none: phrase`Aucune proposition n’attend.`,
    entry: (number: number, question: string): Line => phrase`${strong(`#${number}`)} ${question}`,
    by: (account: string, at: Instant, zone: Zone): Line =>
      phrase`De ${person(account)}, le ${moment(at, zone)}. Les responsables voient le nom, et personne d’autre.`,
    approved: (title: string): Line => phrase`Approuvée : la réponse ${strong(title)} est en place.`,
    rejected: (number: number): Line =>
      phrase`La proposition ${strong(`#${number}`)} est refusée et supprimée. Personne n’en est averti.`,
    notFound: (typed: string): Line =>
      phrase`Il n’y a pas de proposition « ${shorten(typed, 60)} ». ${code('/lor-admin answer pending')} montre celles qui attendent.`,
    more: (number: number): Line => phrase`Et ${count(number, 'autre proposition', 'autres propositions')} ensuite.`,
    buttons: { approve: 'Relire et approuver', reject: 'Refuser' },
  },
  vote: {
    helped: 'C’est utile',
    unhelpful: 'Ce n’est pas utile',
    thanks: phrase`Merci. Votre vote est compté sans aucun mot, et vous pouvez le changer en tout temps.`,
    sorry: phrase`Merci, c’est compté sans aucun mot. L’une de celles-ci convient-elle mieux?`,
    sorryAlone: phrase`Merci, c’est compté sans aucun mot.`,
    nearest: 'Sur des sujets voisins',
  },
  send: {
    button: 'Envoyer aux responsables',
    thanks: phrase`Merci. Les responsables de cette communauté voient vos mots, sans votre nom, jusqu’à ce que la question soit traitée, et pendant 90 jours au plus.`,
    limit: (max: number): Line => openLimit('questions', max),
    offer: phrase`${strong('Envoyer aux responsables')} garde vos mots pour les responsables des réponses de cette communauté, sans votre nom. Sinon, rien n’en est gardé.`,
  },
  noPrivateDetails: phrase`D’autres personnes liront ceci, et il semble s’y trouver un identifiant, une adresse ou de quoi reconnaître quelqu’un qui reçoit des soins. Enlevez cela; la question tient sans.`,
  human: {
    button: 'Demander à quelqu’un',
    confirm: (where: string, helpers: string | null): Line =>
      helpers === null
        ? phrase`Ceci serait publié dans ${channel(where)}, à votre nom, et tout le monde là-bas pourrait le lire :`
        : phrase`Ceci serait publié dans ${channel(where)}, à votre nom, avec un appel à ${group(helpers)}, et tout le monde là-bas pourrait le lire :`,
    confirmNote: phrase`Ne mettez ni nom de patient ou de patiente, ni rien que vous ne diriez pas à tout le monde là-bas. Rien n’est publié tant que vous n’appuyez pas.`,
    post: 'Publier',
    discard: 'Ne pas publier',
    posted: (where: string): Line =>
      phrase`La question est en route vers ${channel(where)}. Les réponses viendront là-bas.`,
    already: phrase`C’est déjà publié, ou ce n’est plus là. Demandez de nouveau si vous avez encore besoin de quelqu’un.`,
    discarded: phrase`Rien n’a été publié, et vos mots sont supprimés.`,
    nobody: phrase`Aucun canal n’est prévu ici pour de telles questions. Demandez à quelqu’un de votre communauté, qui en sait plus que moi.`,
    limit: (max: number): Line =>
      phrase`Vous avez demandé à quelqu’un ${max} fois en une semaine, le maximum. Posez vous-même la question dans un canal, ou attendez quelques jours.`,
    title: 'Une question pour quelqu’un',
    from: (account: string): Line => phrase`${person(account)} demande :`,
    calls: (helpers: string): Line => phrase`Pour ${group(helpers)}`,
    why: phrase`Je n’avais pas de réponse sûre. Ceci est publié à la demande de la personne.`,
  },
  gaps: {
    title: 'Ce qui est resté sans réponse',
    counted: (days: number): string =>
      days < 2
        ? 'Questions du dernier jour, selon le sujet le plus proche'
        : `Questions des ${days} derniers jours, selon le sujet le plus proche`,
    noGaps: phrase`Aucune question n’est restée sans réponse.`,
    unhelpful: typeset('Votes « Ce n’est pas utile », par sujet'),
    noVotes: phrase`Aucune réponse n’a été jugée inutile.`,
    sent: 'Questions envoyées par les membres',
    noSent: phrase`Aucune question n’attend.`,
    gap: (title: string, number: number): Line => phrase`${title} : ${number}`,
    vote: (title: string, unhelpful: number, helped: number): Line =>
      phrase`${title} : ${unhelpful} (« C’est utile » : ${helped})`,
    sentAt: (at: Instant, zone: Zone): Line => phrase`Envoyée le ${moment(at, zone)}`,
    nothingNear: 'Rien de proche',
    more: (number: number): Line => phrase`Et ${count(number, 'autre question', 'autres questions')} ensuite.`,
    note: phrase`Les totaux n’ont ni mots ni noms. Les mots envoyés par les membres sont supprimés quand vous appuyez sur « Terminé », et après 90 jours au plus tard.`,
    done: phrase`C’est fait. Les mots sont supprimés.`,
    notFound: phrase`Cette question n’est plus là : quelqu’un l’a traitée avant vous, ou elle était trop ancienne.`,
    buttons: { done: 'Terminé', answer: 'Écrire une réponse', gaps: 'Ce qui est resté sans réponse' },
  },
  settings: {
    title: 'Paramètres de cette communauté',
    saved: phrase`C’est enregistré.`,
    channel: 'Canal des questions à une personne',
    helpers: 'Groupe appelé dans ce canal',
    nothing: 'pas encore précisé',
    off: phrase`Sans canal, « Demander à quelqu’un » n’est pas offert; les membres se font dire de demander à quelqu’un.`,
    on: phrase`Les membres qui appuient sur « Demander à quelqu’un » voient d’abord leurs propres mots; c’est ensuite qu’ils sont publiés là-bas.`,
    notEverybody: phrase`C’est tout le monde. Choisissez le groupe des personnes qui aident.`,
    buttons: { off: 'Désactiver', nobody: 'N’appeler personne' },
    change: phrase`Pour les changer : ${code('/lor-admin settings helpers:@entraide channel:#lor-help')}`,
  },
  setup: {
    title: 'Ma configuration ici',
    digests: 'Échéances',
    questions: 'Questions',
    answers: 'Ce que j’y fais',
    needsQuestions: phrase`Dites où les membres posent leurs questions, pour que je sache où cela vaut.`,
    invite: phrase`Je ne publie que là où j’ai le droit d’écrire : invitez-moi dans ces canaux, ou donnez-m’en la permission.`,
    next: phrase`La suite : regarder un rappel, ajouter vos propres échéances, confirmer les dates de la saison et nommer des responsables des réponses.`,
    buttons: { dates: 'Dates de la saison', roles: 'Rôles', again: 'Changer cela' },
  },
  welcome: {
    title: 'Merci de m’avoir invité',
    intro: phrase`Je réponds aux questions sur les lettres de recommandation, je tiens le suivi des lettres de chaque membre et je les préviens à temps. Pour l’instant, je me tais : je réponds à qui me mentionne ou tape ${code('/lor')}, et je ne publie rien.`,
    steps: [
      phrase`${code('/lor-admin setup')} dans la communauté : un seul formulaire pour le canal des échéances, celui des questions et les personnes qui y aident. Deux minutes.`,
      phrase`${code('/lor help')} montre ce que chacun peut faire.`,
      phrase`${code('/lor-admin role grant')} nomme des responsables, qui écrivent vos propres réponses.`,
    ],
    privacy: phrase`Ce qu’un membre note de ses lettres, personne d’autre ne le voit, les admins non plus.`,
    buttons: { setup: 'Configurer', help: 'Ce que je sais faire', privacy: 'Confidentialité' },
  },
};

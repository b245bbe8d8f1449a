import { code, day, type Line, strong } from '../../core/reply.ts';
import type { ChoiceProblem } from '../../exchange/choose-columns.ts';
import type { RowProblem } from '../../exchange/import-plan.ts';
import type { ExportProblem, WrongReason } from '../../exchange/read-export.ts';
import type { TableProblem } from '../../exchange/table.ts';
import type { Words } from '../words.ts';
import { letters } from './letters.ts';
import { count, phrase } from './phrase.ts';
import { programs } from './programs.ts';
import { settings } from './settings.ts';

const { fields } = letters;

const field: Words['exchange']['field'] = {
  name: fields.writer,
  'first-name': 'Prénom',
  'last-name': 'Nom de famille',
  'name-reversed': 'Nom, prénom',
  title: fields.title,
  kind: fields.kind,
  director: 'Direction de programme',
  email: fields.email,
  met: fields.met,
  'writer-specialty': fields.field,
  'in-us': fields.inUs,
  knows: fields.knows,
  'rotation-ends': fields.rotationEnds,
  notes: fields.notes,
  service: fields.service,
  season: fields.season,
  specialty: fields.specialty,
  form: fields.form,
  chair: fields.chair,
  waived: fields.waived,
  due: fields.due,
  stage: fields.stage,
  'stage-day': 'Date de l’étape',
  answer: fields.answer,
  'on-planned': 'Prévue le',
  'on-asked': 'Demandée le',
  'on-agreed': 'Acceptée le',
  'on-packet-sent': 'Dossier envoyé le',
  'on-requested': 'Demandée dans le portail le',
  'on-uploaded': 'Téléversée le',
  'on-processed': 'Traitée le',
  'on-declined': 'Refusée le',
  'on-dropped': 'Abandonnée le',
  packet: fields.packet,
  sheet: fields.sheet,
  nudges: fields.nudges,
  thanked: fields.thanked,
  told: fields.told,
  original: fields.original,
  backup: fields.backup,
  'backup-since': 'Relève depuis',
  'backup-activated': 'Relève appelée le',
  further: 'Autre lettre',
  program: programs.fields.name,
  setting: programs.fields.setting,
  'needs-letters': programs.fields.letters,
  'needs-most': programs.fields.most,
  'needs-own': programs.fields.own,
  applied: programs.fields.applied,
};

function tableProblem(problem: TableProblem): Line {
  switch (problem.code) {
    case 'empty':
      return phrase`Ce fichier est vide. Exportez la feuille en CSV encore une fois, avec ses lignes.`;
    case 'not-a-table':
      return {
        json: phrase`C’est un fichier JSON, et non un tableau. Celui que j’ai écrit moi-même s’importe de la même façon; tout autre doit d’abord devenir un fichier CSV.`,
        workbook: phrase`C’est un classeur. Dans Excel, Numbers ou Google Sheets, choisissez « Enregistrer sous » ou « Télécharger », puis CSV.`,
        page: phrase`C’est une page Web. Copiez son tableau dans un tableur, et enregistrez-le en CSV.`,
        pdf: phrase`C’est un PDF. Copiez son tableau dans un tableur, et enregistrez-le en CSV.`,
      }[problem.seems];
    case 'too-long':
      return phrase`Ce fichier dépasse ${count(problem.max, 'caractère')}, le maximum que je lis. Enlevez des lignes ou des colonnes.`;
    case 'too-many-rows':
      return phrase`Ce fichier a plus de ${count(problem.max, 'ligne')}, le maximum que je lis. Divisez-le.`;
    case 'too-many-columns':
      return phrase`Ce fichier a plus de ${count(problem.max, 'colonne')}, le maximum que je lis. Enlevez-en.`;
    case 'open-quote':
      return phrase`Un guillemet s’ouvre à la ligne ${problem.row} et ne se ferme jamais. Fermez-le ou enlevez-le.`;
  }
}

function choiceProblem({ code: why, part }: ChoiceProblem): Line {
  switch (why) {
    case 'not-understood':
      return phrase`Je ne comprends pas « ${part} ». Dites-le ainsi : ${code('2=nom, 5=échéance, 7=rien')}.`;
    case 'no-such-column':
      return phrase`« ${part} » ne nomme aucune colonne du fichier. Donnez son numéro, comme dans ${code('2=nom')}.`;
    case 'no-such-field':
      return phrase`« ${part} » : je ne connais rien de ce nom qu’une colonne pourrait contenir. Essayez ${code('nom')}, ${code('fonction')}, ${code('échéance')}, ${code('étape')}, ${code('spécialité')} ou ${code('rien')}.`;
    case 'private-column':
      return phrase`« ${part} » : cette colonne contient des identifiants ou quelque chose d’aussi privé. Je ne la lis pas.`;
  }
}

/** What there may be so many of. */
const tooMany = { writers: 'signataires', letters: 'lettres', programs: 'programmes' } as const;

function problem(about: RowProblem): Line {
  switch (about.code) {
    case 'not-a-date':
      return phrase`« ${about.typed} » n’est pas une date que je sais lire`;
    case 'no-such-day':
      return phrase`le jour « ${about.typed} » n’existe pas`;
    case 'date-order':
      return phrase`« ${about.typed} » peut se lire des deux façons, et les autres dates de la colonne se contredisent`;
    case 'day-ahead':
      return phrase`« ${about.typed} » est à venir et ne peut pas être arrivé`;
    case 'too-far':
      return phrase`« ${about.typed} » est dans plus de cinq ans`;
    case 'too-old':
      return phrase`« ${about.typed} » est trop loin dans le passé`;
    case 'not-a-choice':
      return phrase`« ${about.typed} » n’est pas un mot que je connais là`;
    case 'not-a-flag':
      return phrase`« ${about.typed} » n’est ni oui ni non`;
    case 'not-a-number':
      return phrase`« ${about.typed} » n’est pas un nombre qui convient`;
    case 'not-a-season':
      return phrase`« ${about.typed} » n’est pas l’année d’un jumelage`;
    case 'not-a-list':
      return phrase`« ${about.typed} » n’est pas une liste que je sais lire`;
    case 'not-an-email':
      return phrase`« ${about.typed} » n’est pas une adresse de courriel`;
    case 'too-long':
      return phrase`trop long : ${count(about.length, 'caractère')}, et le maximum est ${about.max.toLocaleString('fr-CA')}`;
    case 'unkeepable':
      return phrase`un de ses caractères ne peut pas être gardé`;
    case 'patient':
      return phrase`le texte semble dire qui est un patient ou une patiente; je le laisse de côté`;
    case 'patient-doubt':
      return phrase`le texte parle peut-être d’un patient ou d’une patiente; je le laisse de côté, et vous pouvez l’ajouter à la main`;
    case 'no-name':
      return phrase`aucun nom`;
    case 'limit':
      return phrase`cela dépasserait ${about.max} ${tooMany[about.what]}, le maximum`;
    case 'several-letters':
      return phrase`vous suivez ${count(about.count, 'lettre')} de cette personne qui conviendraient; une colonne pour le service ou la spécialité le dirait`;
    case 'repeats-unread':
      return phrase`la même chose que la ligne ${about.row}, qui est laissée de côté`;
    case 'says-otherwise':
      return phrase`la ligne ${about.row} dit autre chose; c’est elle qui compte`;
    case 'behind':
      return phrase`le fichier dit « ${letters.stage[about.stage]} », et la lettre en est à « ${letters.stage[about.stands]} »; elle y reste`;
    case 'unknown-writer':
      return phrase`personne ici ou dans le fichier ne s’appelle « ${about.typed} »`;
    case 'not-assigned':
      return phrase`la lettre ne peut pas aller à ${strong(about.program)}; ${code('/lor program assign')} dit pourquoi`;
  }
}

const wrongReason: Readonly<Record<WrongReason, string>> = {
  missing: 'il manque quelque chose',
  unknown: 'je ne connais rien de ce nom',
  type: 'ce n’est pas du genre attendu',
  long: 'c’est trop long',
  many: 'il y en a trop',
  value: 'la valeur ne peut pas être juste',
  reference: 'cela renvoie à quelque chose qui n’est pas dans le fichier',
  twice: 'cela s’y trouve deux fois',
};

function exportProblem(about: ExportProblem): Line {
  switch (about.code) {
    case 'too-big':
      return phrase`Ce fichier dépasse ${count(about.max, 'caractère')}, le maximum que je lis.`;
    case 'not-json':
      return phrase`Ce JSON ne se lit pas. Remettez le fichier tel que l’exportation l’a donné.`;
    case 'not-ours':
      return phrase`C’est du JSON, mais aucune de mes exportations. Faites-en une avec ${code('/lor data export')}.`;
    case 'newer':
      return phrase`Ce fichier vient d’une version de moi plus récente (format ${about.version}). Demandez une mise à jour à la personne qui m’exploite.`;
    case 'wrong':
      return phrase`Ce fichier a été modifié après l’exportation : à ${code(about.path)}, ${wrongReason[about.reason]}. Rien n’a été importé.`;
  }
}

function listed(...parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false).join(', ');
}

export const exchange: Words['exchange'] = {
  field,
  table: {
    columns: { ...field, assigned: programs.fields.assigned },
    kind: letters.kind,
    knows: letters.knows,
    service: letters.service,
    stage: letters.stage,
    answer: letters.answer,
    setting: programs.setting,
    noLetter: 'pas encore de lettre',
    yes: settings.yes,
    no: settings.no,
  },
  calendarName: 'Lettres de recommandation',
  tableProblem,
  choiceProblem,
  exportProblem,
  noNames: phrase`Aucune colonne de ce fichier ne dit qui écrit, ou de quel programme il s’agit. Dites laquelle, comme dans ${code('columns:"2=nom"')}.`,
  plan: {
    title: (rows) => `Ce que ${rows < 2 ? 'cette ligne ferait' : `${count(rows, 'ligne')} feraient`}`,
    nothing: phrase`Le fichier a des noms de colonnes, et aucune ligne en dessous.`,
    counts: ({ newWriters, newLetters, newPrograms, changed, same, unread }) =>
      listed(
        newWriters > 0 && count(newWriters, 'nouveau signataire', 'nouveaux signataires'),
        newLetters > 0 && count(newLetters, 'nouvelle lettre', 'nouvelles lettres'),
        newPrograms > 0 && count(newPrograms, 'nouveau programme', 'nouveaux programmes'),
        changed > 0 &&
          (changed === 1 ? '1 ligne qui change quelque chose' : `${changed} lignes qui changent quelque chose`),
        same > 0 && (same === 1 ? '1 qui ne dit rien de nouveau' : `${same} qui ne disent rien de nouveau`),
        unread > 0 && (unread === 1 ? '1 ligne laissée de côté' : `${unread} lignes laissées de côté`),
      ),
    columns: 'Les colonnes comme je les comprends',
    column: (number, header) => (header === null ? `colonne ${number}` : `${number} ${header}`),
    columnIs: (column, label) => phrase`${column} : ${strong(label)}`,
    privateColumns: (names) =>
      phrase`Laissées de côté sans être lues, car elles contiennent des identifiants ou quelque chose d’aussi privé : ${names}`,
    likeIds: (names) => phrase`Laissées de côté, car leur contenu ressemble à des identifiants : ${names}`,
    unused: (names) => phrase`Sans emploi : ${names}`,
    correct: phrase`Une erreur? Nommez les colonnes vous-même : ${code('columns:"2=nom, 5=échéance, 7=rien"')}`,
    dates: {
      assumed: (column, sample, read) =>
        phrase`${strong(column)} : rien ne montre si le mois ou le jour vient en premier. Je lis le mois d’abord; « ${sample} » est donc le ${day(read)}. Sinon, dites ${code('columns:"dates=jour d’abord"')}.`,
      chosen: (column, sample, read) =>
        phrase`${strong(column)} : comme vous le dites, « ${sample} » est le ${day(read)}.`,
      mixed: (column) =>
        phrase`${strong(column)} : certaines dates ont le mois en premier, d’autres le jour. Celles qui se lisent des deux façons sont laissées de côté; écrivez-les ainsi : 2027-09-23.`,
    },
    rows: 'Ce qui se passera',
    newWriter: (name, what) => phrase`ajout de ${strong(name)} (${what})`,
    furtherLetter: (name, what) => phrase`une autre lettre de ${strong(name)} (${what})`,
    newProgram: (name, what) => phrase`ajout de ${strong(name)} (${what})`,
    changes: (name, what) => phrase`${strong(name)} (${what})`,
    goesTo: (names) => phrase`va à ${names}`,
    more: (number) => phrase`Et ${number} de plus.`,
    row: (number, what) => phrase`Ligne ${number} : ${what}`,
    troubles: 'Ce qui n’entre pas',
    leftOut: (what) => phrase`laissée de côté, ${what}`,
    inField: (label, what) => phrase`${strong(label)} : ${what}`,
    problem,
    changesNothing: phrase`Tout ce que contient ce fichier est déjà ici.`,
  },
  restore: {
    title: 'Ce que ce fichier ramènerait',
    added: ({ writers, letters: added, programs: fresh }) =>
      phrase`Du nouveau : ${count(writers, 'signataire')}, ${count(added, 'lettre')}, ${count(fresh, 'programme')}.`,
    kept: ({ writers, letters: kept, programs: old }) =>
      phrase`Déjà ici, et gardé tel quel : ${count(writers, 'signataire')}, ${count(kept, 'lettre')}, ${count(old, 'programme')}.`,
    filled: 'Ce qui est vide ici et se trouve dans le fichier',
    settings: (names) => phrase`Des réglages que vous n’avez pas encore choisis ici : ${names}.`,
    remindersOn: phrase`Les rappels par message privé y étaient activés, et le seront ici.`,
    reminders: (number: number): Line =>
      phrase`${count(number, 'rappel')} à vous, dans la mesure où le moment est à venir et où il reste de la place.`,
    historyBroken: phrase`L’historique du fichier ne mène pas à ce qu’il contient par ailleurs; il est laissé de côté.`,
    refusedTexts: (number) =>
      phrase`${count(number, 'texte')} qui diraient qui est un patient ou une patiente : laissés de côté.`,
    nothing: phrase`Tout ce que contient ce fichier est déjà ici.`,
    limit: ({ what, max }) =>
      phrase`Ensemble, cela dépasserait ${max} ${tooMany[what]}, le maximum. Supprimez d’abord ce dont vous n’avez plus besoin; rien n’a été importé.`,
  },
};

import { illnesses, rareDiagnoses } from './illnesses.ts';

/** What a word can say about the words around it. */
export const allMarks = [
  /** One patient: `pt`, `ma patiente`. */
  'patient',
  /** Several, of whom nothing tells who they are. */
  'patients',
  /** An age with its unit or a sex: `67yo`, `34F`, `67 ans`. */
  'aged',
  'illness',
  'rare',
  /** What happens to patients on a day: admitted, died. */
  'event',
  'procedure',
  'birth',
  /** Somebody of whom nothing else is said: the lady, the guy. */
  'somebody',
  'relative',
  /** The writer's own family. */
  'own',
  'ward',
  'care',
  /** People who work there, and where they do. */
  'staff',
  /** The same, where it stands right beside a name. */
  'colleague',
  /** Where and when people meet who are well. */
  'meeting',
  'deadline',
  /** A patient who is played. */
  'staged',
  /** Ids of those who apply. */
  'applicant',
  'research',
  'public',
  'online',
] as const;

export type Mark = (typeof allMarks)[number];

/** Words and phrases, in small letters and without accents. */
export const lexicon: Readonly<Partial<Record<Mark, readonly string[]>>> = {
  illness: illnesses,
  rare: rareDiagnoses,
  event: list(`admitted, admit, admits, admission, adm, readmitted, discharged, dc'd, d c'd, d c, dced,
    seen, died, passed away, passed on, expired, deceased, coded, arrested, intubated, extubated, resuscitated,
    delivered, transferred, hospitalized, hospitalised, presented, decompensated, deteriorated, crashed, bled,
    aspirated, seized, collapsed, arrest, came in, came back, diagnosed, dx, dx'd, operated, surgery, surgeries,
    transplanted, coding, stabilized, visit, visited, appointment, appt, rdv, consultation, admis, admise,
    hospitalise, hospitalisee, decede, decedee, mort, morte, opere, operee, transfere, transferee, accouche,
    intube, intubee, vu, vue, est arrive, est arrivee, readmis, readmise, deces, chirurgie`),
  procedure: list(`chole, appy, appendectomy, cath, cath lab, transplant, biopsy, thoracentesis, paracentesis,
    lumbar puncture, lp, c section, cesarean, colonoscopy, egd, bronch, bronchoscopy, intubation, central line,
    amputation, orif, cabg, ect, bmbx, bone marrow biopsy, plex, picc, ngt, chest tube, lvad, ecmo, pacemaker, icd,
    stent, trach, peg, ventilator, vent, radiation, chemo, tavr, dialysis, autopsy, procedure, ponction, biopsie,
    cesarienne, dialyse, endoscopie`),
  birth: list(`dob, d.o.b, date of birth, birthdate, birth date, birthday, ddn, date de naissance, ne le,
    nee le, nes le, d o b`),
  somebody: list(`lady, gentleman, guy, man, woman, boy, girl, kid, baby, child, teen, male, female, person, m,
    f, mr, mrs, ms, monsieur, madame, mme, dame, homme, femme, enfant, bebe, garcon, fille`),
  relative: list(`daughter, son, wife, husband, spouse, mother, mom, father, dad, sister, brother, family,
    fille, fils, epouse, epoux, mari, mere, pere, soeur, frere, famille`),
  own: list(`my neighbour, grandmother, grandma, grandfather, grandpa, granny, nana, my mother, my mom,
    my father, my dad, my aunt, my uncle, my sister, my brother, my neighbor, grand mere, grand pere, ma mere,
    mon pere, ma tante, mon oncle`),
  ward: list(`icu, micu, sicu, ccu, nicu, picu, ed, er, ward, wards, floor, overnight, night, night shift,
    nurse, nurses, rounds, family meeting, code, rapid, step down, soins intensifs, urgence, etage, nuit,
    infirmiere, tournee`),
  care: list(`family, families, hugged, hugging, hug, bedside, goals of care, goc, consent, home,
    went home, hospice, discharge, surgery, chemo, wife, husband, daughter, son, hospital, visit, visits, meds,
    insulin, died, icu, the or, urgence, soins intensifs, famille, bras, conge, chirurgie, niveau de soins, chevet,
    soins palliatifs, epouse, mari, fille, fils`),
  staff: list(`dean, dean's, office, coordinator, coordinators, clerkship, admin, administrator, assistant,
    secretary, registrar, advisor, adviser, program, gme, cc, student affairs, teaches, teacher, professor,
    director, librarian, staff, nurse manager, rn, volunteer, social worker, chaplain, reception, front desk,
    decanat, adjoint, adjointe, bureau, agrement, poste, guichet, secretaire, enseigne, professeur, coordonnateur,
    coordonnatrice, admissions`),
  colleague: list(`interpreter, fellow, resident, intern, attending, chief, nurse, np, pa, pharmd, pharmacist,
    therapist, md, phd, r1, r2, r3, r4, r5, pgy1, pgy2, pgy3, pgy4, ms3, ms4, classmate, classmates, coauthor,
    coauthors, partner, partners, friend, friends, roommate, externe, externes, collegue, collegues, interprete,
    pharmacien, pharmacienne`),
  meeting: list(`office, building, bldg, suite, conference, grand rounds, lecture, class, classroom,
    interview, interviews, tumor board, board, talk, zoom, workshop, seminar, journal club, exam, auditorium,
    library, dorm, apartment, locker, call room, the or, operating room, sim, sim center, lab, gym, hall, poster,
    packet, paper, bring, bureau, pavillon, salle, reunion, congres, entrevue, garde, cours, bibliotheque,
    seminaire`),
  deadline: list(`by, due, ask, asked, deadline, before, remind, reminder, submit, upload, requested, request,
    interview, exam, shelf, step, journal club, conference, met, meet, eval, evaluation, feedback, letter, poster,
    since, sent, expires, exp, block, rotation, avant, remettre, remis, remise, reunion, rencontre, rencontree,
    envoye, lettre, stage, echeance, congres, presente, presented a, rappel`),
  staged: list(`standardized, standardised, simulated, simulation, sim, osce, ecos, mock, fictional,
    fictitious, sp, dressed, simule, simulee, jeu de role, role play, virtual patient`),
  applicant: list(`aamc, usmle, ecfmg, nrmp, nbome, eras, myeras, carms, residencycas, amcas, dfm, lrf, letter,
    candidature, portail, portal, applicant, application, npi, zoom`),
  research: list(`research, study, studies, paper, papers, abstract, abstracts, poster, published, publication,
    trial, cohort, registry, data, conference, talk, lab, mentor, elective, rotation, weeks, group, day, recherche,
    etude, projet, article, congres, stage, semaines`),
  public: list(`mayor, governor, senator, councilwoman, councilman, congressman, congresswoman, president,
    celebrity, famous, quarterback, astronaut, actor, actress, rapper, singer, olympian, fire chief, police chief,
    chief of police, sheriff, pastor, rabbi, imam, local news, in the news, on the news, on tv, newspaper,
    headline, headlines, viral, bishop, maire, mairesse, ministre, conseillere municipale, conseiller municipal,
    depute, deputee, telejournal, aux nouvelles, dans le journal, celebre, vedette`),
  online: list('gofundme, instagram, insta, facebook, tiktok, twitter, caringbridge, obituary, necrologie, youtube'),
};

/** What stands behind `patient` when no one patient is meant: patient care, a patient listener. */
export const notOnePatient: ReadonlySet<string> = words(`care safety education centered centred centric
  satisfaction experience experiences outcome outcomes population populations panel panels volume volumes encounter
  encounters handoff handoffs log logs list lists advocate advocates advocacy presentation presentations portal
  communication note notes interaction interactions flow rights data records falls fall contact rapport load loads
  access navigator blood reported cases services relations engagement management teaching facing simulator actor
  listener teacher mentor person physician attending doctor simule simulee standardise standardisee years`);

/** Behind these, `patient` is what somebody is like. */
export const likePatient: ReadonlySet<string> = words(`is was be very so more most being been are am stay
  stays remain how too always extremely really incredibly super quite kind calm caring warm thorough gentle soyez
  sois est etait tres etre reste restez plus toujours si`);

/** Before or behind `and`, these say that `patient` is what somebody is like. */
export const virtues: ReadonlySet<string> = words(`kind caring thorough warm funny calm gentle supportive
  generous humble fair clear careful curious genereux genereuse calme rigoureux rigoureuse curieuse gentil gentille`);

function list(text: string): readonly string[] {
  return text.split(',').map((one) => one.trim().replace(/\s+/gu, ' '));
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u));
}

/** Words that mean the same here, each under one of them. */
const sameWords: Readonly<Record<string, string>> = {
  letter:
    'lor lors letters rec recs reco recos recc reccs recommendation recommendations reference references lettre lettres',
  writer:
    'writers attending attendings preceptor preceptors author authors recommender recommenders referee referees evaluator evaluators',
  upload: 'uploads uploaded uploading submit submits submitted submitting',
  program: 'programs programme programmes residency residencies',
  doctor: 'doctors doc docs dr physician physicians md',
  ask: 'asks asked asking request requests requested requesting',
  year: 'years yr yrs',
  month: 'months',
  week: 'weeks wk wks',
  day: 'days',
  need: 'needs needed require requires required',
  you: 'u ya',
  your: 'ur',
  are: 'r',
  because: 'bc cuz cause',
  with: 'w',
  without: 'wo',
  before: 'b4',
  people: 'ppl folks',
  please: 'pls plz',
  specialty: 'specialties speciality specialities',
  apply: 'applying applies applied application applications app apps',
  rotation: 'rotations clerkship clerkships elective electives',
  department: 'departmental dept departments',
  resident: 'residents',
  chair: 'chairs chairman chairperson chairwoman chairmen',
  email: 'emails emailed emailing mail mails',
  assign: 'assigns assigned assigning',
  waive: 'waives waived waiving waiver wave waved',
  fellow: 'fellows',
  dean: 'deans',
  pi: 'pis',
  sloe: 'sloes esloe',
  slor: 'slors eslor eslors',
  img: 'imgs fmg fmgs',
  someone: 'somebody smb',
  anyone: 'anybody',
  many: 'much',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
};

/** Things of one kind, by the name of the kind: knowing one helps with the others. */
const kinds: Readonly<Record<string, string>> = {
  specialty:
    'fm em peds pediatrics paeds psych psychiatry ob gyn obgyn obstetrics surgery surgical ortho orthopedics orthopaedics derm dermatology uro urology ent oto otolaryngology neuro neurology neurosurgery nsgy anesthesia anesthesiology anes gas rads radiology path pathology pmr physiatry radonc oncology ophtho ophthalmology plastics vascular thoracic ir internal medicine family emergency cardiology cards gi icu hospitalist',
  number:
    'one two three four five six seven eight nine ten 6 7 8 9 10 12 couple few several many number total max maximum minimum min limit cap extra spare another',
  calendar:
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer fall winter',
  span: 'hour hours day week month year weekend today tomorrow yesterday ago 24 48 72',
  supervisor: 'writer doctor faculty prof professor surgeon mentor advisor clinician hospitalist consultant supervisor',
  beginner: 'resident fellow chief intern pgy pgy1 pgy2 pgy3 pgy4 senior junior',
  layman:
    'phd np pa nurse rn pharmacist pharmd coach boss employer manager pastor priest rabbi imam minister teacher psychologist therapist volunteer coordinator lcsw social worker dentist dnp crna midwife paramedic captain sergeant military principal tutor nonphysician',
  scholar: 'pi research lab bench postdoc scientist investigator publication paper papers project thesis',
  fame: 'famous renowned national nationally known prestigious prestige reputation title titled rank hotshot bigshot bigwig star pd director chair dean name',
  portal: 'portal login log password account access username locked token browser screen page site website link error',
  view: 'see read view look peek know content contents preview copy',
  wait: 'late slow delay delayed overdue forgot forgotten ignore ignoring ghost ghosted ghosting remind reminder nudge pester followup chase waiting still yet silence silent responding response reply replied',
  gone: 'left leave leaving maternity retire retired retiring retirement died death dead passed sick ill illness moved quit fired unreachable vacation sabbatical hospitalized coma emigrated',
  age: 'old older age ago outdated expired expire dated stale expiry valid recent',
  again: 'reuse reused recycle resend import reapply reapplying reapplicant again last previous prior cycle second',
  thanks:
    'thank thanks thankyou gift gifts card cards gratitude grateful chocolate chocolates starbucks wine flowers present token appreciation',
  refuse:
    'no declined decline refuse refused hesitant hesitated hesitate lukewarm unsure unenthusiastic meh generic reluctant busy',
  draft: 'write draft drafted ghostwrite own myself yourself',
  form: 'form template standardized standardised structured narrative questionnaire checklist',
  privacy:
    'hipaa phi privacy private confidential confidentiality identifiers deidentify deidentified anonymous patient patients mrn',
  canada: 'carms canada canadian cfpc uoft mcgill ubc quebec ontario cmg',
  abroad:
    'home country india pakistan nigeria china philippines egypt mexico iran caribbean foreign abroad overseas international visa translated translation',
  home: 'usce observership externship hands us usa american america stateside',
};

/** Word by word, the one it is folded into. */
export const folded: ReadonlyMap<string, string> = new Map(
  Object.entries(sameWords).flatMap(([kept, others]) => others.split(' ').map((word) => [word, kept] as const)),
);

/** Word by word, the kinds it is of. A folded word is looked up under what it was folded into. */
export const kindsOf: ReadonlyMap<string, readonly string[]> = toKinds();

function toKinds(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [kind, words] of Object.entries(kinds)) {
    for (const word of words.split(' ')) {
      const kept = folded.get(word) ?? word;
      const known = found.get(kept) ?? [];
      if (!known.includes(kind)) found.set(kept, [...known, kind]);
    }
  }
  return found;
}

/** Words that carry no subject; pairs of words are also made across them. */
export const fillers: ReadonlySet<string> = new Set(
  (
    'a an the of to for from in on at by and or if so is are was be been am do does did i im ive my me we our you your he she they them their his her it its this that these those ' +
    'there just like really actually kinda also as with about would will can could should have has had get got any some what which who when how why where not dont'
  ).split(' '),
);

/** Words with which a message is about letters, or at least may be. */
export const anchors: ReadonlySet<string> = new Set(
  'letter writer sloe slor lor mspe eras carms residencycas interfolio ferpa waive lrf letterhead sf vslo vsas soap assign upload recommend recommending vouch eslor sel loe cslor'.split(
    ' ',
  ),
);

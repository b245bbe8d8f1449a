/** Words that are no name, also where a name could stand: behind "pt", behind "Mr.", with a capital. */
export const noNames: ReadonlySet<string> = new Set(
  `a about after again all also always am an and another any are as asked at back bc be because been before being
  but by c came can cannot close co could cried d day days did didnt do does doing done dont dr during each eng
  ended even every everyone family felt fell first for from full gave get gets getting go goes going good got great
  h ha had has have having he her here him his how hx i if in interview into is it its just k kept knew last later
  less let letter like liked looked loved low lost made man many me met more most much my needed never new next no
  none not now of off ok old on once one only or other our out over p per please post pre put r rather really
  recall remember right s said same saw say says second see she since so some soon spoke started still such sure
  taken talked than thank thanked thanks that the their them then there they this those through time to told too
  took trusted turned tx two u under until up us use v very w want wanted was we week weeks well went were wept
  what when where which while who whom whose why will wish with woke word words worked would x y yes yet you young
  your z elderly frail sick stable unstable homeless healthy critical complex difficult favorite favourite male
  female black white hispanic latino latina asian african american european indian chinese korean japanese
  vietnamese russian haitian english spanish french mandarin cantonese hmong arabic creole portuguese somali nepali
  urdu hindi bengali tagalog january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday janvier fevrier mars avril mai juin juillet aout
  septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche au aux avait avec ayant
  bien ce ces cette chez comme dans de des dit du elle elles en est et etait eu il ils j je l la le les leur lors
  lui m ma mais meme mes moi mon n ne nous ou par pas plus pour prefere preferee puis qu quand que qui refuse
  refusait sa sans se ses si son sont suivi suivie sur t toujours tout toute tres tu un une venu venue vers vieux
  vieille vous award awards board center centre clinic club committee council course department fund group hospital
  initiative institute journal lab medicine medical office program project research scholar school service services
  society story surgery team university volunteer case report mr mrs ms miss mx mme mlle monsieur madame bid ct ecg
  ekg ed er gi gu hpi icu id im iv labs md mri np ot pa pcp pgy po pod poc prn pt rn ros rx sp tid usa va vs
  chambre lit room bed mrn csn fin ssn`.split(/\s+/u),
);

/** Two and three letters that are said of patients and are nobody's initials. */
export const noInitials: ReadonlySet<string> = new Set(
  `ab ac ad af ag ah aki al als am ama ams an ap aq ar as at aw bg bm bp bs bun by ca cbc cc cf chf ck ckd cn cns co
  cp cr crp csf csn ct cva cxr cy d dc dka dm dnr do dob doa dr dvt dx ed eeg ef eg egd ekg em ent er esr et ex fb
  fen ff fh fin fm fn fu fx ga gcs gerd gi go gsw gu h hb he hf hgb hiv hpi hr hs ht htn hx i ibd ic ich icu id if
  ii im in inr io is it iv ivf jp k kub la lbp le lft lp lr lv lvh ma mca mcv md me mg mi mk ml mom mr mri ms mvc
  mrn my na nad nam nas ng nh nb no np npo nsr nst nt nv ob od of og oh ok om on op or os ot ou ox pa pac pcp pe
  pet pm pna po pod poc pp pr prn ps psa pt ptsd pvd qd ra rbc rf rn ros rr rrt rt rx sa sah sbo sc sdh se sle sm
  so sob sp sr ss ssn std st sx ta tb tbi tee tia tid tm tn to tpa tpn tte tx ua uc ugi uk um un up uri us uti va
  vac ve vf vs vt wa wbc we wk wt xr yo yr abc de du elle en est il les lui mon ne nous par pas pl que qui si son
  sur te ton tu une avc ait irm ivg tdm ecg igv iec avk hta hba bid die`.split(/\s+/u),
);

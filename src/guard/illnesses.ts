/** What people have who are in a bed, as it is written on wards. English, then French; without accents. */
export const illnesses: readonly string[] = list(`
  sepsis, septic, septic shock, bacteremia, endocarditis, meningitis, encephalitis, cellulitis, pneumonia, pna, tb,
  tuberculosis, hiv, aids, covid, influenza, malaria, pyelo, pyelonephritis, uti, urosepsis, osteomyelitis,
  abscess, stemi, nstemi, mi, heart attack, chf, hfref, hfpef, heart failure, afib, arrhythmia, tamponade,
  dissection, pe, dvt, stroke, cva, tia, ich, sah, sdh, hemorrhage, seizure, seizures, epilepsy,
  status epilepticus, ms flare, als, dementia, delirium, alzheimer, parkinson, guillain barre, myasthenia, copd,
  asthma, ards, pneumothorax, respiratory failure, dka, hhs, diabetes, diabetic, hypoglycemia, siadh, hyponatremia,
  hyperkalemia, thyroid storm, adrenal crisis, cirrhosis, cirrhotic, hepatitis, liver failure, gi bleed, gib, ugib,
  pancreatitis, gallstone, cholecystitis, cholangitis, appendicitis, diverticulitis, bowel obstruction, sbo, ibd,
  crohn, ulcerative colitis, volvulus, aki, esrd, ckd, kidney failure, nephritis, lupus nephritis, lupus, sle,
  vasculitis, gout, rheumatoid, cancer, carcinoma, leukemia, leukaemia, lymphoma, myeloma, melanoma, sarcoma,
  glioblastoma, metastatic, metastases, mets, tumor, tumour, aml, cml, brca, sickle, sickle cell, anemia, anemic,
  hemophilia, overdose, withdrawal, schizophrenia, schizoaffective, psychosis, psychotic, bipolar, depression,
  suicidal, anorexia, ptsd, borderline, fracture, fx, hip fx, trauma, gunshot, gsw, mvc, burns, amputation,
  diabetic foot, pregnant, preeclampsia, eclampsia, miscarriage, ectopic, stillbirth, chest pain, abdominal pain,
  shortness of breath, sob, syncope, altered, ams, hypotension, hypertension, htn, gangrene, transplant, infection,
  paralysis, paralyzed, coma, mdd, ocd, autism, adhd, mania, manic, catatonia, bulimia, eating disorder,
  opioid use disorder, delirium tremens, kawasaki, croup, bronchiolitis, rsv, rds, newborn, neonate, twins,
  triplets, jumeaux, jumelles, nec, bpd, preemie, preterm, prematurity, failure to thrive, intussusception,
  pyloric stenosis, tetralogy, hydrocephalus, gastroschisis, hcc, nsclc, sclc, dlbcl, cll, mds, tls, dic, itp, hit,
  vte, svt, vt, vfib, torsades, aaa, pad, cad, angina, cardiomyopathy, myocarditis, pericarditis, aortic stenosis,
  cardiac arrest, pid, hellp, gdm, placenta previa, abruption, neutropenic fever, necrotizing fasciitis, nec fasc,
  compartment syndrome, rhabdo, hernia, perforation, peritonitis, stab wound, laceration, frostbite, migraine,
  neuropathy, myelitis, glioma, hepatic encephalopathy, varices, ascites, c diff, celiac, od, cp, drs, ulcer,
  ulcere, breast ca, lung ca, colon ca, prostate ca, ovarian ca, glaucoma, retinal detachment, psoriasis, sjs,
  pemphigus, kidney stone, kidney stones, nephrotic, nephropathy, hypercalcemia, hypocalcemia, hypokalemia,
  myxedema, addison, cushing, hypothermia, anaphylaxis, angioedema, avc, ait, infarctus, angor,
  insuffisance cardiaque, insuffisance renale, ivg, mpoc, asthme, pneumonie, embolie, septicemie, choc septique,
  meningite, pyelonephrite, cellulite, tuberculose, vih, leucemie, lymphome, tumeur, metastatique, acidocetose,
  diabete, diabetique, cirrhose, hepatite, hemorragie, hemorragie digestive, pancreatite, cholecystite,
  appendicite, occlusion, demence, delire, convulsions, epilepsie, schizophrenie, psychose, suicidaire, anorexie,
  boulimie, manie, trouble bipolaire, bronchiolite, prematurite, cardiomyopathie, myocardite, pericardite,
  arret cardiaque, fibrillation, thrombose, phlebite, tvp, anevrisme, preeclampsie, hernie, peritonite, cholangite,
  lithiase, glioblastome, melanome, myelome, sclerose en plaques, neuropathie, traumatisme, surdose, sevrage,
  grossesse, enceinte, fausse couche, eclampsie, anemie, anemique, hematome, chute, brulures, douleur thoracique,
  dyspnee, greffe
`);

/**
 * Diagnoses so rare that where and when may be enough to know the person. A hint and no register:
 * the rarest of what students meet and like to tell.
 */
export const rareDiagnoses: readonly string[] = list(`
  cjd, creutzfeldt jakob, kuru, fatal familial insomnia, prion disease, progeria, hutchinson gilford, stiff person,
  stiff man, erdheim chester, castleman, whipple, huntington, wilson disease, wilson's disease, pompe, fabry,
  gaucher, niemann pick, tay sachs, krabbe, batten, maple syrup urine, phenylketonuria, alkaptonuria,
  homocystinuria, mcardle, zellweger, menkes, lesch nyhan, rett, angelman, prader willi, cri du chat,
  edwards syndrome, patau, noonan, alagille, kabuki syndrome, fop, fibrodysplasia ossificans,
  epidermolysis bullosa, harlequin ichthyosis, xeroderma, marburg, ebola, lassa, rabies, anthrax, plague, botulism,
  tularemia, leprosy, hansen's disease, diphtheria, tetanus, naegleria, anti nmda, anti nmdar, susac, rasmussen,
  landau kleffner, kleine levin, moyamoya, cadasil, melas, friedreich, spinal muscular atrophy, duchenne, hlh, ttp,
  pnh, aplastic anemia, atypical hus, porphyria, paroxysmal nocturnal, mastocytosis, pheochromocytoma, insulinoma,
  glucagonoma, vipoma, cushing disease, sheehan, situs inversus, conjoined, ectopia cordis, eisenmenger, takayasu,
  behcet, relapsing polychondritis, cryopyrin, locked in, capgras, cotard, munchausen, homme raide, personne raide,
  insomnie fatale, lepre, peste, rage, charbon, sirop d'erable, maladie de wilson
`);

function list(text: string): readonly string[] {
  return text.split(',').map((one) => one.trim());
}

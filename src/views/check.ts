import {
  type Block,
  type Button,
  bullets,
  button,
  buttons,
  heading,
  type Line,
  line,
  note,
  paragraph,
  type Reply,
  reply,
  strong,
} from '../core/reply.ts';
import type { Dossier } from '../letters/dossier.ts';
import type { Finding, Severity } from '../letters/finding.ts';
import type { MixCheck, SpecialtyCheck } from '../letters/mix.ts';
import { type Naming, namingFrom } from '../letters/named-need.ts';
import { findSpecialty } from '../packs/load-packs.ts';
import type { Words } from '../words/words.ts';
import { sourceLink, sourceNote } from './source.ts';

/** In the order in which they are read: what is lacking before what is well. */
const severities: readonly Severity[] = ['missing', 'consider', 'unknown', 'fine'];

/** What was found about a member's letters, for each of their specialties and in general. */
export function checkReply(check: MixCheck, dossier: Dossier, words: Words): Reply {
  const { checks } = words;
  if (dossier.letters.length === 0)
    return reply(
      heading(checks.title),
      paragraph(checks.noLetters),
      buttons(button(words.letters.buttons.add, 'lor add', {}, 'primary')),
    );
  const { general, specialties } = check;
  return reply(
    heading(checks.title),
    ...specialties.flatMap((one) => specialtyBlocks(one, dossier, words)),
    ...(general.length > 0 ? [paragraph([strong(checks.always)]), ...findingBlocks(general, dossier, words)] : []),
    buttons(...nextButtons(check, dossier, words)),
    note(checks.eachProgram),
  );
}

function specialtyBlocks(
  { specialty, findings, note: said }: SpecialtyCheck,
  dossier: Dossier,
  words: Words,
): readonly (Block | false)[] {
  const known = dossier.service === 'carms' ? undefined : findSpecialty(dossier.packs, specialty);
  return [
    paragraph([strong(words.checks.forSpecialty(specialty))]),
    ...findingBlocks(findings, dossier, words),
    said !== null && note(words.checks.note(said)),
    known !== undefined && sourceNote(`specialty/${known.id}`, dossier.packs, words),
  ];
}

/** Each severity that there is, with its findings under it. */
function findingBlocks(findings: readonly Finding[], dossier: Dossier, words: Words): readonly Block[] {
  const naming = namingFrom(dossier.packs);
  return severities.flatMap((severity) => {
    const of = findings.filter((finding) => finding.severity === severity);
    if (of.length === 0) return [];
    const lines = of.map((finding) => findingLine(finding, dossier, naming, words));
    return [paragraph(line`${words.checks.severity[severity]}`), bullets(lines)];
  });
}

function findingLine({ fact, severity, row }: Finding, dossier: Dossier, naming: Naming, words: Words): Line {
  const confidence = (row === null ? undefined : dossier.packs.rows.get(row)?.confidence) ?? 'unconfirmed';
  const sentence = words.checks.finding(fact, namesOf(lettersOf(fact), dossier), confidence, naming);
  // What rests on the row of the specialty has its pages in the note below.
  const source = severity === 'fine' || row?.startsWith('specialty/') ? [] : sourceLink(row, dossier.packs, words);
  return source.length === 0 ? sentence : line`${sentence} ${source}`;
}

/** The letters that a finding speaks of, by their ids. */
function lettersOf(fact: Finding['fact']): readonly string[] {
  if ('letters' in fact) return fact.letters;
  return 'unsaid' in fact ? fact.unsaid : [];
}

/** The writers of letters, each once, in the order of the list. */
function namesOf(ids: readonly string[], { letters }: Dossier): readonly string[] {
  const of = letters.filter(({ letter }) => ids.includes(letter.id));
  return [...new Set(of.map(({ writer }) => writer.name))];
}

/** The nearest ways to what was found: to say what is not said, and to send letters where they belong. */
function nextButtons({ specialties, general }: MixCheck, dossier: Dossier, words: Words): readonly (Button | false)[] {
  const all = [...specialties.flatMap(({ findings }) => findings), ...general];
  const unknown = all.filter(({ severity }) => severity === 'unknown');
  const { checks, letters } = words;
  const writers = unknown.flatMap(({ fact }) => (isOfWriter(fact) ? lettersOf(fact) : []));
  const first = dossier.letters.find(({ letter }) => writers.includes(letter.id));
  return [
    first !== undefined &&
      button(checks.buttons.editWriter(first.writer.name), 'lor writer edit', { writer: first.writer.id }),
    unknown.some(({ fact }) => fact.code === 'img-unsaid' || fact.code === 'specialty-unsaid') &&
      button(checks.buttons.settings, 'lor settings'),
    dossier.programs.length > 0 && button(checks.buttons.propose, 'lor program propose'),
    button(letters.buttons.list, 'lor list'),
  ];
}

/** What is kept with the writer, and not with the letter. */
function isOfWriter(fact: Finding['fact']): boolean {
  if (fact.code === 'sort') return fact.need.sought.kind !== 'form';
  return fact.code === 'closeness-unsaid' || fact.code === 'us-writers';
}

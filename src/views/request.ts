import { type Block, type Fact, fact, facts, paragraph, strong } from '../core/reply.ts';
import type { Day } from '../core/time.ts';
import type { LetterWithWriter } from '../letters/letter.ts';
import type { Packs, ServicePack } from '../packs/pack.ts';
import { packOf } from '../packs/pack-of.ts';
import type { RequestField } from '../packs/request-field.ts';
import type { Words } from '../words/words.ts';
import { formName } from './form-name.ts';

/**
 * What the form of the portal asks for when a letter is requested, filled from what is known: for
 * the moment between the packet and the request. Nothing where no source names the fields.
 */
export function requestBlocks(one: LetterWithWriter, packs: Packs, today: Day, words: Words): readonly Block[] {
  const { letter } = one;
  if (letter.service === null || (letter.stage !== 'agreed' && letter.stage !== 'packet-sent')) return [];
  const pack = packOf(packs, letter.service, letter.season, today);
  const fields = fieldsFor(one, pack);
  const gets = pack.facts.writerGetsRequest;
  if (fields.length === 0) return [];
  return [
    paragraph([strong(words.letters.request.title(words.letters.service[letter.service]))]),
    facts(...fields.map((field) => asked(field, one, packs, words))),
    ...(isSure(gets.confidence) && gets.value !== undefined ? [paragraph(words.letters.request.gets(gets.value))] : []),
  ];
}

function fieldsFor({ letter }: LetterWithWriter, { facts: rules }: ServicePack): readonly RequestField[] {
  const { requestFields, omittedForGeneral } = rules;
  if (!isSure(requestFields.confidence)) return [];
  const omitted = letter.specialty === null ? (omittedForGeneral.value ?? []) : [];
  return (requestFields.value ?? []).filter((field) => !omitted.includes(field));
}

/** What was only derived, and what nobody confirmed, is not told. */
function isSure(confidence: string): boolean {
  return confidence === 'high' || confidence === 'medium';
}

function asked(field: RequestField, { letter, writer }: LetterWithWriter, packs: Packs, words: Words): Fact {
  const { requestField, request, general } = words.letters;
  const { yes, no, notSet } = words.settings;
  const answer = (value: boolean | null, unknown: string) => (value === null ? unknown : value ? yes : no);
  const values: Readonly<Record<RequestField, string>> = {
    'writer-name': writer.name,
    'writer-title': writer.title ?? notSet,
    'writer-email': writer.email ?? notSet,
    specialty: letter.specialty ?? general,
    discipline: letter.specialty ?? notSet,
    'letter-form': letter.form === null ? notSet : formName(letter.form, packs.forms, words),
    'chair-requirement': answer(letter.chair, no),
    'program-director': answer(null, no),
    waiver: answer(letter.waived, request.yours),
    cv: request.attach,
    photo: request.attach,
  };
  return fact(requestField[field], [values[field]]);
}

import {
  type Block,
  button,
  buttons,
  entry,
  heading,
  inPlace,
  joinLines,
  type Line,
  note,
  paragraph,
  type Reply,
  reply,
} from '../core/reply.ts';
import type { Dossier } from '../letters/dossier.ts';
import { type Naming, namingFrom } from '../letters/named-need.ts';
import type { Program } from '../letters/program.ts';
import { changesAnything, type Proposal } from '../letters/propose.ts';
import type { Words } from '../words/words.ts';
import { pageButtons, pageOf } from './pages.ts';
import { programTitle } from './program.ts';

/**
 * What is proposed for each program, and how it differs from what is assigned now. Taking it on is `lor
 * program propose` again, with `apply:yes`.
 */
export function proposalReply(proposals: readonly Proposal[], dossier: Dossier, words: Words, page = 1): Reply {
  const said = words.proposals;
  const add = button(words.programs.buttons.add, 'lor program add', {}, 'primary');
  if (proposals.length === 0) return reply(heading(said.title), paragraph(said.none), buttons(add));
  const { items, pages } = pageOf(proposals, page, words);
  const naming = namingFrom(dossier.packs);
  return reply(
    heading(said.title),
    paragraph(said.intro),
    ...items.flatMap((proposal) => {
      const program = dossier.programs.find(({ id }) => id === proposal.program);
      return program ? [proposalEntry(proposal, program, dossier, naming, words)] : [];
    }),
    pages > 1 && note(words.letters.list.page(page, pages)),
    buttons(
      proposals.filter(changesAnything).length > 1 &&
        inPlace(button(said.buttons.applyAll, 'lor program propose', { apply: 'yes' }, 'primary')),
      ...pageButtons({ path: 'lor program propose', args: {} }, page, pages, words),
      button(words.programs.buttons.list, 'lor program list'),
    ),
    note(words.programs.onlyMine),
  );
}

/** One program: what stays, comes and goes, why, and what is lacking. */
function proposalEntry(proposal: Proposal, program: Program, dossier: Dossier, naming: Naming, words: Words): Block {
  const said = words.proposals;
  const args = { program: program.id };
  const changes = changesAnything(proposal);
  return entry(programTitle(program, words), detailsOf(proposal, dossier, naming, words), [
    ...(changes ? [inPlace(button(said.buttons.apply, 'lor program propose', { ...args, apply: 'yes' }))] : []),
    button(said.buttons.show, 'lor program show', args),
  ]);
}

function detailsOf(proposal: Proposal, { letters }: Dossier, naming: Naming, words: Words): readonly Line[] {
  const said = words.proposals;
  const nameOf = (id: string) => letters.find(({ letter }) => letter.id === id)?.writer.name ?? said.nameless;
  const why = (reasons: readonly Line[]) => joinLines(reasons, '; ');
  return [
    ...proposal.letters.map(({ letter, kept, reasons }) => {
      const because = why(reasons.map((reason) => said.reason(reason, naming)));
      return kept ? said.stays(nameOf(letter), because) : said.added(nameOf(letter), because);
    }),
    ...proposal.off.map(({ letter, reasons }) =>
      said.off(nameOf(letter), why(reasons.map((reason) => said.offReason(reason, naming)))),
    ),
    ...proposal.aside.map(({ letter, reasons }) =>
      said.aside(nameOf(letter), why(reasons.map((reason) => said.offReason(reason, naming)))),
    ),
    ...proposal.missing.map((missing) => said.missing(said.lacking(missing, naming))),
    ...(proposal.letters.length === 0 ? [said.nothing] : changesAnything(proposal) ? [] : [said.unchanged]),
  ];
}

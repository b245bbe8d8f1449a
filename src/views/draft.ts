import {
  type Block,
  bullets,
  fact,
  facts,
  heading,
  type Line,
  link,
  note,
  paragraph,
  type Reply,
  reply,
  verbatim,
} from '../core/reply.ts';
import type { Draft, DraftKind } from '../drafts/draft.ts';
import { mailtoLink } from '../drafts/mailto-link.ts';
import type { Words } from '../words/words.ts';

/**
 * A draft for its member: the mail in a box to copy, what is missing in it, a link that opens it in
 * a mail program where the platform can, and the custom of such mails. `more` stands below, such as
 * buttons. A draft with gaps is never called ready.
 */
export function draftReply(
  draft: Draft,
  about: { readonly kind: DraftKind; readonly writer: string; readonly first?: Line | undefined },
  words: Words,
  ...more: readonly (Block | false | undefined)[]
): Reply {
  const { to, subject, body, gaps, attachments } = draft;
  const said = words.drafts;
  const { url, whole } = mailtoLink(draft);
  return reply(
    heading(said.title[about.kind](about.writer)),
    about.first && paragraph(about.first),
    facts(to !== null && fact(said.to, [to]), fact(said.subject, [subject])),
    verbatim(body.join('\n\n')),
    paragraph(gaps.length === 0 ? said.filled : said.fill(gaps.length)),
    gaps.length > 0 && bullets(gaps.map((gap) => [`[${gap}]`])),
    attachments.length > 0 && paragraph(said.attach(attachments)),
    paragraph([link(said.write(about.writer), url)]),
    !whole && note(said.copy),
    note(said.rule[about.kind]),
    note(said.sends),
    ...more,
  );
}

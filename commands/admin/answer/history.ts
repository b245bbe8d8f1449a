import type { AnswerVersion } from '../../../src/communities/community-answer.ts';
import { toSlug } from '../../../src/communities/community-answer.ts';
import { type Context, defineCommand } from '../../../src/core/command.ts';
import { UserProblem } from '../../../src/core/errors.ts';
import { text } from '../../../src/core/options.ts';
import {
  type Block,
  button,
  buttons,
  entry,
  heading,
  type Line,
  note,
  reply,
  strong,
} from '../../../src/core/reply.ts';
import { shorten } from '../../../src/core/text.ts';
import type { Zone } from '../../../src/core/time.ts';
import { type CurationPorts, suggestOwnAnswers } from '../../../src/views/choose-answer.ts';
import { communityHere } from '../../../src/views/here.ts';
import { ownAnswerNamed, ownAnswers } from '../../../src/views/own-answer.ts';
import type { Words } from '../../../src/words/words.ts';

/** More would not be read; the others are counted. */
const shownVersions = 10;

/** Characters of a text in a list of versions. */
const excerpt = 300;

export default defineCommand({
  path: 'lor-admin answer history',
  summary: 'What an answer of this community said, when, and by whom',
  examples: ['/lor-admin answer history parking'],
  access: 'curator',
  where: 'community',
  visibility: 'private',
  changes: false,
  options: { topic: text('Which answer, also a retired one', { max: 60 }) },
  suggest: { topic: suggestOwnAnswers },
  async run({ topic }, context: Context<CurationPorts>) {
    const { actor, ports } = context;
    const said = ports.words.curation.answer;
    const standing = ownAnswerNamed(topic, await ownAnswers(context));
    const slug = standing?.slug ?? toSlug(topic);
    const here = await communityHere(context);
    const versions = here === undefined ? [] : await ports.communityAnswers.history(here, slug);
    const [newest] = versions;
    if (!newest) throw new UserProblem('not-found', said.notFound(topic), { option: 'topic' });
    const older = versions.length - shownVersions;
    return reply(
      heading(said.history(newest.title)),
      ...versions
        .slice(0, shownVersions)
        .map((version, index) => versionEntry(version, versions[index + 1], actor.zone, ports.words)),
      older > 0 && note(said.olderVersions(older)),
      buttons(
        standing && button(said.buttons.show, 'lor topics', { topic: slug }),
        standing && button(said.buttons.edit, 'lor-admin answer edit', { topic: slug }),
        standing && button(said.buttons.retire, 'lor-admin answer retire', { topic: slug }, 'danger'),
        button(said.buttons.list, 'lor-admin answer list'),
      ),
    );
  },
});

/** Who did what when, with what is different from the version before. */
function versionEntry(version: AnswerVersion, before: AnswerVersion | undefined, zone: Zone, words: Words): Block {
  const said = words.curation.answer;
  const now = fieldsOf(version);
  const then = before && fieldsOf(before);
  const changed = (Object.keys(now) as (keyof typeof now)[]).filter((name) => now[name] !== (then?.[name] ?? ''));
  const details = changed.map(
    (name): Line => [strong(`${said.versionFields[name]}:`), ` ${shorten(now[name], excerpt) || said.cleared}`],
  );
  return entry(said.version(version.number, version.what, version.by, version.at, zone), details);
}

function fieldsOf({ title, question, text: written, aliases, link }: AnswerVersion) {
  return { title, question, text: written, aliases: aliases.join(', '), link: link ?? '' };
}

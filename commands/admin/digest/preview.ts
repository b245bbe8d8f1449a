import { type Context, defineCommand } from '../../../src/core/command.ts';
import { inLanguage } from '../../../src/core/in-language.ts';
import { type Language, usualLanguage } from '../../../src/core/language.ts';
import { optional, text } from '../../../src/core/options.ts';
import { button, buttons, divider, note, paragraph, reply } from '../../../src/core/reply.ts';
import type { Pictures } from '../../../src/pictures/pictures.ts';
import { type CohortStore, lastFigures } from '../../../src/reminders/cohort.ts';
import { type DigestPorts, requireDigest, suggestDigests } from '../../../src/views/choose-digest.ts';
import { type DatePorts, datesOf } from '../../../src/views/dates-of.ts';
import { digestReply } from '../../../src/views/digest.ts';
import type { Words } from '../../../src/words/words.ts';

type PreviewPorts = DigestPorts &
  DatePorts & {
    readonly cohort: CohortStore;
    readonly pictures: Pictures;
    readonly wordsIn: (language: Language) => Words;
  };

export default defineCommand({
  path: 'lor-admin digest preview',
  summary: 'See a digest as it would be posted now',
  examples: ['/lor-admin digest preview', '/lor-admin digest preview 1'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: false,
  options: { digest: optional(text('Which digest: its number', { max: 40 })) },
  suggest: { digest: suggestDigests },
  async run({ digest: typed }, context: Context<PreviewPorts>) {
    const { now, ports } = context;
    const { words } = ports;
    const digest = await requireDigest(typed, context);
    const dates = await datesOf(digest, ports);
    // As it will be posted, whatever the language of the admin who looks at it.
    const share = digest.cohort ? await lastFigures(ports.cohort, digest.community) : undefined;
    const said = { pictures: ports.pictures, words: ports.wordsIn(usualLanguage) };
    const post = inLanguage(digestReply({ digest, dates, now, late: false, share }, said), usualLanguage);
    return reply(
      paragraph(words.admin.digest.preview(digest.channel)),
      divider(),
      ...post.blocks,
      divider(),
      digest.cohort && note(words.admin.digest.figuresNote),
      buttons(button(words.admin.digest.buttons.now, 'lor-admin digest now', { digest: digest.id })),
    );
  },
});

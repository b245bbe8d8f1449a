import { type Context, defineCommand } from '../../../src/core/command.ts';
import { type Block, button, buttons, entry, heading, type Line, paragraph, reply } from '../../../src/core/reply.ts';
import type { DeliveryStore, LastPost } from '../../../src/reminders/deliveries.ts';
import type { Digest } from '../../../src/reminders/digest.ts';
import { type DigestPorts, digestsHere } from '../../../src/views/choose-digest.ts';
import { digestLines } from '../../../src/views/digest-entry.ts';
import type { Words } from '../../../src/words/words.ts';

export default defineCommand({
  path: 'lor-admin digest list',
  summary: 'The digests of this community',
  examples: ['/lor-admin digest list'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: false,
  options: {},
  async run(_, context: Context<DigestPorts & { readonly deliveries: DeliveryStore }>) {
    const { words, deliveries } = context.ports;
    const all = await digestsHere(context);
    const entries: Block[] = [];
    for (const digest of all) entries.push(digestEntry(digest, await deliveries.lastPost(digest.id), words));
    return reply(
      heading(words.admin.digest.title),
      all.length === 0 && paragraph(words.admin.digest.none),
      ...entries,
      buttons(button(words.admin.digest.buttons.add, 'lor-admin digest add')),
    );
  },
});

function digestEntry(digest: Digest, last: LastPost | undefined, words: Words): Block {
  const { id, number, channel, paused } = digest;
  const said = words.admin.digest;
  return entry(
    said.entry(number, channel),
    [...digestLines(digest, words), ...trouble(last, digest, words)],
    [
      button(said.buttons.preview, 'lor-admin digest preview', { digest: id }),
      button(said.buttons.edit, 'lor-admin digest edit', { digest: id }),
      paused
        ? button(said.buttons.resume, 'lor-admin digest resume', { digest: id })
        : button(said.buttons.pause, 'lor-admin digest pause', { digest: id }),
      button(said.buttons.history, 'lor-admin digest history', { digest: id }),
      button(said.buttons.remove, 'lor-admin digest remove', { digest: id }, 'danger'),
    ],
  );
}

/** What an admin has to know of the last post: that it failed, or that it is still on its way. */
function trouble(last: LastPost | undefined, { zone }: Digest, words: Words): readonly Line[] {
  const said = words.admin.digest;
  if (last === undefined) return [];
  switch (last.state) {
    case 'refused':
    case 'parked':
    case 'skipped':
      return [said.failed(last.runAt, zone, last.reason ?? '')];
    case 'pending':
    case 'attempting':
    case 'unsure':
      return last.attempts > 0 ? [said.trying(last.runAt, zone)] : [];
    case 'sent':
    case 'cancelled':
      return [];
  }
}

import { type Context, defineCommand } from '../../../src/core/command.ts';
import { type Block, button, buttons, entry, heading, paragraph, reply } from '../../../src/core/reply.ts';
import { formatZone } from '../../../src/core/time.ts';
import { isSchedule, parseCron } from '../../../src/reminders/cron.ts';
import type { Digest } from '../../../src/reminders/digest.ts';
import { type DigestPorts, digestsHere } from '../../../src/views/choose-digest.ts';
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
  async run(_, context: Context<DigestPorts>) {
    const { words } = context.ports;
    const all = await digestsHere(context);
    return reply(
      heading(words.admin.digest.title),
      all.length === 0 && paragraph(words.admin.digest.none),
      ...all.map((digest) => digestEntry(digest, words)),
      buttons(button(words.admin.digest.buttons.add, 'lor-admin digest add')),
    );
  },
});

function digestEntry({ id, number, channel, cron, zone, ahead, nextAt }: Digest, words: Words): Block {
  const said = words.admin.digest;
  const schedule = parseCron(cron);
  const text = isSchedule(schedule) ? words.reminders.schedule(schedule) : cron;
  return entry(
    said.entry(number, channel),
    [
      said.schedule(text, formatZone(zone), cron),
      ...(nextAt === null ? [] : [said.next(nextAt, zone)]),
      said.ahead(ahead),
    ],
    [
      button(said.buttons.preview, 'lor-admin digest preview', { digest: id }),
      button(said.buttons.now, 'lor-admin digest now', { digest: id }),
      button(said.buttons.remove, 'lor-admin digest remove', { digest: id }, 'danger'),
    ],
  );
}

import type { ChannelMode } from '../communities/channel.ts';
import type { Helpers } from '../communities/helpers.ts';
import { type Block, channel, fact, facts, group, line } from '../core/reply.ts';
import { formatZone } from '../core/time.ts';
import { isSchedule, parseCron } from '../reminders/cron.ts';
import type { Digest } from '../reminders/digest.ts';
import type { Words } from '../words/words.ts';

/** How a community is set up, as its admins read it. */
export function setupFacts(
  { digest, helpers, mode }: { digest: Digest | undefined; helpers: Helpers; mode: ChannelMode },
  words: Words,
): Block {
  const { setup, settings } = words.curation;
  return facts(
    fact(setup.digests, digest === undefined ? [settings.nothing] : digestLine(digest, words)),
    fact(setup.questions, [helpers.channel === null ? settings.nothing : channel(helpers.channel)]),
    fact(setup.answers, helpers.channel === null ? [settings.nothing] : words.channels.settings.mode[mode]),
    fact(settings.helpers, [helpers.role === null ? settings.nothing : group(helpers.role)]),
  );
}

function digestLine({ channel: where, cron, zone, paused, number }: Digest, words: Words) {
  const schedule = parseCron(cron);
  const when = isSchedule(schedule) ? words.reminders.schedule(schedule) : cron;
  const state = paused ? line` ${words.admin.digest.isPaused(number)}` : '';
  return line`${channel(where)}, ${when} (${formatZone(zone)})${state}`;
}

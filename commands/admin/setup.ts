import { type ChannelStore, channelSetting, maxChannels, usualChannel } from '../../src/communities/channel.ts';
import type { CommunityStore } from '../../src/communities/community.ts';
import type { HelperStore, Helpers } from '../../src/communities/helpers.ts';
import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { channel, choice, group, optional, text } from '../../src/core/options.ts';
import type { Random } from '../../src/core/ports.ts';
import { button, buttons, heading, note, paragraph, type Reply, reply } from '../../src/core/reply.ts';
import type { Zone } from '../../src/core/time.ts';
import { isSchedule, parseCron } from '../../src/reminders/cron.ts';
import type { Digest, DigestStore } from '../../src/reminders/digest.ts';
import type { PostStore } from '../../src/reminders/posts.ts';
import { nextOccurrence } from '../../src/reminders/schedule.ts';
import { requireZone } from '../../src/views/require-zone.ts';
import { setupFacts } from '../../src/views/setup.ts';
import type { Words } from '../../src/words/words.ts';
import { suggestZones, usualAhead } from '../shared/digest-options.ts';
import { ensureCommunity } from '../shared/here.ts';
import { nextPost } from '../shared/next-post.ts';

interface SetupPorts {
  readonly communities: CommunityStore;
  readonly channels: ChannelStore;
  readonly digests: DigestStore;
  readonly helpers: HelperStore;
  readonly posts: PostStore;
  readonly readChannels: boolean;
  readonly random: Random;
  readonly words: Words;
}

/** Every Monday at 09:00: seldom enough to be read, often enough for a deadline not to pass in between. */
const usualCron = '0 9 * * MON';

/** The two ways that differ in a channel where members ask; `off` would answer nobody there. */
const answers = { mention: 'Answer whoever mentions me', auto: 'Answer plain questions, too' };

export default defineCommand({
  path: 'lor-admin setup',
  summary: 'Set up this community in one form',
  examples: [
    '/lor-admin setup',
    '/lor-admin setup digests:#deadlines zone:chicago questions:#lor-help answers:mention',
  ],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: {
    digests: optional(channel('Channel for the deadlines, each Monday at 9:00')),
    zone: optional(text('Their time zone, or a city in it', { max: 60 })),
    questions: optional(channel('Channel where members ask')),
    answers: optional(choice('What I do there', answers, { automatic: 'auto' })),
    helpers: optional(group('Role or group called there when I am not sure')),
  },
  suggest: { zone: suggestZones },
  async fill(_, context: Context<SetupPorts>) {
    const { digest, helpers, mode } = await stateOf(context);
    return {
      ...(digest && { digests: digest.channel }),
      zone: digest?.zone ?? context.actor.zone,
      ...(helpers.channel !== null && { questions: helpers.channel }),
      ...(helpers.channel !== null && { answers: mode === 'auto' ? 'auto' : 'mention' }),
      ...(helpers.role !== null && { helpers: helpers.role }),
    };
  },
  async run(args, context: Context<SetupPorts>) {
    const { community, ports } = context;
    const { words } = ports;
    const zone = args.zone === undefined ? undefined : requireZone(args.zone, words);
    if (args.helpers !== undefined && args.helpers === community)
      throw new UserProblem('bad-value', words.curation.settings.notEverybody, { option: 'helpers' });
    if (args.answers === 'auto' && !ports.readChannels)
      throw new UserProblem('bad-value', words.channels.settings.cannotRead, { option: 'answers' });
    const here = await ensureCommunity(context);
    await setDigest(here, args.digests, zone, context);
    await setQuestions(here, args.questions, args.answers, context);
    if (args.helpers !== undefined)
      await ports.helpers.set(here, { ...(await ports.helpers.get(here)), role: args.helpers });
    return overview(context);
  },
});

interface SetupState {
  /** The first digest is the one that the form sets; there may be more. */
  readonly digest: Digest | undefined;
  readonly helpers: Helpers;
  /** What I do where members ask. */
  readonly mode: 'off' | 'mention' | 'auto';
}

async function stateOf({ actor, community, ports }: Context<SetupPorts>): Promise<SetupState> {
  const { platform } = actor.account;
  const known = await ports.communities.find(platform, community ?? '');
  const helpers: Helpers = known ? await ports.helpers.get(known.id) : { channel: null, role: null };
  const [digest] = known ? await ports.digests.list(known.id) : [];
  const place = { kind: 'channel', channel: helpers.channel ?? '' } as const;
  const setting = await channelSetting(ports, { account: { platform }, community, place });
  return { digest, helpers, mode: setting?.mode ?? usualChannel.mode };
}

async function setDigest(
  here: string,
  where: string | undefined,
  zone: Zone | undefined,
  { actor, now, ports }: Context<SetupPorts>,
): Promise<void> {
  const [before] = await ports.digests.list(here);
  if (before) {
    const moved = { ...before, channel: where ?? before.channel, zone: zone ?? before.zone };
    const nextAt = moved.zone === before.zone || moved.paused ? moved.nextAt : await nextPost(moved, ports.posts, now);
    return ports.digests.change({ ...moved, nextAt });
  }
  if (where === undefined) return;
  const schedule = parseCron(usualCron);
  const at = zone ?? actor.zone;
  await ports.digests.add({
    id: ports.random.id(now),
    community: here,
    channel: where,
    cron: usualCron,
    zone: at,
    ahead: usualAhead,
    nextAt: isSchedule(schedule) ? (nextOccurrence(schedule, at, now)?.at ?? null) : null,
    paused: false,
    services: null,
    cohort: false,
  });
}

/** Questions for a person go where members ask anyway. */
async function setQuestions(
  here: string,
  where: string | undefined,
  mode: 'mention' | 'auto' | undefined,
  { ports }: Context<SetupPorts>,
): Promise<void> {
  const before = await ports.helpers.get(here);
  const asked = where ?? before.channel;
  if (where !== undefined) await ports.helpers.set(here, { ...before, channel: where });
  if (mode === undefined) return;
  if (asked === null)
    throw new UserProblem('bad-value', ports.words.curation.setup.needsQuestions, { option: 'questions' });
  const known = await ports.channels.list(here);
  const setting = known.find(({ channel: one }) => one === asked) ?? { channel: asked, ...usualChannel };
  if (known.length >= maxChannels && !known.includes(setting))
    throw new UserProblem('limit-reached', ports.words.channels.settings.limit(maxChannels));
  await ports.channels.set(here, { ...setting, mode });
}

async function overview(context: Context<SetupPorts>): Promise<Reply> {
  const { words } = context.ports;
  const said = words.curation.setup;
  const state = await stateOf(context);
  const { digest } = state;
  return reply(
    heading(said.title),
    setupFacts(state, words),
    (digest !== undefined || state.helpers.channel !== null) && note(said.invite),
    paragraph(said.next),
    buttons(
      digest !== undefined &&
        button(words.admin.digest.buttons.preview, 'lor-admin digest preview', { digest: digest.id }),
      button(words.admin.deadline.buttons.add, 'lor-admin deadline add'),
      button(said.buttons.dates, 'lor-admin pack list'),
      button(said.buttons.roles, 'lor-admin role list'),
      button(said.buttons.again, 'lor-admin setup'),
    ),
  );
}

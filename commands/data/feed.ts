import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { choice, optional } from '../../src/core/options.ts';
import type { Random, Vault } from '../../src/core/ports.ts';
import { button, buttons, code, note, paragraph, reply } from '../../src/core/reply.ts';
import { dayIn } from '../../src/dates/calendar.ts';
import { type FeedStore, feedPath } from '../../src/letters/feed.ts';
import type { Words } from '../../src/words/words.ts';

type FeedPorts = {
  readonly feeds: FeedStore;
  readonly random: Random;
  readonly vault: Pick<Vault, 'digest'>;
  /** The address under which this bot is reached from outside. */
  readonly publicUrl: string | undefined;
  readonly words: Words;
};

export default defineCommand({
  path: 'lor data feed',
  summary: 'An address for your calendar program',
  examples: ['/lor data feed', '/lor data feed do:end'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: { do: optional(choice('What to do', { make: 'Make a new address', end: 'End the address' })) },
  async run({ do: wanted }, context: Context<FeedPorts>) {
    const { actor, ports } = context;
    const { feeds, publicUrl, words } = ports;
    const said = words.data.feed;
    const known = await feeds.of(actor.id);
    if (wanted === 'end') {
      if (!known) throw new UserProblem('nothing-to-do', said.none);
      await feeds.revoke(actor.id);
      return reply(paragraph(said.revoked), buttons(makeButton(said.buttons.make)));
    }
    if (publicUrl === undefined) {
      const next = [buttons(button(said.buttons.file, 'lor data calendar'))];
      throw new UserProblem('not-legal', said.unavailable, { next });
    }
    if (known && wanted === undefined) {
      return reply(
        paragraph(said.stands(dayIn(actor.zone, known.since))),
        buttons(makeButton(said.buttons.renew), endButton(said.buttons.revoke)),
      );
    }
    return reply(
      paragraph(said.done),
      paragraph([code(await newAddress(publicUrl, context))]),
      note(said.secret),
      buttons(endButton(said.buttons.revoke)),
    );
  },
});

function makeButton(label: string) {
  return button(label, 'lor data feed', { do: 'make' });
}

function endButton(label: string) {
  return button(label, 'lor data feed', { do: 'end' }, 'danger');
}

/** The secret part is told now and never again: what is kept cannot be turned back into it. */
async function newAddress(publicUrl: string, { actor, now, ports }: Context<FeedPorts>): Promise<string> {
  const secret = ports.random.secret();
  await ports.feeds.set({ member: actor.id, tokenHash: ports.vault.digest(secret), since: now });
  return `${publicUrl.replace(/\/$/u, '')}${feedPath(secret)}`;
}

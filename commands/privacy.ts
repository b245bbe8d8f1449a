import { keptAfterLeaving } from '../src/communities/presence.ts';
import { type Context, defineCommand } from '../src/core/command.ts';
import { bullets, button, buttons, heading, note, paragraph, reply } from '../src/core/reply.ts';
import type { Day } from '../src/core/time.ts';
import { dayIn } from '../src/dates/calendar.ts';
import { expiryOfMember } from '../src/letters/expiry.ts';
import type { PagePorts } from '../src/views/letter-page.ts';
import { countKept } from './shared/count-kept.ts';

export default defineCommand({
  path: 'lor privacy',
  summary: 'What I keep about you and who sees it',
  examples: ['/lor privacy'],
  access: 'guest',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: {},
  async run(_, context: Context<PagePorts>) {
    const { privacy } = context.ports.words.settings;
    const kept = await countKept(context);
    const isEmpty = Object.values(kept).every((count) => count === 0);
    const expires = isEmpty ? undefined : await expiryDay(context);
    return reply(
      heading(privacy.title),
      bullets([...privacy.points, privacy.removed(keptAfterLeaving), privacy.left]),
      paragraph(privacy.stored(kept)),
      expires && paragraph(privacy.expires(expires)),
      note(privacy.operator),
      buttons(
        button(privacy.buttons.copy, 'lor data export'),
        button(privacy.buttons.shares, 'lor share list'),
        button(privacy.buttons.erase, 'lor data erase', {}, 'danger'),
      ),
    );
  },
});

/** From when on what the member tracks may be deleted; `undefined` where nobody can say. */
async function expiryDay({ actor, ports }: Context<PagePorts>): Promise<Day | undefined> {
  const last = (await ports.letters.history(actor.id, 'all')).at(-1);
  if (!last) return undefined;
  const said = await ports.members.get(actor.id, actor.account);
  return expiryOfMember(said, ports.packs, dayIn(actor.zone, last.at))?.on;
}

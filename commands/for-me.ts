import { type Context, defineCommand } from '../src/core/command.ts';
import { UserProblem } from '../src/core/errors.ts';
import { text } from '../src/core/options.ts';
import { type Block, bullets, button, buttons, heading, note, paragraph, reply } from '../src/core/reply.ts';
import { uploadDays } from '../src/letters/dates.ts';
import { upcoming } from '../src/reminders/announced.ts';
import type { DigestStore } from '../src/reminders/digest.ts';
import { meaningFor } from '../src/reminders/for-me.ts';
import { type DatePorts, datesOf } from '../src/views/dates-of.ts';
import { dateLine } from '../src/views/digest.ts';
import { communityHere } from '../src/views/here.ts';
import { letterEntry } from '../src/views/letter.ts';
import type { PagePorts } from '../src/views/letter-page.ts';
import { dossierOf } from './shared/dossier.ts';

type ForMePorts = PagePorts & DatePorts & { readonly digests: DigestStore };

/** Letters shown at one date; `/lor list` has all. */
const shown = 4;

/** What the button under a digest opens: a post is for all, and this is for whoever presses. */
export default defineCommand({
  path: 'lor for-me',
  summary: 'What the dates of a digest mean for your letters',
  examples: ['/lor for-me 01J'],
  access: 'member',
  where: 'community',
  visibility: 'private',
  changes: false,
  hidden: true,
  options: { digest: text('Which digest', { max: 40 }) },
  async run({ digest: id }, context: Context<ForMePorts>) {
    const { now, today, ports } = context;
    const { words } = ports;
    const said = words.reminders.digest.forMe;
    const here = await communityHere(context);
    const digest = await ports.digests.get(id);
    const next = buttons(button(words.letters.buttons.list, 'lor list'), button(words.letters.buttons.add, 'lor add'));
    if (!digest || digest.community !== here) throw new UserProblem('not-found', said.gone, { next: [next] });
    const dossier = await dossierOf(context);
    const { letters, service, img } = dossier;
    const uploadBy = uploadDays(img, dossier);
    const ahead = upcoming(await datesOf(digest, ports), now, digest.ahead);
    const { dates, others } = meaningFor(ahead, letters, service);
    const mine = dates.filter((one) => one.letters.length > 0);
    const blocks = mine.flatMap(({ date, letters: some }): readonly Block[] => [
      paragraph(dateLine(date, now, words)),
      ...some.slice(0, shown).map((one) => letterEntry(one, today, words, uploadBy(one))),
      ...(some.length > shown ? [note(words.letters.today.more(some.length - shown))] : []),
    ]);
    const rest = dates.filter((one) => one.letters.length === 0);
    const waiting = mine.length + others.length > 0;
    return reply(
      heading(said.title),
      letters.length === 0 && paragraph(said.start),
      letters.length > 0 && !waiting && paragraph(said.allIn),
      ahead.length === 0 && paragraph(words.reminders.digest.none(digest.ahead)),
      ...blocks,
      mine.length > 0 && rest.length > 0 && paragraph(said.rest),
      mine.length > 0 && rest.length > 0 && bullets(rest.slice(0, 10).map(({ date }) => dateLine(date, now, words))),
      others.length > 0 && note(said.others(others.length)),
      note(said.private),
      next,
    );
  },
});

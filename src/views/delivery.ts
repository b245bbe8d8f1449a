import type { CommunityStore } from '../communities/community.ts';
import { type Block, button, buttons, heading, note, paragraph, type Reply, reply } from '../core/reply.ts';
import type { Instant } from '../core/time.ts';
import { dayIn } from '../dates/calendar.ts';
import type { LetterWithWriter } from '../letters/letter.ts';
import type { LetterStore } from '../letters/letter-store.ts';
import { isOutstanding } from '../letters/stages.ts';
import { defaultZone, type MemberStore } from '../members/member.ts';
import type { Payload } from '../reminders/deliveries.ts';
import type { DigestStore } from '../reminders/digest.ts';
import type { Words } from '../words/words.ts';
import { digestReply } from './digest.ts';
import { letterEntry } from './letter.ts';

export interface ComposePorts {
  readonly communities: CommunityStore;
  readonly digests: DigestStore;
  readonly letters: LetterStore;
  readonly members: MemberStore;
  readonly words: Words;
}

/**
 * Writes the message of a delivery from what is true at the moment of sending. `undefined` when
 * it is not wanted any more: the digest is gone, the letter came in, reminders were turned off.
 */
export async function compose(payload: Payload, ports: ComposePorts, now: Instant): Promise<Reply | undefined> {
  switch (payload.kind) {
    case 'digest': {
      const digest = await ports.digests.get(payload.digest);
      if (!digest) return undefined;
      const deadlines = await ports.communities.deadlines(digest.community);
      return digestReply(digest, deadlines, now, payload.late, ports.words);
    }
    case 'nudge':
      return nudge(payload.member, payload.letters, ports, now);
  }
}

async function nudge(
  id: string,
  letters: readonly string[],
  ports: ComposePorts,
  now: Instant,
): Promise<Reply | undefined> {
  const member = await ports.members.getById(id);
  if (!member?.reminders) return undefined;
  const found = await Promise.all(letters.map((letter) => ports.letters.find(id, letter)));
  const missing = found.filter((one) => one !== undefined).filter(({ letter }) => isOutstanding(letter.stage));
  return missing.length > 0 ? nudgeReply(missing, dayIn(member.zone ?? defaultZone, now), ports.words) : undefined;
}

/** The one reminder that a letter is still missing. */
export function nudgeReply(missing: readonly LetterWithWriter[], today: ReturnType<typeof dayIn>, words: Words): Reply {
  const said = words.reminders.nudge;
  const entries = missing.flatMap((one): Block[] => [letterEntry(one, today, words), paragraph(advice(one, words))]);
  return reply(
    heading(said.title(missing.length)),
    ...entries,
    note(said.why),
    buttons(button(words.letters.buttons.list, 'lor list'), button(words.reminders.turnOff, 'lor remind off')),
  );
}

function advice({ letter }: LetterWithWriter, words: Words) {
  const said = words.reminders.nudge;
  if (letter.stage === 'planned') return said.notAsked;
  return letter.stage === 'asked' ? said.asked : said.waiting;
}

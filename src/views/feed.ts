import { type Language, usualLanguage } from '../core/language.ts';
import type { Instant } from '../core/time.ts';
import { dayIn } from '../dates/calendar.ts';
import type { FeedStore } from '../letters/feed.ts';
import type { LetterStore } from '../letters/letter-store.ts';
import { isOfSeason, seasonOf } from '../letters/season.ts';
import { defaultZone, type MemberStore } from '../members/member.ts';
import type { Packs } from '../packs/pack.ts';
import type { Words } from '../words/words.ts';
import { calendarText } from './calendar.ts';

/** What it takes to write a calendar for nobody who asks, but for whoever has its address. */
export interface FeedPorts {
  readonly feeds: Pick<FeedStore, 'owner'>;
  readonly letters: LetterStore;
  readonly members: MemberStore;
  readonly packs: Packs;
  readonly wordsIn: (language: Language) => Words;
}

/** The calendar behind an address, in its member's language; `undefined` when there is none. */
export async function feedText(tokenHash: string, ports: FeedPorts, now: Instant): Promise<string | undefined> {
  const { feeds, letters, members, packs } = ports;
  const member = await feeds.owner(tokenHash);
  const said = member === undefined ? undefined : await members.getById(member);
  if (member === undefined || !said) return undefined;
  const today = dayIn(said.zone ?? defaultZone, now);
  const season = seasonOf(said, packs, today);
  const source = {
    letters: (await letters.list(member)).filter(({ letter }) => isOfSeason(letter, season)),
    programs: (await letters.programs(member)).filter((program) => isOfSeason(program, season)),
    img: said.img,
    packs,
    today,
  };
  const language = said.language ?? usualLanguage;
  return calendarText(source, ports.wordsIn(language), language, now);
}

import type { Context, MemberId } from '../../src/core/command.ts';
import type { Account } from '../../src/core/invocation.ts';
import type { LetterWithWriter } from '../../src/letters/letter.ts';
import type { Program } from '../../src/letters/program.ts';
import { isOfSeason, seasonOf } from '../../src/letters/season.ts';
import type { PagePorts } from '../../src/views/letter-page.ts';

/** A member's letters and programs of one season, and what they said of themselves. */
export interface SeasonOfMember {
  readonly season: string;
  /** Whether it is the one in which they apply. */
  readonly own: boolean;
  readonly letters: readonly LetterWithWriter[];
  readonly programs: readonly Program[];
  /** Letters of other seasons. */
  readonly others: readonly LetterWithWriter[];
  readonly img: boolean | null;
  readonly specialties: readonly string[];
}

/** What belongs to the season in which the actor applies, or to the one that they name. */
export function seasonHere(
  context: Pick<Context<PagePorts>, 'actor' | 'today' | 'ports'>,
  named?: string,
): Promise<SeasonOfMember> {
  return seasonOfMember(context.actor, context, named);
}

/** The same of any member. Whoever asks has made sure that it may be seen. */
export async function seasonOfMember(
  { id, account }: { readonly id: MemberId; readonly account: Account },
  { today, ports }: Pick<Context<PagePorts>, 'today' | 'ports'>,
  named?: string,
): Promise<SeasonOfMember> {
  const { img, specialties, ...said } = await ports.members.get(id, account);
  const applying = seasonOf(said, ports.packs, today);
  const season = named ?? applying;
  const own = season === applying;
  const all = await ports.letters.list(id);
  const belongs = (item: { readonly season: string | null }) =>
    own ? isOfSeason(item, season) : item.season === season;
  return {
    season,
    own,
    letters: all.filter(({ letter }) => belongs(letter)),
    programs: (await ports.letters.programs(id)).filter(belongs),
    others: all.filter(({ letter }) => !belongs(letter)),
    img,
    specialties,
  };
}

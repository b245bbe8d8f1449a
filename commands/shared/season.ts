import type { Context } from '../../src/core/command.ts';
import type { LetterWithWriter } from '../../src/letters/letter.ts';
import type { Program } from '../../src/letters/program.ts';
import { isOfSeason, seasonOf } from '../../src/letters/season.ts';
import type { PagePorts } from '../../src/views/letter-page.ts';

/** A member's letters and programs of one season, and what they said of themselves. */
export interface SeasonOfMember {
  readonly season: string;
  readonly letters: readonly LetterWithWriter[];
  readonly programs: readonly Program[];
  /** Letters of other seasons. */
  readonly others: readonly LetterWithWriter[];
  readonly img: boolean | null;
  readonly specialties: readonly string[];
}

/** What belongs to the season in which a member applies, or to the one that they name. */
export async function seasonHere(
  { actor, today, ports }: Pick<Context<PagePorts>, 'actor' | 'today' | 'ports'>,
  named?: string,
): Promise<SeasonOfMember> {
  const { img, specialties, ...said } = await ports.members.get(actor.id, actor.account);
  const season = named ?? seasonOf(said, ports.packs, today);
  const all = await ports.letters.list(actor.id);
  const belongs = (item: { readonly season: string | null }) =>
    named === undefined ? isOfSeason(item, season) : item.season === named;
  return {
    season,
    letters: all.filter(({ letter }) => belongs(letter)),
    programs: (await ports.letters.programs(actor.id)).filter(belongs),
    others: all.filter(({ letter }) => !belongs(letter)),
    img,
    specialties,
  };
}

import { type Context, defineCommand } from '../src/core/command.ts';
import { UserProblem } from '../src/core/errors.ts';
import { inLanguage } from '../src/core/in-language.ts';
import type { Language } from '../src/core/language.ts';
import { choice, clearable, flag, optional, text } from '../src/core/options.ts';
import { button, buttons, fact, facts, heading, type Line, paragraph, reply } from '../src/core/reply.ts';
import { textLimits } from '../src/letters/letter.ts';
import { closeSeason, seasonCommand, seasonOf } from '../src/letters/season.ts';
import { type Hours, usualHours } from '../src/members/hours.ts';
import { defaultZone, type Member, type MemberStore, type Preferences } from '../src/members/member.ts';
import { readHours } from '../src/members/read-hours.ts';
import { searchZones } from '../src/members/zones.ts';
import { findSpecialty } from '../src/packs/load-packs.ts';
import type { Packs } from '../src/packs/pack.ts';
import type { OwnReminderStore } from '../src/reminders/own.ts';
import { reckonOwn } from '../src/reminders/plan-own.ts';
import { undoButton } from '../src/views/letter.ts';
import { requireZone } from '../src/views/require-zone.ts';
import type { Words } from '../src/words/words.ts';
import { type ApplyPorts, applyChange, onlyChanged } from './shared/apply.ts';
import { checkSeason } from './shared/letter-options.ts';
import { services } from './shared/options.ts';

const maxSpecialties = 5;

const languageLabels: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' };
const languageAliases: Readonly<Record<string, Language>> = { french: 'fr' };

type SettingsPorts = ApplyPorts & {
  readonly members: MemberStore;
  readonly ownReminders: OwnReminderStore;
  readonly packs: Packs;
  readonly wordsIn: (language: Language) => Words;
};

export default defineCommand({
  path: 'lor settings',
  summary: 'Your zone, language, service, specialties, hours',
  examples: [
    '/lor settings',
    '/lor settings zone:chicago service:eras',
    '/lor settings specialty:"IM, neurology" img:no',
    '/lor settings language:fr',
    '/lor settings season:2028',
    '/lor settings hours:"8-20 mon-fri"',
    '/lor settings cohort:yes',
  ],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    zone: optional(text('Time zone, or a city in it', { max: 60 })),
    language: clearable(choice('Language in which I talk to you', languageLabels, languageAliases)),
    service: clearable(choice('Application service', services.labels, services.aliases)),
    specialty: clearable(text('Specialty; several with commas', { max: maxSpecialties * textLimits.specialty })),
    img: clearable(flag('International medical graduate?')),
    reapplicant: clearable(flag('Did you apply in an earlier season?')),
    season: clearable(text('Match season, such as 2027', { max: 10 })),
    hours: clearable(text('When I may write first: 9-21 mon-fri', { max: 60 })),
    cohort: optional(flag('Count me in group figures?')),
  },
  suggest: {
    zone: (typed: string) => searchZones(typed, 25).map((zone) => ({ value: zone, label: zone })),
  },
  async run(args, context: Context<SettingsPorts>) {
    const { actor, now, today, ports } = context;
    const { members } = ports;
    // What is set here holds from this answer on.
    const language = args.language === undefined ? actor.language : (args.language ?? actor.platformLanguage);
    const words = ports.wordsIn(language);
    const changes: Partial<Preferences> = {
      ...(args.zone !== undefined && { zone: requireZone(args.zone, words) }),
      ...(args.language !== undefined && { language: args.language }),
      ...(args.service !== undefined && { service: args.service }),
      ...(args.specialty !== undefined && { specialties: specialtiesFrom(args.specialty, ports.packs, words) }),
      ...(args.img !== undefined && { img: args.img }),
      ...(args.reapplicant !== undefined && { reapplicant: args.reapplicant }),
      ...(args.season !== undefined && { season: args.season }),
      ...(args.hours !== undefined && { hours: hoursFrom(args.hours, words) }),
      ...(args.cohort !== undefined && { cohort: args.cohort }),
    };
    if (args.season !== undefined) checkSeason(args.season, { packs: ports.packs, words });
    const closed = args.season ? await leaveSeason(args.season, context) : undefined;
    const changed = Object.keys(changes).length > 0;
    if (changed) await members.save(actor.id, changes);
    const member = await members.get(actor.id, actor.account);
    if (changes.zone) await reckonOwn(ports, member, now);
    const settings = reply(
      changed && paragraph(words.settings.saved),
      closed && paragraph(words.settings.closed(closed.season, closed.letters, closed.programs)),
      heading(words.settings.title),
      settingsFacts(member, actor.platformLanguage, seasonOf(member, ports.packs, today), words),
      paragraph(words.settings.change),
      buttons(
        closed?.change !== undefined && undoButton(closed.change, words),
        closed && button(words.letters.list.ofSeason(closed.season), 'lor list', { season: closed.season }),
        member.reminders
          ? button(words.reminders.turnOff, 'lor remind off')
          : button(words.reminders.turnOn, 'lor remind on'),
      ),
    );
    return inLanguage(settings, language);
  },
});

/** Somebody who goes on to another season leaves what they had in the one before; one undo brings it back. */
async function leaveSeason(next: string, context: Context<SettingsPorts>) {
  const { actor, today, ports } = context;
  const member = await ports.members.get(actor.id, actor.account);
  const season = seasonOf(member, ports.packs, today);
  if (season >= next) return undefined;
  const records = closeSeason(await ports.letters.list(actor.id), await ports.letters.programs(actor.id), season);
  if (records.length === 0) return undefined;
  // What named its season from the start may have nothing that changes.
  const changed = onlyChanged(records);
  const change = changed.length > 0 ? await applyChange(context, seasonCommand, changed) : undefined;
  const letters = records.filter(({ kind }) => kind === 'letter').length;
  return { season, letters, programs: records.length - letters, change };
}

function hoursFrom(typed: string | null, words: Words): Hours | null {
  const hours = typed === null ? null : readHours(typed);
  if (hours === undefined)
    throw new UserProblem('bad-value', words.settings.unknownHours(typed ?? ''), { option: 'hours' });
  return hours;
}

/** Known specialties go by their full name; others stay as they were written. */
function specialtiesFrom(typed: string | null, packs: Packs, words: Words): readonly string[] {
  const names = (typed ?? '')
    .split(/[,;]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => findSpecialty(packs, name)?.name ?? name);
  const different = [...new Set(names)];
  if (different.length <= maxSpecialties) return different;
  throw new UserProblem('limit-reached', words.settings.tooManySpecialties(maxSpecialties), { option: 'specialty' });
}

function settingsFacts(member: Member, platformLanguage: Language, season: string, words: Words) {
  const { fields, languages, notSet, yes, no, on, off } = words.settings;
  const said = (answer: boolean | null) => [answer === null ? notSet : answer ? yes : no];
  const zone: Line = member.zone === null ? words.settings.zoneByDefault(defaultZone) : [member.zone];
  const language: Line =
    member.language === null
      ? words.settings.languageByDefault(languages[platformLanguage])
      : [languages[member.language]];
  return facts(
    fact(fields.zone, zone),
    fact(fields.language, language),
    fact(fields.service, [member.service === null ? notSet : words.settings.service(member.service)]),
    fact(fields.season, member.season === null ? words.settings.seasonByDefault(season) : [season]),
    fact(fields.specialties, [member.specialties.join('; ') || notSet]),
    fact(fields.img, said(member.img)),
    fact(fields.reapplicant, said(member.reapplicant)),
    fact(fields.reminders, [member.reminders ? on : off]),
    fact(fields.cohort, [member.cohort ? yes : no]),
    fact(fields.hours, [words.settings.hours(member.hours ?? usualHours)]),
  );
}

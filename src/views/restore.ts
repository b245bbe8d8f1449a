import { bullets, heading, note, paragraph, type Reply, reply, strong } from '../core/reply.ts';
import type { RestorePlan } from '../exchange/restore.ts';
import type { Words } from '../words/words.ts';
import { changeLine } from './change.ts';

/** Records that a preview names before it only counts them. */
const shown = 10;

/** What reading in a file of a member's data would do. The button that does it is the command's. */
export function restoreReply(plan: RestorePlan, words: Words): Reply {
  const { restore: said, plan: table } = words.exchange;
  const { added, kept, filled, settings } = plan;
  const isNothing = plan.changes.length + plan.reminders.length === 0 && Object.keys(settings).length === 0;
  const standing = kept.writers + kept.letters + kept.programs;
  const fills = filled.map(({ record, name }) => {
    // A letter's writer stands in another record; the name is known here.
    const writers = record.kind === 'letter' && record.before ? [{ id: record.before.writer, name }] : [];
    return changeLine({ records: [record] }, writers, words);
  });
  const names = settingNames(plan, words);
  return reply(
    heading(said.title),
    isNothing ? paragraph(said.nothing) : paragraph(said.added(added)),
    standing > 0 && paragraph(said.kept(kept)),
    fills.length > 0 && paragraph([strong(said.filled)]),
    fills.length > 0 && bullets(fills.slice(0, shown)),
    fills.length > shown && paragraph(table.more(fills.length - shown)),
    names !== '' && paragraph(said.settings(names)),
    settings.reminders === true && paragraph(said.remindersOn),
    plan.reminders.length > 0 && paragraph(said.reminders(plan.reminders.length)),
    plan.refusedTexts > 0 && note(said.refusedTexts(plan.refusedTexts)),
    plan.historyBroken && note(said.historyBroken),
  );
}

function settingNames({ settings }: RestorePlan, words: Words): string {
  const { fields } = words.settings;
  const labels = {
    zone: fields.zone,
    language: fields.language,
    service: fields.service,
    specialties: fields.specialties,
    img: fields.img,
    reapplicant: fields.reapplicant,
    season: words.letters.fields.season,
    hours: fields.hours,
  };
  const chosen = Object.entries(labels).filter(([key]) => key in settings);
  return chosen.map(([, label]) => label).join(', ');
}

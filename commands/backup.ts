import { type Context, defineCommand } from '../src/core/command.ts';
import { UserProblem } from '../src/core/errors.ts';
import { clearable, flag, optional, text } from '../src/core/options.ts';
import { button, buttons, type Reply } from '../src/core/reply.ts';
import { backupClock } from '../src/letters/backup.ts';
import { dateRules, datesOf } from '../src/letters/dates.ts';
import type { Backup, ChangedRecord, LetterWithWriter, Writer } from '../src/letters/letter.ts';
import { memberLimits } from '../src/letters/letter.ts';
import { newLetter } from '../src/letters/new-records.ts';
import { mayNudge, nudgeNow } from '../src/letters/nudges.ts';
import { isOutstanding } from '../src/letters/stages.ts';
import { backupReply, pickWriter } from '../src/views/backup.ts';
import { requireLetter, suggestLetters } from '../src/views/choose-letter.ts';
import { requireWriter, suggestWriters } from '../src/views/choose-writer.ts';
import { letterPage, type PagePorts } from '../src/views/letter-page.ts';
import type { Words } from '../src/words/words.ts';
import { type ApplyPorts, applyChange } from './shared/apply.ts';

type BackupContext = Context<PagePorts & ApplyPorts>;

export default defineCommand({
  path: 'lor backup',
  summary: 'Who steps in when a writer is late, and when',
  examples: ['/lor backup chen', '/lor backup chen writer:silva', '/lor backup chen activate:yes'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    letter: text('Letter, by its writer', { max: 120 }),
    writer: clearable(text('Who stands by', { max: 120 })),
    activate: optional(flag('Ask them to step in now?')),
  },
  suggest: { letter: suggestLetters, writer: suggestWriters },
  async run(args, context: BackupContext) {
    const found = await requireLetter(args.letter, context, { path: 'lor backup', args });
    const named =
      typeof args.writer === 'string'
        ? await requireWriter(args.writer, context, { path: 'lor backup', args })
        : args.writer;
    if (args.activate) return activate(found, named ?? null, context);
    if (named === undefined) return show(found, context);
    return lineUp(found, named, context);
  },
});

async function show(found: LetterWithWriter, context: BackupContext, said: Parameters<typeof backupReply>[4] = {}) {
  const { actor, today, ports } = context;
  const { letters, members, packs, words } = ports;
  const { img } = await members.get(actor.id, actor.account);
  const rules = dateRules(found.letter, img, { packs, today });
  const { uploadBy } = datesOf(found.letter, found.writer, rules);
  const clock = rules.backup
    ? backupClock(found.letter, uploadBy, rules.backup, today)
    : { points: [], now: null, next: null };
  const remind = mayNudge(nudgeNow(found.letter, uploadBy, { packs, today }));
  return backupReply(found, clock, await letters.writers(actor.id), words, { ...said, remind });
}

/** Somebody stands by from now on, or nobody does. */
async function lineUp(found: LetterWithWriter, named: Writer | null, context: BackupContext): Promise<Reply> {
  const { words } = context.ports;
  const { letter: before, writer } = found;
  refuseNeedless(found, context);
  if (named?.id === writer.id)
    throw new UserProblem('bad-value', words.backup.notItself(writer.name), { option: 'writer' });
  if (before.backup?.activated) throw await alreadyActive(found, before.backup, context);
  const backup = named && { writer: named.id, since: context.today, activated: null };
  if (named?.id === before.backup?.writer) return show(found, context);
  const after = { ...before, backup };
  const change = await applyChange(context, 'lor backup', [{ kind: 'letter', before, after }]);
  const first = named ? words.backup.lined(named.name) : words.backup.removed;
  return show({ letter: after, writer }, context, { first, change });
}

/** The backup gets a letter of their own, for the same purpose; the late one stays. */
async function activate(found: LetterWithWriter, named: Writer | null, context: BackupContext): Promise<Reply> {
  const { actor, now, today, ports } = context;
  const { letters, random, words } = ports;
  const { letter: before, writer } = found;
  refuseNeedless(found, context);
  const standing = before.backup;
  if (standing?.activated) throw await alreadyActive(found, standing, context);
  const writers = await letters.writers(actor.id);
  const backup = named ?? writers.find(({ id }) => id === standing?.writer);
  if (!backup) throw unnamed(found, writers, words);
  if (backup.id === writer.id)
    throw new UserProblem('bad-value', words.backup.notItself(writer.name), { option: 'writer' });
  if ((await letters.list(actor.id)).length >= memberLimits.letters)
    throw new UserProblem('limit-reached', words.letters.limit('letters', memberLimits.letters));
  const { service, season, specialty, form, chair, due } = before;
  const letter = {
    ...newLetter(random.id(now), actor.id, backup.id, today),
    ...{ service, season, specialty, form, chair, due },
  };
  const after = { ...before, backup: { writer: backup.id, since: standing?.since ?? today, activated: today } };
  const records: readonly ChangedRecord[] = [
    { kind: 'letter', before, after },
    { kind: 'letter', before: null, after: letter },
  ];
  const change = await applyChange(context, 'lor backup', records);
  const first = words.backup.activated(backup.name, writer.name);
  return letterPage({ letter, writer: backup }, context, { first, change });
}

/** Nobody stands by yet: whoever is picked steps in at once. */
function unnamed({ letter }: LetterWithWriter, writers: readonly Writer[], words: Words): UserProblem {
  const pick = pickWriter(letter, writers, { path: 'lor backup', args: { letter: letter.id, activate: 'yes' } }, words);
  return new UserProblem('not-legal', words.backup.none, { next: [pick] });
}

function refuseNeedless(found: LetterWithWriter, context: BackupContext): void {
  if (isOutstanding(found.letter.stage)) return;
  const next = [buttons(showButton(found, context))];
  throw new UserProblem('not-legal', context.ports.words.backup.notOutstanding(found.writer.name), { next });
}

async function alreadyActive(found: LetterWithWriter, backup: Backup, context: BackupContext): Promise<UserProblem> {
  const { actor, today, ports } = context;
  const { letters, words } = ports;
  const name = (await letters.writers(actor.id)).find(({ id }) => id === backup.writer)?.name ?? '';
  const list = button(words.letters.buttons.list, 'lor list');
  const next = [buttons(showButton(found, context), list)];
  return new UserProblem('not-legal', words.backup.already(name, backup.activated ?? today), { next });
}

function showButton({ letter }: LetterWithWriter, { ports }: BackupContext) {
  return button(ports.words.letters.buttons.show, 'lor show', { letter: letter.id });
}

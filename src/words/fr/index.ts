import type { Words } from '../words.ts';
import { admin } from './admin.ts';
import { answers } from './answers.ts';
import { channels } from './channels.ts';
import { core } from './core.ts';
import { curation } from './curation.ts';
import { drafts } from './drafts.ts';
import { letters } from './letters.ts';
import { programs } from './programs.ts';
import { reminders } from './reminders.ts';
import { settings } from './settings.ts';
import { writers } from './writers.ts';

/** French as it is written in Québec. A word that English has and this lacks does not compile. */
export const fr: Words = {
  core,
  letters,
  answers,
  settings,
  reminders,
  admin,
  channels,
  curation,
  drafts,
  programs,
  writers,
};

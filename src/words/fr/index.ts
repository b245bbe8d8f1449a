import type { Words } from '../words.ts';
import { admin } from './admin.ts';
import { answers } from './answers.ts';
import { backup } from './backup.ts';
import { board } from './board.ts';
import { channels } from './channels.ts';
import { core } from './core.ts';
import { curation } from './curation.ts';
import { data } from './data.ts';
import { drafts } from './drafts.ts';
import { guard } from './guard.ts';
import { letters } from './letters.ts';
import { packet } from './packet.ts';
import { pictures } from './pictures.ts';
import { programs } from './programs.ts';
import { reminders } from './reminders.ts';
import { settings } from './settings.ts';
import { sharing } from './sharing.ts';
import { writers } from './writers.ts';

/** French as it is written in Québec. A word that English has and this lacks does not compile. */
export const fr: Words = {
  core,
  letters,
  answers,
  settings,
  reminders,
  admin,
  backup,
  board,
  channels,
  curation,
  data,
  drafts,
  guard,
  packet,
  pictures,
  programs,
  sharing,
  writers,
};

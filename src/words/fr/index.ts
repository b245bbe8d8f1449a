import type { Words } from '../words.ts';
import { admin } from './admin.ts';
import { answers } from './answers.ts';
import { assignments } from './assignments.ts';
import { backup } from './backup.ts';
import { board } from './board.ts';
import { calendar } from './calendar.ts';
import { channels } from './channels.ts';
import { checks } from './checks.ts';
import { compare } from './compare.ts';
import { core } from './core.ts';
import { curation } from './curation.ts';
import { data } from './data.ts';
import { drafts } from './drafts.ts';
import { exchange } from './exchange.ts';
import { guard } from './guard.ts';
import { home } from './home.ts';
import { letters } from './letters.ts';
import { packet } from './packet.ts';
import { packs } from './packs.ts';
import { pictures } from './pictures.ts';
import { programs } from './programs.ts';
import { proposals } from './proposals.ts';
import { reminders } from './reminders.ts';
import { settings } from './settings.ts';
import { sharing } from './sharing.ts';
import { sorts } from './sorts.ts';
import { writers } from './writers.ts';

/** French as it is written in Québec. A word that English has and this lacks does not compile. */
export const fr: Words = {
  core,
  letters,
  answers,
  assignments,
  settings,
  reminders,
  admin,
  backup,
  board,
  calendar,
  channels,
  checks,
  compare,
  curation,
  data,
  drafts,
  exchange,
  guard,
  home,
  packet,
  packs,
  pictures,
  programs,
  proposals,
  sharing,
  sorts,
  writers,
};

import type { Command } from '../src/core/command.ts';
import add from './add.ts';
import answerAdd from './admin/answer/add.ts';
import answerApprove from './admin/answer/approve.ts';
import answerEdit from './admin/answer/edit.ts';
import answerHistory from './admin/answer/history.ts';
import answerList from './admin/answer/list.ts';
import answerPending from './admin/answer/pending.ts';
import answerReject from './admin/answer/reject.ts';
import answerRetire from './admin/answer/retire.ts';
import channel from './admin/channel.ts';
import deadlineAdd from './admin/deadline/add.ts';
import deadlineEdit from './admin/deadline/edit.ts';
import deadlineImport from './admin/deadline/import.ts';
import deadlineList from './admin/deadline/list.ts';
import deadlineRemove from './admin/deadline/remove.ts';
import deadlineTake from './admin/deadline/take.ts';
import digestAdd from './admin/digest/add.ts';
import digestEdit from './admin/digest/edit.ts';
import digestHistory from './admin/digest/history.ts';
import digestList from './admin/digest/list.ts';
import digestNow from './admin/digest/now.ts';
import digestPause from './admin/digest/pause.ts';
import digestPreview from './admin/digest/preview.ts';
import digestRemove from './admin/digest/remove.ts';
import digestResume from './admin/digest/resume.ts';
import adminDone from './admin/done.ts';
import adminGaps from './admin/gaps.ts';
import packConfirm from './admin/pack/confirm.ts';
import packList from './admin/pack/list.ts';
import packShow from './admin/pack/show.ts';
import packUnconfirm from './admin/pack/unconfirm.ts';
import roleGrant from './admin/role/grant.ts';
import roleList from './admin/role/list.ts';
import roleRevoke from './admin/role/revoke.ts';
import adminSettings from './admin/settings.ts';
import adminSetup from './admin/setup.ts';
import ask from './ask.ts';
import backup from './backup.ts';
import board from './board.ts';
import check from './check.ts';
import dataCalendar from './data/calendar.ts';
import dataColumns from './data/columns.ts';
import dataConfirm from './data/confirm.ts';
import dataErase from './data/erase.ts';
import dataExport from './data/export.ts';
import dataFeed from './data/feed.ts';
import dataImport from './data/import.ts';
import dataTake from './data/take.ts';
import draft from './draft.ts';
import edit from './edit.ts';
import forMe from './for-me.ts';
import help from './help.ts';
import home from './home.ts';
import human from './human.ts';
import list from './list.ts';
import next from './next.ts';
import packet from './packet.ts';
import post from './post.ts';
import privacy from './privacy.ts';
import privately from './privately.ts';
import programAdd from './program/add.ts';
import programApplied from './program/applied.ts';
import programAssign from './program/assign.ts';
import programEdit from './program/edit.ts';
import programList from './program/list.ts';
import programPropose from './program/propose.ts';
import programRemove from './program/remove.ts';
import programShow from './program/show.ts';
import programUnassign from './program/unassign.ts';
import remindCancel from './remind/cancel.ts';
import remindDone from './remind/done.ts';
import remindList from './remind/list.ts';
import remindLog from './remind/log.ts';
import remindMe from './remind/me.ts';
import remindOff from './remind/off.ts';
import remindOn from './remind/on.ts';
import remindPause from './remind/pause.ts';
import remindSnooze from './remind/snooze.ts';
import remove from './remove.ts';
import send from './send.ts';
import settings from './settings.ts';
import shareAnswer from './share/answer.ts';
import shareList from './share/list.ts';
import shareStop from './share/stop.ts';
import shareView from './share/view.ts';
import shareWith from './share/with.ts';
import sheet from './sheet.ts';
import show from './show.ts';
import suggest from './suggest.ts';
import takeBack from './take-back.ts';
import today from './today.ts';
import topics from './topics.ts';
import undo from './undo.ts';
import vote from './vote.ts';
import welcome from './welcome.ts';
import writerAdd from './writer/add.ts';
import writerCompare from './writer/compare.ts';
import writerEdit from './writer/edit.ts';
import writerList from './writer/list.ts';
import writerRemove from './writer/remove.ts';
import writerShow from './writer/show.ts';

/** Every command, in the order in which help shows them. */
const all = [
  ask,
  topics,
  suggest,
  today,
  add,
  list,
  show,
  next,
  edit,
  remove,
  undo,
  draft,
  packet,
  sheet,
  backup,
  check,
  board,
  takeBack,
  settings,
  privacy,
  help,
  shareAnswer,
  privately,
  writerAdd,
  writerList,
  writerShow,
  writerEdit,
  writerRemove,
  writerCompare,
  programAdd,
  programList,
  programShow,
  programEdit,
  programRemove,
  programAssign,
  programUnassign,
  programPropose,
  programApplied,
  shareWith,
  shareList,
  shareStop,
  shareView,
  dataImport,
  dataColumns,
  dataTake,
  dataExport,
  dataCalendar,
  dataFeed,
  dataErase,
  dataConfirm,
  remindOn,
  remindOff,
  remindPause,
  remindList,
  remindMe,
  remindCancel,
  remindSnooze,
  remindDone,
  remindLog,
  adminSetup,
  channel,
  digestAdd,
  digestList,
  digestPreview,
  digestNow,
  digestEdit,
  digestPause,
  digestResume,
  digestHistory,
  digestRemove,
  deadlineAdd,
  deadlineList,
  deadlineEdit,
  deadlineImport,
  deadlineRemove,
  packList,
  packShow,
  packConfirm,
  packUnconfirm,
  adminSettings,
  adminGaps,
  answerAdd,
  answerEdit,
  answerRetire,
  answerList,
  answerPending,
  answerApprove,
  answerReject,
  answerHistory,
  roleGrant,
  roleRevoke,
  roleList,
  vote,
  welcome,
  home,
  send,
  human,
  post,
  adminDone,
  forMe,
  deadlineTake,
] as const;

type PortsOf<C> = C extends Command<infer P> ? P : never;
type All<U> = (U extends unknown ? (ports: U) => void : never) extends (ports: infer I) => void ? I : never;

/** What all commands together need. */
export type CommandPorts = All<PortsOf<(typeof all)[number]>>;

export const commands: readonly Command<CommandPorts>[] = all;

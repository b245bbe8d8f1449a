import { onTestFinished } from 'vitest';
import { serveRoutes } from './serve-routes.ts';
import { allScopes, type Workspace } from './slack-server.ts';
import { openWorkspace } from './slack-workspace.ts';
import { type StartOptions, startSlackBot } from './start-slack-bot.ts';

export interface SlackBotOptions extends StartOptions {
  readonly scopes?: readonly string[];
  /** An open one; otherwise it gets its own. */
  readonly workspace?: Workspace;
}

/** The whole bot on a Slack workspace of its own, until the test is over. */
export async function openSlackBot({ scopes = allScopes, workspace: given, ...options }: SlackBotOptions = {}) {
  const workspace = given ?? (await openWorkspace(scopes));
  const started = await startSlackBot({ workspace, serve: serveRoutes }, options);
  onTestFinished(started.stop);
  return started;
}

export type SlackBot = Awaited<ReturnType<typeof openSlackBot>>;

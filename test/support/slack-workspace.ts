import { onTestFinished } from 'vitest';
import { startWorkspace } from './slack-server.ts';
import { startSocketServer } from './slack-socket.ts';

/** A Slack workspace that closes with the test. */
export async function openWorkspace(scopes: readonly string[]) {
  const workspace = await startWorkspace(scopes);
  onTestFinished(workspace.close);
  return workspace;
}

/** The socket side of Slack, which closes with the test. */
export async function openSocketServer(webApi: string) {
  const server = await startSocketServer(webApi);
  onTestFinished(server.close);
  return server;
}

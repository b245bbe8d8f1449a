import { onTestFinished } from 'vitest';
import { startWorkspace } from './slack-server.ts';

/** A Slack workspace that closes with the test. */
export async function openWorkspace(scopes: readonly string[]) {
  const workspace = await startWorkspace(scopes);
  onTestFinished(workspace.close);
  return workspace;
}

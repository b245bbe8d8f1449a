import { getLocal, type RequestRuleBuilder } from 'mockttp';
import { onTestFinished } from 'vitest';

/** What goes wrong on the way to Slack, or back. */
export type WayFault =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | { readonly error: string }
  | 'closed before it was read'
  | 'reset before it was read'
  | 'closed after it was done'
  | 'reset after it was done'
  | 'silence before it was read'
  | 'silence after it was done';

/**
 * The way to a Slack workspace: mockttp, which is not ours, passes everything on, and breaks the
 * calls that it is told to break.
 */
export async function openFaultyWay(workspace: string) {
  const way = getLocal({ http2: false });
  await way.start();
  onTestFinished(() => way.stop());
  const silenced: (() => void)[] = [];
  onTestFinished(() => {
    for (const end of silenced) end();
  });
  // Addresses that Slack names lead this way, too.
  const back = ({ body }: { body: { buffer: Buffer } }) =>
    body.buffer.includes(workspace) ? body.buffer.toString('utf8').replaceAll(workspace, way.url) : undefined;
  await way.forUnmatchedRequest().thenForwardTo(workspace, {
    beforeResponse(response) {
      const changed = back(response);
      return changed === undefined ? undefined : { body: changed };
    },
  });

  function goesWrong(rule: RequestRuleBuilder, fault: WayFault) {
    switch (fault) {
      case 'closed before it was read':
        return rule.thenCloseConnection();
      case 'reset before it was read':
        return rule.thenResetConnection();
      case 'silence before it was read':
        return rule.thenTimeout();
      case 'closed after it was done':
        return rule.thenForwardTo(workspace, { beforeResponse: () => 'close' });
      case 'reset after it was done':
        return rule.thenForwardTo(workspace, { beforeResponse: () => 'reset' });
      case 'silence after it was done':
        return rule.thenForwardTo(workspace, {
          beforeResponse: () => new Promise<'close'>((resolve) => silenced.push(() => resolve('close'))),
        });
      default:
        return 'error' in fault
          ? rule.thenJson(200, { ok: false, error: fault.error })
          : rule.thenReply(fault.status, fault.body, fault.headers);
    }
  }

  return {
    apiUrl: `${way.url}/api/`,
    /** Breaks the next call of a method; gives whether it is still to come. */
    async breaks(method: string, fault: WayFault): Promise<() => Promise<boolean>> {
      const path = method === 'upload' ? /\/upload\// : `/api/${method}`;
      const broken = await goesWrong(way.forPost(path).once(), fault);
      return () => broken.isPending();
    },
  };
}

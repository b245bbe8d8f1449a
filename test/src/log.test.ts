import { describe, expect, it } from 'vitest';
import { createLogger } from '../../src/log.ts';

/** The lines that are written when an error is logged. */
function logged(error: unknown): readonly string[] {
  const lines: string[] = [];
  createLogger('info', { write: (line) => lines.push(line) }).error('a command failed', { command: 'lor add', error });
  return lines;
}

describe('the log', () => {
  it('says of an error what it is, why and where, and of its cause as well', () => {
    const [line = ''] = logged(new TypeError('not taken', { cause: new Error('the disk is full') }));
    const { level, msg, command, err } = JSON.parse(line);
    expect({ level, msg, command }).toEqual({ level: 50, msg: 'a command failed', command: 'lor add' });
    expect(err.type).toBe('TypeError');
    expect(err.message).toBe('not taken: the disk is full');
    expect(err.stack).toContain('log.test.ts');
  });

  it('has nothing of what an error carries besides: no request, no answer, no row', () => {
    const request = Object.assign(new Error('refused'), {
      config: { headers: { authorization: 'Bearer xoxb-secret' }, data: 'Dr. Chen hesitated' },
    });
    const error = Object.assign(new Error('an answer was lost', { cause: request }), {
      original: request,
      record: ['Dr. Chen'],
      errors: [request],
    });
    const text = [...logged(error), ...logged('Dr. Chen'), ...logged({ name: 'Dr. Chen' })].join();
    expect(text).toContain('an answer was lost');
    for (const secret of ['Chen', 'xoxb', 'Bearer']) expect(text).not.toContain(secret);
  });
});

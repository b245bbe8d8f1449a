import { describe, expect, it } from 'vitest';
import { UserProblem } from '../../../src/core/errors.ts';
import { divider, line } from '../../../src/core/reply.ts';

describe('an expected problem', () => {
  it('has its code for a message and keeps what the member is told apart from it', () => {
    const sentence = line`You have no letter of Dr. Chen.`;
    const problem = new UserProblem('not-found', sentence, { option: 'letter', next: [divider()] });
    expect(problem).toBeInstanceOf(Error);
    expect(problem).toMatchObject({ name: 'UserProblem', message: 'not-found', code: 'not-found', option: 'letter' });
    expect([problem.sentence, problem.next]).toEqual([sentence, [divider()]]);
    expect(problem.stack).not.toContain('Chen');
  });

  it('needs neither an option nor something to do next', () => {
    expect(new UserProblem('nothing-to-do', line`Done.`)).toMatchObject({
      option: undefined,
      next: [],
      values: {},
    });
  });
});

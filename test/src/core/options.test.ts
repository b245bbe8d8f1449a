import { describe, expect, it } from 'vitest';
import { choice, clearable, date, fixedChoices, flag, optional, text } from '../../../src/core/options.ts';

describe('an option', () => {
  it('is needed unless it says otherwise', () => {
    expect(date('Due date')).toEqual({ kind: 'date', summary: 'Due date', required: true, toward: 'future' });
    expect(optional(date('On', 'past'))).toEqual({ kind: 'date', summary: 'On', required: false, toward: 'past' });
    expect(clearable(flag('IMG'))).toEqual({ kind: 'flag', summary: 'IMG', required: false, clearable: true });
  });

  it('keeps line breaks only where it asks for paragraphs', () => {
    expect(text('Name', { max: 9 }).paragraphs).toBe(false);
    expect(text('Note', { max: 9, paragraphs: true }).paragraphs).toBe(true);
  });

  it('offers its choices in the order in which they are declared', () => {
    const kind = choice('Kind', { chair: 'Department chair', other: 'Other' }, { head: 'chair' });
    expect(fixedChoices(kind)).toEqual([
      { value: 'chair', label: 'Department chair' },
      { value: 'other', label: 'Other' },
    ]);
    expect(fixedChoices(date('Due date'))).toBeUndefined();
  });
});

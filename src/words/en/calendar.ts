import type { DateKind } from '../../letters/dates.ts';

/** Entries of a member's own calendar. They are plain text: other programs show them. */
export const calendar = {
  name: 'Letters of recommendation',
  letter: {
    due: (who: string) => `Letter due: ${who}`,
    'upload-by': (who: string) => `Letter has to be uploaded: ${who}`,
    'ask-opens': (who: string) => `Good time to ask begins: ${who}`,
    'ask-by': (who: string) => `Ask by today: ${who}`,
    'last-day': (who: string) => `Last day with ${who}: ask in person`,
    'nudge-opens': (who: string) => `One polite reminder is in place: ${who}`,
    'nudge-closes': (who: string) => `Last good day for the one reminder: ${who}`,
    'backup-line-up': (who: string) => `Have a backup stand by for ${who}`,
    'backup-nudge': (who: string) => `Remind ${who}, once`,
    'backup-activate': (who: string) => `Ask the backup for ${who}`,
    'backup-submit': (who: string) => `Apply without the letter of ${who} and add it later`,
  } satisfies Record<DateKind, (who: string) => string>,
  program: (name: string) => `Letters due at ${name}`,
  stage: (stage: string) => `So far: ${stage}.`,
  holidays: 'Business days are Monday to Friday; public holidays are not counted.',
};

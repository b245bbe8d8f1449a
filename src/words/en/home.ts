import { code, type Line, line } from '../../core/reply.ts';

/** A member's page of their own, where a platform has one. */
export const home = {
  welcome: 'Letters of recommendation',
  intro: line`I keep track of your letters, answer questions about them, and remind you in time. What you note here only you see: no other member, and no admin. Typing works everywhere, too: ${code('/lor help')}.`,
  mayI: line`May I write to you? At most one message a day, in your morning, when something is to be done for a letter. You can end it at any time.`,
  reminders: 'Reminders',
  remindersOn: (hours: string, zone: string): Line => line`On: one message a day at most, ${hours} (${zone}).`,
  you: 'You',
  profile: (service: string, specialties: string, img: string): Line =>
    line`Service: ${service} · specialties: ${specialties} · international graduate: ${img}`,
  buttons: {
    yes: 'Yes, remind me',
    ask: 'Ask a question',
    settings: 'Settings',
    topics: 'Answers',
    data: 'My data',
    privacy: 'Privacy',
  },
};

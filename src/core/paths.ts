/** Where a question in plain words goes: a mention, a line in a DM or in the terminal. */
export const askPath = 'lor ask';

/** Where somebody goes who named only the beginning of a command, or none that exists. */
export const helpPath = 'lor help';

/** What the bot writes to whoever has just brought it into a community. */
export const welcomePath = 'lor welcome';

/** What stands on a member's page of their own, where a platform has one. */
export const homePath = 'lor home';

/** The numbers of Discord's protocol by name, as https://docs.discord.com/developers has them. */

export const componentTypes = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  label: 18,
  fileUpload: 19,
} as const;

export const buttonStyles = { primary: 1, secondary: 2, danger: 4 } as const;

export const textInputStyles = { short: 1, paragraph: 2 } as const;

export const messageFlags = { ephemeral: 1 << 6, componentsV2: 1 << 15 } as const;

export const interactionTypes = { ping: 1, command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** How an interaction is answered. https://docs.discord.com/developers/interactions/receiving-and-responding */
export const callbackTypes = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  suggestions: 8,
  modal: 9,
} as const;

/** What is typed after a slash, and what stands in the menu of a message. */
export const commandTypes = { chatInput: 1, message: 3 } as const;

export const optionTypes = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  attachment: 11,
} as const;

/** Where people write together: text and announcement channels. */
export const channelTypes = { text: 0, announcement: 5 } as const;

/** Where a command can be used: in a server, in the bot's DMs, in a DM or group that it is not in. */
export const contexts = { guild: 0, botDm: 1, privateChannel: 2 } as const;

export const integrations = { guild: 0, user: 1 } as const;

export const permissions = { administrator: 0x8n, manageGuild: 0x20n } as const;

/** Messages that somebody wrote; the other types tell of joins, pins and boosts. */
export const messageTypes = { plain: 0, reply: 19 } as const;

/** Whether a text is an id of Discord's, so that it can stand where an id is wanted. */
export function isSnowflake(text: string): boolean {
  return /^\d{17,20}$/u.test(text);
}

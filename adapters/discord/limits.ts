import type { Pace } from '../../src/core/ports.ts';

/**
 * What Discord accepts, all read on 2026-11-22. Lengths are compared in UTF-16 units: Discord
 * counts code points or fewer, so a text that fits here fits there.
 */
export const limits = {
  message: {
    /** Nested ones count. https://docs.discord.com/developers/components/reference */
    components: 40,
    /**
     * Over all text displays together. Not verified on a published page: from the proposal
     * https://github.com/discord/discord-api-docs/pull/8562, still open.
     */
    text: 4000,
    /** JSON error 30015 at https://docs.discord.com/developers/topics/opcodes-and-status-codes */
    files: 10,
    /**
     * Bytes of one file, where no server or member has bought more.
     * https://docs.discord.com/developers/reference#uploading-files
     */
    file: 10 * 1024 * 1024,
    /**
     * Bytes of all files of a request, with room for the rest of it: 25 MiB in all, by
     * https://docs.discord.com/developers/resources/message#create-message
     */
    upload: 24 * 1024 * 1024,
  },
  component: {
    /** At least 1. https://docs.discord.com/developers/components/reference#anatomy-of-a-component */
    customId: 100,
    /** https://docs.discord.com/developers/components/reference#action-row */
    rowButtons: 5,
    /** https://docs.discord.com/developers/components/reference#button */
    buttonLabel: 80,
    /** https://docs.discord.com/developers/components/reference#string-select */
    selectOptions: 25,
    /** https://docs.discord.com/developers/components/reference#string-select */
    selectPlaceholder: 150,
    /** Label, value and description alike. https://docs.discord.com/developers/components/reference#string-select */
    selectOption: 100,
    /** One at least. https://docs.discord.com/developers/components/reference#section */
    sectionTexts: 3,
    /** Of an attachment, too. https://docs.discord.com/developers/components/reference#media-gallery */
    mediaDescription: 1024,
  },
  modal: {
    /** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal */
    title: 45,
    /** One at least. https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal */
    components: 5,
    /** https://docs.discord.com/developers/components/reference#label */
    label: 45,
    /** https://docs.discord.com/developers/components/reference#label */
    description: 100,
    /** https://docs.discord.com/developers/components/reference#text-input */
    input: 4000,
    /** https://docs.discord.com/developers/components/reference#text-input */
    inputPlaceholder: 100,
    /** Not verified: no page says how much text a text display of a modal takes; far below a message's. */
    text: 1500,
  },
  command: {
    /** https://docs.discord.com/developers/interactions/application-commands#application-command-object */
    name: 32,
    /** https://docs.discord.com/developers/interactions/application-commands#application-command-object */
    description: 100,
    /** Commands in the menu of a message. https://docs.discord.com/developers/interactions/application-commands#registering-a-command */
    inMenu: 5,
    /** Options of a command, subcommands of a group and groups of a command alike; same page. */
    options: 25,
    /** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure */
    choices: 25,
    /** A choice's name and its text value. Same page, choice structure. */
    choice: 100,
    /** The highest `max_length` of a text option. Same page, option structure. */
    textLength: 6000,
    /**
     * Ours: a longer vocabulary is searched while it is typed. Every choice that is registered counts
     * for the characters of the whole command, once more wherever it comes again.
     */
    choicesListed: 4,
    /**
     * Names, descriptions and values of one root command with all below it.
     * https://docs.discord.com/developers/interactions/application-commands#slash-commands
     */
    characters: 8000,
    /** How many words a path may have: command, group, subcommand. Same page, subcommands and groups. */
    depth: 3,
  },
} as const;

/** What names of commands and options look like; they are lower-case besides. Same page as `command.name`. */
export const commandNamePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/**
 * How fast Discord takes messages. Its page asks not to build in the limits of single routes:
 * they come with each answer, the REST client keeps to them, and what it holds back holds up that
 * channel here. Read on 2026-11-27: https://docs.discord.com/developers/topics/rate-limits
 */
export const pace: Pace = {
  /** Of all requests together: https://support-dev.discord.com/hc/en-us/articles/6223003921559, same day. */
  everywhere: { count: 50, milliseconds: 1_000 },
  /** Ours: a channel is looked up, and a DM opened, before the first message. */
  first: 2,
  /** unverified, since no page of Discord's has it: what bots see in the headers, five in five seconds. */
  place: { count: 5, milliseconds: 5_000 },
  /** Ours: the page has no figure, and bots that open many DMs are blocked from opening more. */
  openings: { count: 1, milliseconds: 1_000 },
};

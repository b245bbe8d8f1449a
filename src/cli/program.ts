import { Command } from 'commander';

/** What the command line can do; the composition root says how. */
export interface Actions {
  start(options: { readonly terminal: boolean }): Promise<void>;
  migrate(): Promise<void>;
  slackManifest(options: { readonly many: boolean }): Promise<void>;
  discordRegister(options: { readonly guild: string | undefined }): Promise<void>;
  ask(question: string, options: { readonly json: boolean }): Promise<void>;
  askBatch(file: string, options: { readonly unprompted: boolean }): Promise<void>;
}

interface AskOptions {
  readonly batch?: string;
  readonly json?: boolean;
  readonly unprompted?: boolean;
}

/** `lorbot`, with its commands and their help. */
export function createProgram(actions: Actions, version: string): Command {
  const program = new Command('lorbot')
    .description('A bot that answers questions about letters of recommendation, tracks them, and reminds in time.')
    .version(version)
    .addHelpText(
      'after',
      '\nSettings come from the environment: LORBOT_DATABASE, LOG_LEVEL, PORT, and those of Slack and Discord.\nThe README explains them.',
    );

  program
    .command('start')
    .description('run the bot; without any account it opens a chat in the terminal')
    .option('--no-terminal', 'refuse to start when no account is configured')
    .action((options: { terminal: boolean }) => actions.start(options));

  program
    .command('migrate')
    .description('bring the database up to date, and say what was done')
    .action(() => actions.migrate());

  program
    .command('slack')
    .description('what Slack needs to know of the bot')
    .command('manifest')
    .description('print the app manifest; with LORBOT_PUBLIC_URL it is one for HTTP, otherwise for Socket Mode')
    .option('--many', 'for an app that many workspaces install by themselves; needs LORBOT_PUBLIC_URL', false)
    .action((options: { many: boolean }) => actions.slackManifest(options));

  program
    .command('discord')
    .description('what Discord needs to know of the bot')
    .command('register')
    .description('register the commands: only what changed is written')
    .option('--guild <id>', 'for one server, where they appear at once; otherwise for all')
    .action((options: { guild?: string }) => actions.discordRegister({ guild: options.guild }));

  program
    .command('ask')
    .description('answer a question, or many from a file')
    .argument('[question]', 'the question, in plain words')
    .option('--batch <file>', 'one question a line, plain or as JSON; - reads standard input; needs --json')
    .option('--json', 'print one line of JSON for each question')
    .option('--unprompted', 'decide as in a channel where nobody asked the bot; for a batch')
    .addHelpText(
      'after',
      `
A line of a batch is a question, or {"question": "…", "service": "eras", "specialty": "IM", "img": false}.
Each gives one line: {"question", "decision": "answer" or "unsure" ("silent" with --unprompted), "topic": slug or null,
"confidence": 0 to 1, "nearest": [slugs]}.`,
    )
    .action(async (question: string | undefined, options: AskOptions, command: Command) => {
      const { batch, json = false, unprompted = false } = options;
      if (batch !== undefined && question !== undefined) command.error('error: give a question or --batch, not both');
      if (batch !== undefined && !json) command.error('error: --batch prints JSON; add --json');
      if (batch === undefined && unprompted) command.error('error: --unprompted is for a --batch');
      if (batch !== undefined) return actions.askBatch(batch, { unprompted });
      if (question === undefined) return command.error('error: what is the question? lorbot ask "how many letters"');
      return actions.ask(question, { json });
    });

  return program;
}

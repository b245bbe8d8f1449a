import { Command } from 'commander';

/** What the command line can do; the composition root says how. */
export interface Actions {
  start(): Promise<void>;
  migrate(): Promise<void>;
  ask(question: string, options: { readonly json: boolean }): Promise<void>;
  askBatch(file: string): Promise<void>;
}

/** `lorbot`, with its commands and their help. */
export function createProgram(actions: Actions, version: string): Command {
  const program = new Command('lorbot')
    .description('A bot that answers questions about letters of recommendation, tracks them, and reminds in time.')
    .version(version)
    .addHelpText(
      'after',
      '\nSettings come from the environment: LORBOT_DATABASE, LOG_LEVEL, PORT. The README explains them.',
    );

  program
    .command('start')
    .description('run the bot; without any account it opens a chat in the terminal')
    .action(() => actions.start());

  program
    .command('migrate')
    .description('bring the database up to date, and say what was done')
    .action(() => actions.migrate());

  program
    .command('ask')
    .description('answer a question, or many from a file')
    .argument('[question]', 'the question, in plain words')
    .option('--batch <file>', 'one question a line, plain or as JSON; - reads standard input; needs --json')
    .option('--json', 'print one line of JSON for each question')
    .addHelpText(
      'after',
      `
A line of a batch is a question, or {"question": "…", "service": "eras", "specialty": "IM", "img": false}.
Each gives one line: {"question", "decision": "answer" or "unsure", "topic": slug or null, "nearest": [slugs]}.`,
    )
    .action(async (question: string | undefined, options: { batch?: string; json?: boolean }, command: Command) => {
      if (options.batch !== undefined && question !== undefined)
        command.error('error: give a question or --batch, not both');
      if (options.batch !== undefined && !options.json) command.error('error: --batch prints JSON; add --json');
      if (options.batch !== undefined) return actions.askBatch(options.batch);
      if (question === undefined) return command.error('error: what is the question? lorbot ask "how many letters"');
      return actions.ask(question, { json: options.json ?? false });
    });

  return program;
}

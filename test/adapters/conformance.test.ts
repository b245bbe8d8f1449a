import { adapterConformance } from '../conformance/adapter.ts';
import { openDiscordHttpStage, openDiscordStage } from '../support/stage-discord.ts';
import { openSlackSocketStage, openSlackStage } from '../support/stage-slack.ts';
import { openTerminalStage } from '../support/stage-terminal.ts';

adapterConformance('Slack over HTTP', openSlackStage);
adapterConformance('Slack over a socket', openSlackSocketStage);
adapterConformance('Discord', openDiscordStage);
adapterConformance('Discord with interactions over HTTP', openDiscordHttpStage);
adapterConformance('the terminal', openTerminalStage);

import { parseArgs } from 'node:util';
import { say, wholeNumber } from '../support/lane.ts';
import { endure } from './endure.ts';

// `npm run test:sockets -- --disconnects N --seed S`: the whole bot on Socket Mode through N ends of connections.

const { values } = parseArgs({
  options: { disconnects: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});

const began = performance.now();
const { commands, connections, disconnects, mentions, wrong } = await endure({
  disconnects: wholeNumber(values, 'disconnects'),
  seed: wholeNumber(values, 'seed'),
});
for (const [kind, count] of Object.entries(disconnects)) say(`${count} × ${kind}`);
say(
  `${connections} connections; ${commands.acknowledged} of ${commands.sent} commands acknowledged, ${commands.answeredElsewhere} answered at their own address; ` +
    `${mentions.sent} questions, sent again ${mentions.again} times; ${Math.round((performance.now() - began) / 1_000)} s.`,
);
for (const line of wrong) say(`- ${line}`);
say(wrong.length === 0 ? 'Nothing was lost that Slack sends again, and nothing done twice.' : 'This must not be.');
// The library keeps a timer of half a minute for some of the connections that ended.
process.exit(wrong.length > 0 ? 1 : 0);

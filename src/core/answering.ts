import { hasReply, type Outcome } from './ports.ts';
import { prepareFiles } from './prepare-files.ts';
import { filesOf } from './reply.ts';

/** How one platform answers one event. Each step is called at most once. */
export interface Answerer {
  /** The first response carries the outcome: nothing was said before. */
  respond(outcome: Outcome): Promise<void>;
  /** The first response says that an answer is coming. */
  defer(): Promise<void>;
  /** The outcome, after `defer`. */
  deliver(outcome: Outcome): Promise<void>;
}

/** Milliseconds within which an outcome is the first response itself. */
const quick = 1_000;

/**
 * Milliseconds that remain for what only the first response can do, such as opening a form:
 * platforms wait for that response for three seconds.
 */
const lastChance = 2_300;

/**
 * The answering rule of every platform: an outcome that is ready within a second is the
 * acknowledgement; otherwise the platform is told to wait and the outcome follows. Where only the
 * first response can do what is to be done (open a form, ask for an event to come again), it is
 * waited for as long as platforms allow, and only then is the platform told to wait. An outcome
 * with files always follows: sending them may take longer than the first response may. Changes are
 * committed before any of it, because the outcome comes after its transaction.
 */
export async function answer(
  work: Promise<Outcome>,
  answerer: Answerer,
  firstResponseMatters: boolean,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<void> {
  const waited = sleep(firstResponseMatters ? lastChance : quick).then(() => 'waited' as const);
  const first = await Promise.race([work, waited]);
  if (first !== 'waited' && !hasFiles(first)) return answerer.respond(first);
  await answerer.defer();
  const outcome = await work;
  await answerer.deliver(hasReply(outcome) ? { ...outcome, reply: await prepareFiles(outcome.reply) } : outcome);
}

function hasFiles(outcome: Outcome): boolean {
  return hasReply(outcome) && filesOf(outcome.reply).length > 0;
}

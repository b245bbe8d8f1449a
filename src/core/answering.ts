import type { Outcome } from './ports.ts';

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
 * Milliseconds within which a form must open: platforms take one only as the first response, and
 * take that for three seconds.
 */
const quickForm = 2_300;

/**
 * The answering rule of every platform: an outcome that is ready within a second is the
 * acknowledgement; otherwise the platform is told to wait and the outcome follows. Where a form
 * is to open, there is no deferring, since a deferred answer cannot be a form; only when even
 * that takes too long is the platform told to wait. Changes are committed before any of it,
 * because the outcome comes after its transaction.
 */
export async function answer(
  work: Promise<Outcome>,
  answerer: Answerer,
  opensForm: boolean,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<void> {
  const waited = sleep(opensForm ? quickForm : quick).then(() => 'waited' as const);
  const first = await Promise.race([work, waited]);
  if (first !== 'waited') return answerer.respond(first);
  await answerer.defer();
  await answerer.deliver(await work);
}

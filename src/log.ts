import { type DestinationStream, pino } from 'pino';
import type { LogFields, Logger } from './core/ports.ts';

/**
 * JSON lines on standard error. A line can hold only the fields that `LogFields` names; of an
 * error, its type, message and stack, with its cause.
 */
export function createLogger(level: string, to: DestinationStream = pino.destination(2)): Logger {
  const serializers = { err: told };
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }, to);
  const write =
    (method: 'info' | 'warn' | 'error') =>
    (message: string, fields: LogFields = {}) => {
      const { error, ...others } = fields;
      log[method](error === undefined ? others : { ...others, err: error }, message);
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** Whatever else an error carries, a request with its headers or a row of a table, stays away. */
function told(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { type, message, stack } = pino.stdSerializers.err(error);
  return { type, message, stack };
}

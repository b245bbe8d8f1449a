import { pino } from 'pino';
import type { LogFields, Logger } from './core/ports.ts';

/**
 * JSON lines on standard error. A line can hold only the fields that `LogFields` names; of an
 * error, its type, message and stack, with its cause.
 */
export function createLogger(level: string): Logger {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
  const write =
    (method: 'info' | 'warn' | 'error') =>
    (message: string, fields: LogFields = {}) => {
      const { error, ...others } = fields;
      log[method](error === undefined ? others : { ...others, err: error }, message);
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

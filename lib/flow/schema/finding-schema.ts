import * as v from 'valibot';
import { oneOf, PlainText, shape } from '../../oauth/schema/value-schemas.ts';

/** What a rule found, where, and how to fix it. */
export const FindingSchema = shape({
  rule: PlainText,
  severity: oneOf(['error', 'warning', 'info']),
  /** Names the offending parameter and value. */
  message: PlainText,
  remedy: PlainText,
  /** Specification and section. */
  source: PlainText,
  at: shape({
    part: oneOf(['request', 'callback', 'hop', 'token', 'call', 'webhook']),
    parameter: v.exactOptional(PlainText),
  }),
});

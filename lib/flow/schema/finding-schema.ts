import * as v from 'valibot';
import { oneOf, shape, Text } from '../../oauth/schema/value-schemas.ts';

/** What a rule found, where, and how to fix it. */
export const FindingSchema = shape({
  rule: Text,
  severity: oneOf(['error', 'warning', 'info']),
  /** Names the offending parameter and value. */
  message: Text,
  remedy: Text,
  /** Specification and section. */
  source: Text,
  at: shape({
    part: oneOf(['request', 'callback', 'hop', 'token', 'call', 'webhook']),
    parameter: v.exactOptional(Text),
  }),
});

import * as v from 'valibot';
import { OBSERVED_BODY } from '../../oauth/schema/observed-body-schema.ts';
import { Flag, shape } from '../../oauth/schema/value-schemas.ts';

/** Body of a POST as the browser handed it over. */
export const RequestBodySchema = shape({
  ...OBSERVED_BODY,
  /** True when the body was longer than {@link MAX_TEXT} and was cut. */
  truncated: v.exactOptional(Flag),
});

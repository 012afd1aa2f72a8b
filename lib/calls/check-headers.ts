import type { StepField } from '../providers/step-types.ts';
import { fieldKey } from './field-key.ts';
import type { StepProblem } from './types.ts';

/** A field name (RFC 9110 section 5.6.2). */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Request headers that a page may not set (Fetch standard, forbidden request-header). */
const FORBIDDEN =
  /^(?:accept-charset|accept-encoding|access-control-request-(?:headers|method|private-network)|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*)$/i;

/** Headers whose names cannot be sent, or which the browser does not let a page send. */
export function checkHeaders(fields: readonly StepField[]): readonly StepProblem[] {
  return fields
    .filter((field) => field.in === 'header')
    .flatMap((field): readonly StepProblem[] => {
      const { name } = field;
      if (!TOKEN.test(name)) {
        return [
          {
            field: fieldKey(field),
            code: 'header-name',
            message: `${name} cannot be the name of a header.`,
            remedy: 'Use letters, digits and hyphens.',
            severity: 'fatal',
          },
        ];
      }
      if (!FORBIDDEN.test(name)) return [];
      return [
        {
          field: fieldKey(field),
          code: 'header-forbidden',
          message: `The browser does not let anybody set ${name}, so that it is left out.`,
          remedy: 'The curl command sends it.',
          severity: 'warning',
        },
      ];
    });
}

import type { Rule } from '../types.ts';
import { tk01 } from './tk01-password.ts';
import { tk02 } from './tk02-secrets-in-url.ts';
import { tk03 } from './tk03-form.ts';
import { tk04 } from './tk04-redirect-uri.ts';
import { tk05 } from './tk05-expiry.ts';
import { tk06 } from './tk06-answer-types.ts';
import { tk07 } from './tk07-two-authentications.ts';
import { tk08 } from './tk08-grant-type.ts';
import { tk09 } from './tk09-refresh-reuse.ts';
import { tk10 } from './tk10-cors.ts';
import { tk11 } from './tk11-no-store.ts';
import { tk12 } from './tk12-clock-skew.ts';
import { tk13 } from './tk13-stale-keys.ts';
import { tk14 } from './tk14-granted-scope.ts';

/** What must hold of calls to a token endpoint. */
export const CALL_RULES: readonly Rule[] = [
  tk01,
  tk02,
  tk03,
  tk04,
  tk05,
  tk06,
  tk07,
  tk08,
  tk09,
  tk10,
  tk11,
  tk12,
  tk13,
  tk14,
];

import type { Rule } from '../types.ts';
import { ro01 } from './ro01-one-way.ts';
import { ro02 } from './ro02-no-nesting.ts';
import { ro03 } from './ro03-client-id.ts';
import { ro04 } from './ro04-outside.ts';
import { ro05 } from './ro05-agreement.ts';
import { ro06 } from './ro06-outside-only.ts';
import { ro07 } from './ro07-signed.ts';
import { ro08 } from './ro08-audience.ts';
import { ro09 } from './ro09-issuer.ts';
import { ro10 } from './ro10-lifetime.ts';
import { ro11 } from './ro11-not-before.ts';
import { ro12 } from './ro12-valid-now.ts';
import { ro13 } from './ro13-subject.ts';
import { ro14 } from './ro14-type.ts';
import { ro15 } from './ro15-intent-essential.ts';
import { ro16 } from './ro16-userinfo-intent.ts';
import { ro17 } from './ro17-acr.ts';
import { ro18 } from './ro18-intent-place.ts';
import { ro19 } from './ro19-consent.ts';
import { ro20 } from './ro20-alias-claims.ts';
import { ro21 } from './ro21-pushed-body.ts';
import { ro22 } from './ro22-pushed-fresh.ts';
import { ro23 } from './ro23-request-uri.ts';
import { ro24 } from './ro24-pushed-pkce.ts';

/** Rules of the request object, signed or pushed. */
export const REQUEST_OBJECT_RULES: readonly Rule[] = [
  ro01,
  ro02,
  ro03,
  ro04,
  ro05,
  ro06,
  ro07,
  ro08,
  ro09,
  ro10,
  ro11,
  ro12,
  ro13,
  ro14,
  ro15,
  ro16,
  ro17,
  ro18,
  ro19,
  ro20,
  ro21,
  ro22,
  ro23,
  ro24,
];

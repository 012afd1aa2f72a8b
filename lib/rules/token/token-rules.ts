import type { TokenRule } from '../token-rule.ts';
import { jw01 } from './jw01-segments.ts';
import { jw02 } from './jw02-json.ts';
import { jw03 } from './jw03-algorithm.ts';
import { jw04 } from './jw04-shared-secret.ts';
import { jw05 } from './jw05-fapi-algorithm.ts';
import { jw06 } from './jw06-signature-length.ts';
import { jw07 } from './jw07-key-size.ts';
import { jw08 } from './jw08-secret-size.ts';
import { jw09 } from './jw09-placeholder.ts';
import { jw10 } from './jw10-pss-salt.ts';
import { jw11 } from './jw11-kid.ts';
import { jw12 } from './jw12-thumbprint.ts';
import { jw13 } from './jw13-carried-key.ts';
import { jw14 } from './jw14-crit.ts';
import { jw15 } from './jw15-dates.ts';
import { jw16 } from './jw16-order.ts';
import { jw17 } from './jw17-secrets.ts';
import { jw18 } from './jw18-private-members.ts';
import { jw19 } from './jw19-key-fits.ts';
import { jw20 } from './jw20-key-encryption.ts';

/** What must hold of every token. */
export const TOKEN_RULES: readonly TokenRule[] = [
  jw01,
  jw02,
  jw03,
  jw04,
  jw05,
  jw06,
  jw07,
  jw08,
  jw09,
  jw10,
  jw11,
  jw12,
  jw13,
  jw14,
  jw15,
  jw16,
  jw17,
  jw18,
  jw19,
  jw20,
];

import type { Rule } from '../types.ts';
import { cp07, cp08 } from './connectpay-answer.ts';
import { cp01, cp02, cp03, cp04, cp05, cp06, cp09, cp10 } from './connectpay-request.ts';
import { DAUTH_RULES } from './dauth-calls.ts';
import { fa01, fa02, fa03, fa04, fa05, fa06, fa07, fa08 } from './finapi-calls.ts';
import { lb05, lb06, lb07 } from './leatherback-answer.ts';
import { lb09 } from './leatherback-permissions.ts';
import { lb01, lb02, lb03, lb04, lb08 } from './leatherback-request.ts';

/** Rules of single providers, from their documents. */
export const PROVIDER_RULES: readonly Rule[] = [
  lb01,
  lb02,
  lb03,
  lb04,
  lb05,
  lb06,
  lb07,
  lb08,
  lb09,
  cp01,
  cp02,
  cp03,
  cp04,
  cp05,
  cp06,
  cp07,
  cp08,
  cp09,
  cp10,
  fa01,
  fa02,
  fa03,
  fa04,
  fa05,
  fa06,
  fa07,
  fa08,
  ...DAUTH_RULES,
];

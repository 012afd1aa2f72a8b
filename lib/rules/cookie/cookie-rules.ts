import type { Rule } from '../types.ts';
import { ck01 } from './ck01-withheld-from-callback.ts';
import { ck02 } from './ck02-refused.ts';
import { ck03 } from './ck03-other-loopback-name.ts';

/** What must hold of the cookies that a sign-in depends on. */
export const COOKIE_RULES: readonly Rule[] = [ck01, ck02, ck03];

import type { Rule } from '../types.ts';
import { lo01 } from './lo01-state.ts';
import { lo02 } from './lo02-client.ts';
import { lo03 } from './lo03-return.ts';

/** What must hold of a logout. */
export const LOGOUT_RULES: readonly Rule[] = [lo01, lo02, lo03];

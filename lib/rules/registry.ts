import { cb01 } from './callback/cb01-state.ts';
import { cb02 } from './callback/cb02-code-or-error.ts';
import { cb03 } from './callback/cb03-repeated.ts';
import { cb04 } from './callback/cb04-error-code.ts';
import { cb21 } from './callback/cb21-redirect-status.ts';
import { cbNobody } from './callback/cbnl-nobody-listens.ts';
import { cbRedirect } from './callback/cbru-redirect-uri.ts';
import { cbText } from './callback/cbtx-text.ts';
import type { Rule } from './types.ts';

/** Every rule, in the order in which findings of equal severity are shown. */
export const RULES: readonly Rule[] = [cb01, cb02, cb03, cbRedirect, cb04, cb21, cbNobody, cbText];

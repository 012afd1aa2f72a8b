import type { Rule } from '../types.ts';
import { cb01 } from './cb01-state.ts';
import { cb02 } from './cb02-code-or-error.ts';
import { cb03 } from './cb03-repeated.ts';
import { cb04 } from './cb04-error-code.ts';
import { cb05 } from './cb05-issuer.ts';
import { cb06 } from './cb06-issuer-form.ts';
import { cb07 } from './cb07-channel.ts';
import { cb08 } from './cb08-token-in-query.ts';
import { cb09 } from './cb09-nonce.ts';
import { cb10 } from './cb10-code-hash.ts';
import { cb11 } from './cb11-token-hash.ts';
import { cb12 } from './cb12-state-hash.ts';
import { cb13 } from './cb13-id-token.ts';
import { cb14 } from './cb14-consent.ts';
import { cb15 } from './cb15-auth-time.ts';
import { cb16 } from './cb16-jarm.ts';
import { cb17 } from './cb17-jarm-lifetime.ts';
import { cb18 } from './cb18-outside-jarm.ts';
import { cb19 } from './cb19-code-age.ts';
import { cb20 } from './cb20-code-reuse.ts';
import { cb21 } from './cb21-redirect-status.ts';
import { cb22 } from './cb22-referrer.ts';
import { cb23 } from './cb23-address-bar.ts';
import { cb24 } from './cb24-scripted.ts';
import { cb25 } from './cb25-as-asked.ts';
import { cb26 } from './cb26-token-type.ts';
import { cb27 } from './cb27-code-text.ts';
import { cb28 } from './cb28-callback-status.ts';
import { cb29 } from './cb29-application-error.ts';
import { cb30 } from './cb30-login-loop.ts';
import { cb31 } from './cb31-refused.ts';
import { cb32 } from './cb32-subject.ts';
import { cb33 } from './cb33-issuer-of-token.ts';
import { cb34 } from './cb34-framed.ts';
import { cb35 } from './cb35-started-again.ts';
import { cb36 } from './cb36-withheld-cookie.ts';
import { cb37 } from './cb37-first-page.ts';
import { cbNobody } from './cbnl-nobody-listens.ts';
import { cbRedirect } from './cbru-redirect-uri.ts';
import { cbText } from './cbtx-text.ts';

/** What must hold of the authorization response. */
export const CALLBACK_RULES: readonly Rule[] = [
  cb01,
  cb02,
  cb03,
  cb04,
  cbRedirect,
  cb05,
  cb06,
  cb07,
  cb08,
  cb09,
  cb10,
  cb11,
  cb12,
  cb13,
  cb14,
  cb15,
  cb16,
  cb17,
  cb18,
  cb19,
  cb20,
  cb21,
  cb22,
  cb23,
  cb24,
  cb25,
  cb26,
  cb27,
  cb28,
  cb29,
  cb30,
  cb31,
  cb32,
  cb33,
  cb34,
  cb35,
  cb36,
  cb37,
  cbNobody,
  cbText,
];

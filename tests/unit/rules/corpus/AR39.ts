import { parseAuthorizeRequest } from '../../../../lib/oauth/authorize-request.ts';
import { CATALOGUE } from '../../support/catalogue.ts';
import type { Corpus } from '../support/corpus.ts';
import { ISSUER, urlOf } from '../support/flows.ts';
import { asked, askedRaw, SOUND } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR39',
  valid: [
    { name: 'the parameters follow a question mark', flow: asked() },
    { name: 'a fragment holds something else', flow: askedRaw('#top') },
  ],
  invalid: [
    {
      name: 'the parameters follow #',
      flow: {
        ...asked(),
        request: parseAuthorizeRequest({ url: urlOf(`${ISSUER}/authorize`, SOUND, '#') }, CATALOGUE.aliases),
      },
      findings: [
        {
          severity: 'error',
          message: 'The parameters follow # instead of ?, so the browser does not send them to the server.',
          at: { part: 'request' },
        },
      ],
    },
  ],
};

import { LEATHERBACK_API_ERRORS, REGISTRATION } from './leatherback-sources.ts';
import type { StepField, StepSpec } from './step-types.ts';

type Text = Pick<StepField, 'name' | 'description' | 'constraint' | 'checks'> & Partial<StepField>;

/** A required text of the registration's body; the document marks none as optional. */
const text = (field: Text): StepField => ({
  in: 'json',
  required: true,
  source: REGISTRATION,
  type: 'text',
  from: [field.name],
  ...field,
});

/** The call that makes you a third party provider at Leatherback. */
export const LEATHERBACK_REGISTRATION: StepSpec = {
  id: 'register',
  name: 'Register',
  summary: 'Registers your company as a third party provider; needed once.',
  source: REGISTRATION,
  kind: 'call',
  request: { method: 'POST', url: '{api}/api/account/registration', encoding: 'json' },
  fields: [
    text({
      name: 'signature-certificate',
      in: 'header',
      description: 'A password-like text of your choice. Token calls send it as password.',
      constraint: 'Not empty, without line breaks. Treat it as a secret.',
      secret: true,
      checks: [
        {
          kind: 'pattern',
          pattern: '^[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?$',
          says: 'must be printable ASCII, which is all that a header carries safely',
        },
      ],
      notes: [
        'The text lists this header; the sample command leaves it out. The text wins.',
        'Although it is called a certificate, it is no X.509 certificate and signs nothing.',
      ],
    }),
    text({
      name: 'countryISO',
      description: 'Your country.',
      constraint: 'Two capital letters (ISO 3166-1 alpha-2), such as GB.',
      default: 'GB',
      checks: [{ kind: 'pattern', pattern: '^[A-Z]{2}$', says: 'must be two capital letters' }],
    }),
    text({ name: 'address', description: 'Your address.', constraint: 'Not empty.', checks: [] }),
    text({ name: 'name', description: 'Your company’s name.', constraint: 'Not empty.', checks: [] }),
    text({
      name: 'email',
      description: 'Your e-mail address.',
      constraint: 'An e-mail address.',
      checks: [{ kind: 'email' }],
    }),
    text({
      name: 'certificateType',
      description: 'What the certificate is for.',
      constraint: 'Must be account.',
      default: 'account',
      choices: [{ value: 'account' }],
      open: true,
      checks: [{ kind: 'one-of', values: ['account'] }],
    }),
    text({
      name: 'callbackUrl',
      description: 'Where Leatherback posts the webhook with authorizationCode and state.',
      constraint: 'An absolute https URL.',
      checks: [{ kind: 'https-url' }],
      notes: [
        'How it relates to the redirect_uri of the request object is not documented. The webhook goes here, the customer goes there.',
      ],
    }),
  ],
  gives: [
    { name: 'ClientId', path: 'ClientId' },
    { name: 'Certificate', path: 'Certificate', secret: true },
  ],
  notes: [
    'The answer’s members begin with capitals: Certificate, ClientId, Message.',
    'A later page says that your signature is checked with “the JWKs endpoint you specified during registration”, but no field of the registration takes one. Ask Leatherback where to put your public JWKS; the sandbox takes it by PUT /sandbox/jwks.',
    'The status of the answer is not documented. The sandbox answers 200.',
  ],
  errors: LEATHERBACK_API_ERRORS,
};

import type { Profile } from '../../../lib/providers/types.ts';

/** A small profile in which every kind of member occurs. */
export const SAMPLE: Profile = {
  id: 'acme',
  name: 'Acme Bank',
  summary: 'A provider of the test’s own.',
  environments: [
    {
      id: 'live',
      name: 'Live',
      authorizationEndpoint: 'https://login.acme.example/authorize',
      issuer: 'https://login.acme.example',
      bases: { api: 'https://api.acme.example/v1' },
      hosts: ['https://*.acme.example/*'],
      defaults: { client_id: 'c-1', client_secret: 'hush' },
    },
  ],
  parameters: [
    {
      name: 'client_id',
      group: 'identity',
      required: true,
      description: 'Your client.',
      constraint: 'As registered.',
      source: 'Acme, Authorize',
      place: { in: 'query' },
      checks: [{ kind: 'pattern', pattern: '^[a-z0-9-]+$', says: 'must be lower case' }],
    },
  ],
  aliases: { auth_code: 'code' },
  callback: { success: ['auth_code', 'state'], failure: ['error'], codeLifetime: 60 },
  errors: { nope: { meaning: 'Refused.', remedy: 'Ask again.', source: 'Acme, Errors' } },
  recognise: { hosts: ['login.acme.example'], parameters: [] },
  notes: ['Mind the step.'],
  steps: [
    {
      id: 'token',
      name: 'Exchange the code',
      summary: 'Gives tokens.',
      source: 'Acme, Token',
      kind: 'call',
      request: { method: 'POST', url: '{api}/token', encoding: 'form' },
      fields: [
        {
          name: 'client_secret',
          in: 'form',
          required: true,
          description: 'Your secret.',
          constraint: 'As registered.',
          source: 'Acme, Token',
          type: 'text',
          secret: true,
          default: 'hush too',
          checks: [{ kind: 'max-length', length: 100 }],
        },
      ],
      gives: [{ name: 'access_token', path: 'access_token', secret: true }],
      notes: [],
    },
  ],
};

/** A file with it. */
export const SAMPLE_FILE = { version: 1, profiles: [SAMPLE] };

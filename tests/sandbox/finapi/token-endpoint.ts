import type { Context, Hono } from 'hono';
import type { SandboxContext } from '../context.ts';
import { repeatedNames } from '../params.ts';
import { readForm } from '../sign-in.ts';
import { isClient } from './client.ts';
import { badCredentials } from './errors.ts';
import type { TokenAnswer } from './tokens.ts';

/** A refusal: status, error and what to do. */
type Refusal = readonly [status: 400 | 401 | 423, error: string, description: string];

/** Adds the token endpoint, which takes a form and nothing in the URL. */
export function mountToken(app: Hono, { finapi }: SandboxContext): void {
  app.post('/api/v2/oauth/token', async (c) => {
    c.header('Cache-Control', 'no-store');
    const form = await readTokenForm(c);
    if (!(form instanceof URLSearchParams)) return badCredentials(c, ...form);
    const answer = redeem(form, finapi);
    return isRefusal(answer) ? badCredentials(c, ...answer) : c.json(answer);
  });
}

const isRefusal = (answer: TokenAnswer | Refusal): answer is Refusal => Array.isArray(answer);

async function readTokenForm(c: Context): Promise<URLSearchParams | Refusal> {
  if (new URL(c.req.url).search !== '') {
    return [400, 'invalid_request', 'Send the parameters in the body: the URL must not have a query.'];
  }
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) {
    return [400, 'invalid_request', 'Content-Type must be application/x-www-form-urlencoded.'];
  }
  const form = await readForm(c);
  const [repeated] = repeatedNames(form);
  if (repeated !== undefined) {
    return [400, 'invalid_request', `The parameter ${repeated} must be sent exactly once.`];
  }
  for (const name of ['grant_type', 'client_id'] as const) {
    if (isMissing(form, name)) return [400, 'invalid_request', `The parameter ${name} is required.`];
  }
  if (isMissing(form, 'client_secret')) {
    return [401, 'invalid_client', 'The parameter client_secret is required, for users too.'];
  }
  if (!isClient(form.get('client_id'), form.get('client_secret'))) {
    return [401, 'invalid_client', 'Bad client credentials'];
  }
  return form;
}

function redeem(form: URLSearchParams, finapi: SandboxContext['finapi']): TokenAnswer | Refusal {
  switch (form.get('grant_type')) {
    case 'client_credentials':
      return finapi.tokens.issue('client');
    case 'password':
      return logIn(form, finapi);
    case 'refresh_token':
      return refresh(form, finapi);
    default: {
      const description = 'grant_type must be client_credentials, password or refresh_token.';
      return [400, 'unsupported_grant_type', description];
    }
  }
}

function logIn(form: URLSearchParams, { users, tokens }: SandboxContext['finapi']): TokenAnswer | Refusal {
  for (const name of ['username', 'password'] as const) {
    if (isMissing(form, name)) return [400, 'invalid_request', `The parameter ${name} is required.`];
  }
  const user = users.authenticate(form.get('username') ?? '', form.get('password') ?? '');
  if (user === 'wrong') return [400, 'invalid_grant', 'Bad credentials'];
  if (user === 'locked') return [423, 'invalid_grant', 'User account is locked'];
  return tokens.issue(user);
}

function refresh(form: URLSearchParams, { tokens }: SandboxContext['finapi']): TokenAnswer | Refusal {
  if (isMissing(form, 'refresh_token')) {
    return [400, 'invalid_request', 'The parameter refresh_token is required.'];
  }
  const answer = tokens.refresh(form.get('refresh_token') ?? '');
  return answer ?? [400, 'invalid_grant', 'The refresh_token is unknown, revoked or already used.'];
}

const isMissing = (form: URLSearchParams, name: string): boolean => (form.get(name) ?? '') === '';

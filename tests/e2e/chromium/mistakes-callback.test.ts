import { createHash, randomBytes } from 'node:crypto';
import type { BackgroundLink } from '../support/background.ts';
import { findFlow } from '../support/evaluate-request.ts';
import { FindingsView } from '../support/findings-view.ts';
import { expect, test } from '../support/fixtures.ts';

interface Made {
  readonly mistake: string;
  /** Rules whose finding is an error. */
  readonly errors: readonly string[];
  readonly jarm?: true;
  /** The flow is made twice, and the second evaluated. */
  readonly twice?: true;
  /** The signature is checked first. */
  readonly verify?: true;
}

const MADE: readonly Made[] = [
  { mistake: 'none', errors: [] },
  { mistake: 'none', errors: [], jarm: true },
  { mistake: 'none', errors: [], verify: true },
  { mistake: 'state-other', errors: ['CB01'] },
  { mistake: 'code-and-error', errors: ['CB02'] },
  { mistake: 'code-twice', errors: ['CB03'] },
  { mistake: 'iss-other', errors: ['CB05'] },
  { mistake: 'token-in-query', errors: ['CB08'] },
  { mistake: 'nonce-other', errors: ['CB09'] },
  { mistake: 'code-hash-other', errors: ['CB10'] },
  { mistake: 'token-hash-other', errors: ['CB11'] },
  { mistake: 'state-hash-other', errors: ['CB12'] },
  { mistake: 'expired', errors: ['CB13'] },
  { mistake: 'audience-other', errors: ['CB13'] },
  { mistake: 'forged', errors: ['CB13'], verify: true },
  { mistake: 'audience-other', errors: ['CB16'], jarm: true },
  { mistake: 'expired', errors: ['CB16'], jarm: true },
  { mistake: 'forged', errors: ['CB16'], jarm: true, verify: true },
  { mistake: 'code-again', errors: ['CB20'], twice: true },
  // Only a posted form would be sent on.
  { mistake: 'status-307', errors: [] },
  { mistake: 'elsewhere', errors: ['CBRU'] },
  { mistake: 'name-twice', errors: ['JW02'] },
  { mistake: 'alg-none', errors: ['JW03'] },
  { mistake: 'signature-cut', errors: ['JW06'] },
  { mistake: 'unknown-crit', errors: ['JW14'] },
  { mistake: 'milliseconds', errors: ['JW15'] },
];

/** A sound request to an answerer that makes one mistake. */
function authorizeUrl(lab: string, client: string, { mistake, jarm }: Made): { url: string; state: string } {
  const random = (): string => randomBytes(24).toString('base64url');
  const state = random();
  const challenge = createHash('sha256').update(random()).digest('base64url');
  const parameters = new URLSearchParams({
    response_type: jarm ? 'code' : 'code id_token',
    ...(jarm ? { response_mode: 'jwt' } : {}),
    client_id: 'grantscope-lab',
    redirect_uri: `${client}/callback`,
    scope: 'openid',
    state,
    nonce: random(),
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  return { url: `${lab}/mistake/${mistake}/authorize?${parameters}`, state };
}

async function knownIds(background: BackgroundLink): Promise<ReadonlySet<string>> {
  return new Set((await background.call('recentCallbacks', 200)).map(({ id }) => id));
}

test('each mistake in an answer gives its finding and no other error', async ({
  sandbox,
  extension,
  background,
  workbench,
}) => {
  test.setTimeout(180_000);
  const { lab, client } = sandbox.urls;
  const findings = new FindingsView(workbench);
  const found: Record<string, readonly string[]> = {};
  for (const made of MADE) {
    const name = `${made.mistake}${made.jarm ? ' (JARM)' : ''}${made.verify ? ', verified' : ''}`;
    for (const _ of made.twice ? [1, 2] : [1]) {
      const known = await knownIds(background);
      const start = authorizeUrl(lab, client, made);
      await extension.tab.goto(start.url);
      await findFlow(background, { ...start, nonce: '', redirectUri: '', codeVerifier: '' }, known);
    }
    await workbench.page.bringToFront();
    await workbench.rows.first().click();
    if (made.verify) {
      const what = made.jarm ? 'response token' : 'id_token';
      await workbench.flow.getByRole('button', { name: `Verify the ${what}` }).click();
      const verdict = workbench.flow.getByRole('status', { name: `Signature of the ${what}` });
      await expect(verdict).toHaveText(made.errors.length > 0 ? /^Invalid signature/ : /^Verified/);
    }
    await findings.open();
    found[name] = await findings.errors();
  }
  const expected = Object.fromEntries(
    MADE.map(({ mistake, jarm, verify, errors }) => [
      `${mistake}${jarm ? ' (JARM)' : ''}${verify ? ', verified' : ''}`,
      errors,
    ]),
  );
  expect(found).toEqual(expected);
});

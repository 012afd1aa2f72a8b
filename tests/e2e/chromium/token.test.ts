import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { TokenPage } from '../support/token-page.ts';
import { HMAC_SECRET, HMAC_TOKEN, RSA_JWK, RSA_TOKEN } from '../support/token-vectors.ts';

const tokenTest = test.extend<{ readonly token: TokenPage }>({
  token: async ({ extension }, use) => {
    const workbench = await extension.openWorkbench();
    await workbench.openTab('Token');
    const tab = new TokenPage(workbench.page);
    await expect(tab.box('Token')).toBeVisible();
    await use(tab);
  },
});

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

tokenTest('shows header and payload of the token of RFC 7515 appendix A.2', async ({ token }) => {
  await expect(token.verification).toHaveText('Not verified: there is no token yet');
  await token.box('Token').fill(RSA_TOKEN);
  await expect(token.verification).toHaveText('Not verified: add the key for RS256.');
  await expect(token.region('Header')).toContainText('RS256');
  await expect(token.region('Header')).toContainText('RFC 7515 section 4.1.1');
  await expect(token.region('Payload')).toContainText('joe');
  await expect(token.region('Payload')).toContainText('http://example.com/is_root');
  await expect(token.region('Payload')).toContainText('2011-03-22T18:43:00Z');
  await expect(token.region('Payload')).toContainText('expired');
  await expect(token.region('Signature')).toContainText('cC4hiUPoj9Eetdgtv3hF80EGrhuB');
  await token.region('Payload').getByRole('radio', { name: 'JSON', exact: true }).check();
  await expect(token.region('Payload')).toContainText('"exp": 1300819380');
});

tokenTest('says what the rules find in a token, each thing once', async ({ token }, info) => {
  const findings = token.region('Findings').getByRole('listitem');
  await token
    .box('Token')
    .fill(`${encode({ alg: 'RS257' })}.${encode({ iat: 20, exp: 10, password: 'hunter2' })}.c2ln`);
  await expect(findings).toHaveCount(3);
  await expect(findings.first()).toContainText('Error JW03');
  await expect(findings.first()).toContainText('RFC 7515 section 4.1.1');
  await findings.last().getByText('About JW17').click();
  await expect(findings.last()).toContainText('Applies to: base');
  expect(await violations(token.page)).toEqual([]);
  await token.page.screenshot({ path: info.outputPath('token-findings.png') });
  await token.page.emulateMedia({ colorScheme: 'dark' });
  await token.page.setViewportSize({ width: 400, height: 1400 });
  await token.page.screenshot({ path: info.outputPath('token-findings-narrow.png') });
  await token.box('Token').fill(`${encode({ alg: 'none' })}.${encode({ sub: 'a' })}.`);
  await expect(token.page.getByRole('list', { name: 'Warnings' })).toContainText('not signed');
  await expect(findings).toHaveCount(0);
});

tokenTest('verifies with a pasted JWK, and tells a changed token', async ({ token }) => {
  await token.box('Token').fill(RSA_TOKEN);
  await token.box('Key').fill(RSA_JWK);
  await expect(token.verification).toHaveText('Verified: The signature is valid.');
  await expect(token.page.getByRole('list', { name: 'Claims checked' })).toContainText(
    /Expired \d+ d ago \(exp\)/,
  );
  const [header = '', payload = '', signature = ''] = RSA_TOKEN.split('.');
  await token.box('Token').fill(`${header}.${payload.replace('Jqb2Ui', 'Jqb2Yi')}.${signature}`);
  await expect(token.verification).toHaveText('Invalid signature: The signature does not match.');
  await token.box('Token').fill(`${RSA_TOKEN}.x`);
  await expect(token.verification).toHaveText(/^Malformed: A token has 3 parts/);
  await expect(token.page.getByRole('list', { name: 'Problems' })).toContainText('Copy the token whole');
});

tokenTest('says what is wrong with a key, and keeps what was typed', async ({ token }) => {
  await token.box('Token').fill(RSA_TOKEN);
  for (const [rubbish, sentence] of [
    ['{"kty":"RSA"', /This begins like JSON, but is not: at line 1/],
    ['{"no":"key"}', /The JWK has no kty/],
    ['two words', /This is neither PEM nor JSON/],
    ['-----BEGIN PUBLIC KEY-----\nAAAA', /is cut off or no base64/],
    ['\u0000\u202e<img src=x onerror=alert(1)>', /This is neither PEM nor JSON/],
  ] as const) {
    await token.box('Key').fill(rubbish);
    await expect(token.page.getByRole('main')).toContainText(sentence);
    await expect(token.verification).toHaveText(/^Not verified/);
    await expect(token.box('Key')).toHaveValue(rubbish);
  }
});

tokenTest('verifies a shared secret however it is written, masked', async ({ token }) => {
  await token.box('Token').fill(HMAC_TOKEN);
  const encoding = token.page.getByLabel('How the secret is written');
  await token.box('Secret').fill(HMAC_SECRET);
  await expect(token.verification).toHaveText('Invalid signature: The signature does not match.');
  await encoding.selectOption('hex');
  await expect(token.page.getByText('The secret is not hexadecimal.')).toBeVisible();
  await encoding.selectOption('base64url');
  await expect(token.verification).toHaveText('Verified: The signature is valid.');
  await token.box('Secret').fill(Buffer.from(HMAC_SECRET, 'base64url').toString('hex'));
  await encoding.selectOption('hex');
  await expect(token.verification).toHaveText('Verified: The signature is valid.');
  await expect(token.box('Secret')).toHaveCSS('-webkit-text-security', 'disc');
  await token.press('Reveal secret');
  await expect(token.box('Secret')).toHaveCSS('-webkit-text-security', 'none');
});

tokenTest('checks claims against expectations and a clock of the reader’s own', async ({ token }) => {
  await token.box('Token').fill(RSA_TOKEN);
  await token.box('Key').fill(RSA_JWK);
  await token.page.getByText('Details: expectations').click();
  await token.box('Expected iss').fill('joe');
  await token.box('Expected aud').fill('client');
  await token.box('Verify at').fill('2011-03-22 18:42:00Z');
  const checks = token.page.getByRole('list', { name: 'Claims checked' });
  await expect(checks).toContainText('Passed: Expires in 60 s (exp).');
  await expect(checks).toContainText('Passed: iss matches “joe”.');
  await expect(checks).toContainText('Failed: aud is absent; client was expected.');
  await expect(token.verification).toHaveText(/^Verified/);
  await token.box('Verify at').fill('noon');
  await expect(token.page.getByText('No date and time.')).toBeVisible();
  await token.box('Allowed algorithms').fill('PS256, ES256');
  await expect(token.verification).toHaveText(
    'Not verified: RS256 is not among the allowed algorithms: PS256, ES256.',
  );
});

tokenTest('fetches keys only when asked to, and says why it could not', async ({ token, sandbox }) => {
  await token.box('Token').fill(RSA_TOKEN);
  await token.page.getByRole('radio', { name: 'Issuer or JWKS address' }).check();
  const address = token.box('Issuer or JWKS address');
  await address.fill('ftp://example.com');
  await token.press('Fetch keys');
  await expect(token.page.getByText('is no http or https address')).toBeVisible();
  await address.fill(sandbox.urls.openid);
  await token.press('Fetch keys');
  await expect(token.page.getByText(/keys?, fetched a moment ago/)).toBeVisible();
  await expect(token.page.getByRole('tabpanel', { name: 'Token', exact: true })).toContainText(
    '/.well-known/openid-configuration',
  );
  await expect(token.verification).toBeInViewport();
  await expect(token.verification).toHaveText(/^(Not verified|Invalid signature)/);
  await address.fill(`${sandbox.urls.openid}/no-such-page`);
  await token.press('Fetch keys');
  await expect(token.page.getByText('answered with status 404')).toBeVisible();
});

tokenTest('offers every token of a text, and those inside of them', async ({ token }) => {
  const inner = `${encode({ alg: 'RS256' })}.${encode({ sub: 'inner' })}.c2ln`;
  const outer = `${encode({ alg: 'RS256' })}.${encode({ request: inner })}.c2ln`;
  await token
    .box('Token')
    .fill(`curl -H 'Authorization: Bearer ${RSA_TOKEN}' 'https://bank.example/?request=${outer}'`);
  await expect(token.region('Payload')).toContainText('joe');
  await token.page.getByRole('radio', { name: /^request at character/ }).check();
  await expect(token.region('Payload')).toContainText(inner);
  await token.page.getByRole('radio', { name: /^request inside of it/ }).check();
  await expect(token.region('Payload')).toContainText('inner');
  await expect(token.region('Payload')).not.toContainText(inner);
});

tokenTest('signs with a generated key as one types, and verifies what was signed', async ({ token }) => {
  await token.mode('Sign');
  await expect(token.box('Payload JSON')).toBeVisible();
  await token.press('Generate a key');
  await expect(token.verification).toHaveText('Verified: The signature is valid.');
  await token.press('exp +1 h');
  await expect(token.box('Payload JSON')).toContainText('"exp"');
  await token.box('Payload JSON').press('ControlOrMeta+a');
  await token.page.keyboard.type('{"sub":');
  await expect(token.page.getByText('The last token that could be signed is kept.')).toBeVisible();
  await expect(token.verification).toHaveText(/^Verified/);
  await token.box('Payload JSON').fill('{"sub":"typed by hand"}');
  await expect(token.box('Token')).toContainText(encode({ sub: 'typed by hand' }));
  await expect(token.verification).toHaveText('Verified: The signature is valid.');
  await expect(token.box('Header JSON')).toContainText('"kid"');

  await token.page.getByText('Deliberately broken tokens').click();
  await token.press('Make broken tokens');
  await token.press(/^Show: .*another key/);
  await expect(token.verification).toHaveText(/^Invalid signature/);
});

tokenTest('encrypts a signed token and opens it again', async ({ token }) => {
  const secret = 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY';
  await token.mode('Sign');
  await token.press('Generate a key');
  await expect(token.verification).toHaveText(/^Verified/);
  await token.box('Payload JSON').fill('{"sub":"sealed"}');
  await expect(token.box('Token')).toContainText(encode({ sub: 'sealed' }));
  await token.page.getByText('Encrypt (JWE)').click();
  const encrypt = token.page.getByRole('group', { name: 'Encrypt for' });
  await token.page.getByRole('combobox', { name: 'Key algorithm' }).selectOption('dir');
  await encrypt.getByRole('radio', { name: 'Shared secret' }).check();
  await encrypt.getByRole('textbox', { name: 'Secret' }).fill(secret);
  await encrypt.getByLabel('How the secret is written').selectOption('base64url');
  await encrypt.getByRole('button', { name: 'Encrypt', exact: true }).click();
  await token.press('Show the encrypted token');
  await expect(token.verification).toHaveText(/^Not verified: The token is encrypted/);
  await token.box('Secret').fill(secret);
  await token.page.getByLabel('How the secret is written').selectOption('base64url');
  await expect(token.region('Payload')).toContainText('sealed');
  await token.press('Open the token inside');
  await expect(token.verification).toHaveText('Verified: The signature is valid.');
});

tokenTest('tells what differs between two tokens', async ({ token }) => {
  await token.box('Token').fill(`${encode({ alg: 'RS256' })}.${encode({ sub: 'one' })}.c2ln`);
  await token.press('Compare');
  await token.box('Other token').fill(`${encode({ alg: 'RS256' })}.${encode({ sub: 'two' })}.c2ln`);
  await expect(token.page.getByRole('table', { name: 'Differences' }).getByRole('row').last()).toHaveText(
    /payload\.sub\s*one\s*two/,
  );
});

tokenTest('takes a megabyte, stays usable, and shows what was read', async ({ token }) => {
  const text = `${encode({ alg: 'RS256' })}.${encode({ sub: 'large', filler: 'x'.repeat(786_000) })}.c2ln`;
  expect(text.length).toBeGreaterThan(1_048_000);
  await token.page.evaluate((long) => navigator.clipboard.writeText(long), text);
  await token.box('Token').click();
  await token.page.keyboard.press('ControlOrMeta+v');
  await expect(token.page.getByRole('list', { name: 'Problems' })).toContainText(
    'only the first 1000000 were read',
  );
  await token.page.keyboard.press('ControlOrMeta+a');
  await token.page.keyboard.press('Delete');
  await token.page.keyboard.type('gone');
  await expect(token.box('Token')).toHaveText('gone');
  const painted = await token.page.evaluate(() => document.querySelectorAll('*').length);
  expect(painted).toBeLessThan(2_000);
});

tokenTest('lets Tab leave the editor', async ({ token }) => {
  await token.box('Token').click();
  await token.page.keyboard.press('Tab');
  await expect(token.box('Token')).not.toBeFocused();
});

tokenTest('renders hostile text as text', async ({ token }) => {
  const hostile = '<img src=x onerror="document.title=\'owned\'">\u202e';
  await token
    .box('Token')
    .fill(`${encode({ alg: hostile, kid: hostile })}.${encode({ [hostile]: hostile })}.c2ln`);
  await expect(token.region('Payload')).toContainText('<img src=x');
  await expect(token.page.locator('img')).toHaveCount(0);
  await expect(token.page).not.toHaveTitle('owned');
});

for (const colorScheme of ['light', 'dark'] as const) {
  tokenTest.describe(`in ${colorScheme}`, () => {
    tokenTest.use({ options: { colorScheme } });

    tokenTest(
      `axe finds nothing wrong with any state of the Token tab (${colorScheme})`,
      async ({ token }) => {
        tokenTest.setTimeout(120_000);
        const { page } = token;
        const clean = async (state: string): Promise<void> =>
          expect(await violations(page), state).toEqual([]);
        for (const width of [1200, 400]) {
          await page.setViewportSize({ width, height: 800 });
          await token.mode('Decode');
          await token.box('Token').fill(RSA_TOKEN);
          await token.page.getByRole('radio', { name: 'Pasted key' }).check();
          await token.box('Key').fill(RSA_JWK);
          await expect(token.verification).toHaveText(/^Verified/);
          await clean(`verified at ${width}`);
          await token.box('Token').fill(`${RSA_TOKEN} ${RSA_TOKEN.slice(0, -4)}AAAA`);
          await token.page.getByRole('radio', { name: /^Token 2/ }).check();
          await expect(token.verification).toHaveText(/^Invalid signature/);
          await clean(`invalid, one of two at ${width}`);
          await token.box('Token').fill('ey.=.x');
          await expect(token.verification).toHaveText(/^Malformed/);
          await clean(`malformed at ${width}`);
          await token.press('Compare');
          await clean(`comparing at ${width}`);
          await token.press('Compare');
          await token.press('Clear');
          await token.mode('Sign');
          await expect(token.box('Payload JSON')).toBeVisible();
          await clean(`signing at ${width}`);
        }
      },
    );
  });
}

tokenTest('says once that a text is no token', async ({ token }) => {
  for (const rubbish of ['hello world', 'no.token', '🙂', '%%%']) {
    await token.box('Token').fill(rubbish);
    await expect(token.verification).toHaveText('Malformed: No token found');
    await expect(token.page.getByText('No token found')).toHaveCount(1);
    await expect(token.page.getByRole('list', { name: 'Problems' })).toHaveCount(0);
    await expect(token.region('Header')).toHaveCount(0);
  }
  await token.box('Token').fill(`${encode({ alg: 'RS256' })}.`);
  await expect(token.verification).toHaveText(/^Malformed: A token has 3 parts/);
  await expect(token.region('Header')).toContainText('RS256');
});

tokenTest('the verdict stays in view beside the key while the claims are read', async ({ token }) => {
  await token.page.setViewportSize({ width: 1000, height: 260 });
  await token.box('Token').fill(RSA_TOKEN);
  await token.box('Key').fill(RSA_JWK);
  await token.region('Signature').scrollIntoViewIfNeeded();
  await expect(token.verification).toHaveText('Verified: The signature is valid.');
  await expect(token.verification).toBeInViewport({ ratio: 1 });
  await expect(token.box('Key')).toBeInViewport({ ratio: 0.95 });
});

import type { Hono } from 'hono';
import type { Consents } from './consents.ts';
import type { LeatherbackTokens } from './tokens.ts';

const ACCOUNT_ID = '5ee6f1b0-2f5a-4f0c-9f7e-0d6a3f5a9c11';

/** Adds the endpoint that shows the customer's account to whom the consent lets see it. */
export function mountAccounts(
  app: Hono,
  consents: Consents,
  tokens: LeatherbackTokens,
  now: () => number,
): void {
  app.get('/accounts', async (c) => {
    const refuse = (status: 400 | 401 | 403, message: string): Response =>
      c.json(
        { isSuccess: false, error: message, message, responseCode: String(status), value: null },
        status,
      );
    c.header('Cache-Control', 'no-store');
    const customer = await tokens.customerOf(c.req.header('authorization'));
    if (customer === undefined) return refuse(401, 'Send the token of the code exchange as Bearer token.');
    const customerId = c.req.query('CustomerId') ?? customer.customerId;
    if (customerId !== customer.customerId) return refuse(403, 'The token belongs to another CustomerId.');
    const consent = consents.find(customer.consentId, customer.clientId);
    if (consent?.Status !== 'Authorised') return refuse(403, 'The consent is not authorised.');
    if (Date.parse(consent.ExpirationDateTime) <= now()) return refuse(403, 'The consent has expired.');
    if (!consent.Permissions.some((permission) => permission.startsWith('ReadAccounts'))) {
      return refuse(403, 'The consent has no permission to read accounts.');
    }
    const isDetail = consent.Permissions.includes('ReadAccountsDetail');
    const detail = isDetail ? { accountNumber: '31926819', sortCode: '601613' } : {};
    const value = { accountId: ACCOUNT_ID, currency: 'GBP', accountType: 'Personal', ...detail };
    return c.json({ isSuccess: true, error: null, message: 'OK', responseCode: '00', value });
  });
}

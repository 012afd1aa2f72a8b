import type { FlowCall } from '../../flow/types.ts';
import { isConsentCall } from '../consent-call.ts';
import { quoteValue } from '../define.ts';
import { callsOf, providerRule } from '../provider-rule.ts';
import type { Found } from '../types.ts';

const NAME = 'Data.Permissions';

/** Permissions of the Open Banking Read/Write API that Leatherback's consents follow. */
const KNOWN =
  /^Read(?:Accounts|Beneficiaries|StandingOrders|ScheduledPayments|Statements|Transactions)(?:Basic|Detail)$|^Read(?:Balances|DirectDebits|Products|Offers|Party|PartyPSU|PAN|TransactionsCredits|TransactionsDebits)$/;

/** Which permission needs one of which others, in the Open Banking Read/Write API. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  ReadTransactionsBasic: ['ReadTransactionsCredits', 'ReadTransactionsDebits'],
  ReadTransactionsDetail: ['ReadTransactionsCredits', 'ReadTransactionsDebits'],
  ReadTransactionsCredits: ['ReadTransactionsBasic', 'ReadTransactionsDetail'],
  ReadTransactionsDebits: ['ReadTransactionsBasic', 'ReadTransactionsDetail'],
};

/** A consent asks for permissions that can be given. */
export const lb09 = providerRule('leatherback', {
  id: 'LB09',
  severity: 'error',
  source:
    'Leatherback, Third Party Provider integration: Create Client Consent, Permissions and Dependencies; Open Banking Read/Write API, Permissions',
  title: 'Data.Permissions names known permissions, with those that they depend on.',
  find: (flow, { catalogue }) => callsOf(flow, 'leatherback', catalogue).flatMap(faultsOf),
});

function faultsOf(call: FlowCall): readonly Found[] {
  const list = permissionsOf(call);
  if (!list) return [];
  const at = { part: 'call', parameter: NAME } as const;
  if (list.length === 0) {
    const named = call.fields.some(({ name }) => name.startsWith(NAME));
    return [
      {
        ...(named ? {} : { severity: 'warning' as const }),
        message: `${NAME} is ${named ? 'empty' : 'missing'}: the consent allows nothing.`,
        remedy: 'Name at least ReadAccountsBasic.',
        at,
      },
    ];
  }
  const found: Found[] = [];
  const unknown = list.find((one) => !KNOWN.test(one));
  if (unknown !== undefined) {
    const remedy = 'Write it as the documents do, such as ReadAccountsBasic; names are case sensitive.';
    found.push({ message: `${NAME} has ${quoteValue(unknown)}, which is not a permission.`, remedy, at });
  }
  for (const one of new Set(list)) {
    const needs = Object.hasOwn(NEEDS, one) ? NEEDS[one] : undefined;
    if (!needs || needs.some((other) => list.includes(other))) continue;
    const message = `${NAME} has ${one} without ${needs.join(' or ')}, which it depends on.`;
    found.push({ message, remedy: `Add ${needs.join(' or ')}, or both.`, at });
  }
  return found;
}

/** The list as it was typed, one a word, or as JSON; undefined when the call makes no consent. */
function permissionsOf(call: FlowCall): readonly string[] | undefined {
  const { fields } = call;
  const members = fields.filter(
    ({ in: place, name }) => place === 'json' && (name === NAME || name.startsWith(`${NAME}.`)),
  );
  if (members.length === 0) return isConsentCall(call) ? [] : undefined;
  return members.flatMap(({ value = '' }) => value.split(/[\s,"'[\]]+/).filter((one) => one !== ''));
}

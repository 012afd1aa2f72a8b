import type { PartTitle } from '../../lib/flow/compare-flows.ts';
import type { ComparedValue } from '../../lib/flow/compare-values.ts';
import type { FlowStatus } from '../../lib/flow/types.ts';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import { outcomeLabel } from '../../lib/state/flows/outcome-label.ts';

const TITLES = {
  Outcome: 'compareOutcome',
  'Request parameters': 'compareRequestParameters',
  'Request object claims': 'compareRequestObject',
  Hops: 'compareHops',
  'Callback parameters': 'compareCallbackParameters',
  'Token claims': 'compareTokenClaims',
  Findings: 'compareFindings',
  Times: 'compareTimes',
} as const satisfies Record<PartTitle, MessageName>;

/** The rows that are facts of a flow, by part; the rows of other parts have the names of parameters and claims. */
const FACTS: Partial<Record<PartTitle, ReadonlyMap<string, MessageName>>> = {
  Outcome: new Map([
    ['status', 'compareFactStatus'],
    ['outcome', 'compareFactOutcome'],
    ['cause', 'compareFactCause'],
    ['provider', 'compareFactProvider'],
    ['endpoint', 'compareFactEndpoint'],
    ['channel', 'compareFactChannel'],
    ['delivery', 'compareFactDelivery'],
    ['recognised by', 'compareFactRecognised'],
  ]),
  Times: new Map([
    ['started', 'compareFactStarted'],
    ['until the callback', 'compareFactUntil'],
    ['slowest hop', 'compareFactSlowest'],
  ]),
};

const STATUSES = {
  open: 'compareOpen',
  completed: 'compareCompleted',
  failed: 'compareFailed',
  held: 'compareHeld',
  abandoned: 'compareAbandoned',
  unseen: 'compareUnseen',
} as const satisfies Record<FlowStatus, MessageName>;

/** A status in the middle of a line. */
export function statusLabel(status: FlowStatus): string {
  return t(STATUSES[status]);
}

/** A part's heading in the reader's language. */
export function partTitle(title: PartTitle): string {
  return t(TITLES[title]);
}

/** A row's name: in the reader's language where it is a fact of the flow, verbatim where it is a parameter or a claim. */
export function factName(title: PartTitle, name: string): string {
  const known = FACTS[title]?.get(name);
  return known === undefined ? name : t(known);
}

/** A row's value: status and outcome in the reader's language, everything else verbatim. */
export function factValue(
  title: PartTitle,
  name: string,
  value: ComparedValue | undefined,
): string | undefined {
  if (typeof value === 'object') return outcomeLabel(value);
  if (title !== 'Outcome' || value === undefined) return value;
  return name === 'status' && isStatus(value) ? statusLabel(value) : value;
}

const isStatus = (value: string): value is FlowStatus => Object.hasOwn(STATUSES, value);

import type { RedactionSummary } from '../../export/redact.ts';
import type { ValueClass } from '../../export/redaction/value-class.ts';
import { type MessageName, t, tCount } from '../../i18n/t.ts';

/** What each class of replaced values is called in a summary; some share a name. */
const LABELS: Readonly<Record<ValueClass, MessageName>> = {
  code: 'exportClassCode',
  token: 'exportClassToken',
  assertion: 'exportClassToken',
  signature: 'exportClassToken',
  sealed: 'exportClassToken',
  secret: 'exportClassSecret',
  cookie: 'exportClassSession',
  session: 'exportClassSession',
  state: 'exportClassAttempt',
  nonce: 'exportClassAttempt',
  challenge: 'exportClassAttempt',
  hash: 'exportClassAttempt',
  person: 'exportClassPerson',
  client: 'exportClassClient',
  key: 'exportClassClient',
  id: 'exportClassId',
  record: 'exportClassId',
  name: 'exportClassName',
  segment: 'exportClassAddress',
  host: 'exportClassAddress',
  text: 'exportClassText',
  body: 'exportClassText',
  scope: 'exportClassValue',
  value: 'exportClassValue',
};

/** What a redaction did, in words. */
export function redactionParts({ values, places, classes }: RedactionSummary): {
  readonly replaced: string;
  readonly classes: readonly { readonly label: string; readonly count: number }[];
} {
  const counts = new Map<MessageName, number>();
  for (const { kind, values: count } of classes) {
    const name = LABELS[kind];
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a);
  return {
    replaced: tCount('exportReplaced', values, places),
    classes: sorted.map(([name, count]) => ({ label: t(name), count })),
  };
}

import type { JSX } from 'preact';
import { type FamilyStep, type Rotation, tokenFamily } from '../../lib/flow/token-family.ts';
import type { FlowCall } from '../../lib/flow/types.ts';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import { formatClock, formatExact } from '../../lib/state/shared/format.ts';
import { Section } from '../ui/section.tsx';

const ROTATIONS = {
  issued: 'flowFamilyIssued',
  rotated: 'flowFamilyRotated',
  kept: 'flowFamilyKept',
  refused: 'flowFamilyRefused',
  unseen: 'flowFamilyUnseen',
} as const satisfies Record<Rotation, MessageName>;

/** The exchange and its refreshes in their order, and what became of the refresh token; nothing without a refresh. */
export function TokenFamily({ calls }: { readonly calls: readonly FlowCall[] }): JSX.Element | null {
  const steps = tokenFamily(calls);
  if (!steps.some(({ call }) => isRefresh(call))) return null;
  return (
    <Section title={t('flowFamily')} class="stack">
      <ol aria-label={t('flowFamily')}>
        {steps.map((step) => (
          <li key={step.call.id} title={formatExact(step.call.at)}>
            <span class="muted">{formatClock(step.call.at)}</span> <Step {...step} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Step({ call, rotation, reusedAfter }: FamilyStep): JSX.Element {
  const what = t(isRefresh(call) ? 'flowFamilyRefresh' : 'flowFamilyExchange');
  return (
    <>
      {what}: {t(ROTATIONS[rotation])}
      {reusedAfter !== undefined && <strong class="tone-error"> {t('flowFamilyReused')}</strong>}
    </>
  );
}

function isRefresh({ fields }: FlowCall): boolean {
  return fields.some(({ name, value }) => name === 'grant_type' && value === 'refresh_token');
}

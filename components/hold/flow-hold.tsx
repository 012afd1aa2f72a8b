import type { JSX } from 'preact';
import { isHeld } from '../../lib/flow/status.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { HeldCallback } from './held-callback.tsx';
import { HoldOutcome } from './hold-outcome.tsx';

/** The hold of a flow in its detail: to decide on, or what was decided. */
export function FlowHoldPart({ flow }: { readonly flow: Flow }): JSX.Element | null {
  const { hold, callback } = flow;
  if (!hold || !callback) return null;
  if (!isHeld(flow)) return <HoldOutcome hold={hold} />;
  return (
    <section class="flow-hold" aria-label={t('holdHeldCallback')}>
      <p>{t('holdIntroduction')}</p>
      <HeldCallback flow={flow} callback={callback} />
    </section>
  );
}

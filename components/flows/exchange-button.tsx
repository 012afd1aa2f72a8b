import type { JSX } from 'preact';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { exchangeStep } from '../../lib/state/steps/steps-flow.ts';
import { useAppModel } from '../app/models.ts';
import { useCatalogue } from '../app/services.ts';

/** Goes to the step that trades the code for tokens, with what the flow brought filled in. */
export function ExchangeButton({ flow }: { readonly flow: Flow }): JSX.Element | null {
  const { exchange } = useAppModel();
  const profile = useCatalogue().byId.get(flow.profileId);
  if (!profile || !exchangeStep(profile)) return null;
  return (
    <button type="button" class="button" onClick={() => exchange(flow.id)}>
      {t('flowExchange')}
    </button>
  );
}

import type { JSX } from 'preact';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import { NO_EXPECTATIONS } from '../../lib/state/token/token-expectations.ts';
import type { TokenMode } from '../../lib/state/token/token-model.ts';
import { useAppModel } from '../app/models.ts';
import { Segmented } from '../ui/segmented.tsx';

const MODES = [
  { id: 'decode', label: 'tokenDecode' },
  { id: 'sign', label: 'tokenSign' },
] as const satisfies readonly { readonly id: TokenMode; readonly label: MessageName }[];

/** Above the columns: reading or making a token, comparing, and a fresh start. */
export function TokenBar(): JSX.Element {
  const { token: model } = useAppModel();
  const compares = model.other.value !== undefined;
  return (
    <div class="token-bar">
      <Segmented
        label={t('tokenMode')}
        options={MODES.map(({ id, label }) => ({ id, label: t(label) }))}
        chosen={model.mode.value}
        onChoose={(mode) => {
          model.mode.value = mode;
        }}
      />
      <button
        type="button"
        class="button quiet"
        aria-pressed={compares}
        onClick={() => {
          model.other.value = compares ? undefined : '';
        }}
      >
        {t('tokenCompare')}
      </button>
      <button
        type="button"
        class="button quiet"
        disabled={model.text.value === ''}
        onClick={() => model.open('', NO_EXPECTATIONS)}
      >
        {t('tokenClear')}
      </button>
    </div>
  );
}

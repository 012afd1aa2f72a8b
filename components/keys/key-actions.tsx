import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { exportSpkiPem } from '../../lib/keys/export-key.ts';
import { publicJwk, publicJwks } from '../../lib/keys/public-jwks.ts';
import type { KeyRecord } from '../../lib/keys/types.ts';
import type { KeysModel } from '../../lib/state/keys/keys-model.ts';
import { Icon } from '../ui/icon.tsx';
import { CopyTextButton } from './copy-text-button.tsx';

interface KeyActionsProps {
  readonly model: KeysModel;
  readonly record: KeyRecord;
  /** Whether its details are shown. */
  readonly open: boolean;
  readonly detailsId: string;
  readonly onToggle: () => void;
}

/** What can be done with a key; its public side only. */
export function KeyActions({ model, record, open, detailsId, onToggle }: KeyActionsProps): JSX.Element {
  const { id, name } = record;
  const shared = record.publicJwk;
  return (
    <div class="row-actions key-actions">
      {shared && (
        <>
          <CopyTextButton
            label={t('keysPublicJwk')}
            name={t('keysCopyPublicJwkOf', name)}
            text={JSON.stringify(publicJwk(shared), undefined, 2)}
          />
          <CopyTextButton
            label="JWKS"
            name={t('keysCopyJwksOf', name)}
            text={JSON.stringify(publicJwks([shared]), undefined, 2)}
          />
          <CopyTextButton label="PEM" name={t('keysCopyPemOf', name)} text={() => exportSpkiPem(shared)} />
        </>
      )}
      <button
        type="button"
        class="button"
        aria-label={t('keysDetailsOf', name)}
        aria-expanded={open}
        aria-controls={open ? detailsId : undefined}
        onClick={onToggle}
      >
        <Icon name={open ? 'chevron-down' : 'chevron-right'} />
        {t('keysDetails')}
      </button>
      <button
        type="button"
        class="button"
        aria-label={t('keysDeleteOf', name)}
        title={t('keysDeleteTitle', name)}
        onClick={() => void model.delete(id)}
      >
        <Icon name="bin" />
      </button>
    </div>
  );
}

import type { JSX } from 'preact';
import { exportSpkiPem } from '../../lib/keys/export-key.ts';
import { publicJwk, publicJwks } from '../../lib/keys/public-jwks.ts';
import type { KeyRecord } from '../../lib/keys/types.ts';
import type { KeysModel } from '../../lib/state/keys-model.ts';
import { say } from '../../lib/state/say.ts';
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
            label={say('keysPublicJwk')}
            name={say('keysCopyPublicJwkOf', name)}
            text={JSON.stringify(publicJwk(shared), undefined, 2)}
          />
          <CopyTextButton
            label="JWKS"
            name={say('keysCopyJwksOf', name)}
            text={JSON.stringify(publicJwks([shared]), undefined, 2)}
          />
          <CopyTextButton label="PEM" name={say('keysCopyPemOf', name)} text={() => exportSpkiPem(shared)} />
        </>
      )}
      <button
        type="button"
        class="button"
        aria-label={say('keysDetailsOf', name)}
        aria-expanded={open}
        aria-controls={open ? detailsId : undefined}
        onClick={onToggle}
      >
        <Icon name={open ? 'chevron-down' : 'chevron-right'} />
        {say('keysDetails')}
      </button>
      <button
        type="button"
        class="button"
        aria-label={say('keysDeleteOf', name)}
        title={say('keysDeleteTitle', name)}
        onClick={() => void model.delete(id)}
      >
        <Icon name="bin" />
      </button>
    </div>
  );
}

import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { publicJwks } from '../../lib/keys/public-jwks.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { Toast } from '../ui/toast.tsx';
import { CopyTextButton } from './copy-text-button.tsx';
import { GenerateKey } from './generate-key.tsx';
import { KeyTable } from './key-table.tsx';
import './keys.css';
import { keysModelOf } from './keys-model-of.ts';

/** The signing keys: generate, publish, rename, delete. */
export function KeysTab(): JSX.Element {
  const model = keysModelOf(useServices());
  const shown = useAppModel().tab.value === 'keys';
  useEffect(() => {
    if (shown) void model.reload();
  }, [model, shown]);
  const keys = model.keys.value;
  const failure = model.failure.value;
  const deleted = model.deleted.value;
  return (
    <div class="keys">
      <Section title="Generate a key">
        <GenerateKey model={model} />
        <p class="muted">
          Private keys are made in this browser as non-extractable: they sign here, and nothing, Grantscope
          included, can read or export them. Only the public part can be copied.
        </p>
        {failure && (
          <Note tone="error">
            {failure.message} {failure.remedy}
          </Note>
        )}
      </Section>
      {keys?.length === 0 && (
        <EmptyState title="No keys yet">
          Generate one above, then give its public JWKS to the provider that verifies your requests.
        </EmptyState>
      )}
      {keys !== undefined && keys.length > 0 && (
        <Section
          title="Signing keys"
          actions={
            <CopyTextButton
              label="Copy public JWKS of all keys"
              text={JSON.stringify(publicJwks(keys.map(({ publicJwk }) => publicJwk)), undefined, 2)}
            />
          }
        >
          <KeyTable model={model} keys={keys} />
        </Section>
      )}
      <div role="status">
        {deleted && (
          <Toast
            text={`Deleted the key ${deleted.name}.`}
            action={{ label: 'Undo', run: () => void model.undoDelete() }}
            onClose={model.forgetDeleted}
          />
        )}
      </div>
    </div>
  );
}

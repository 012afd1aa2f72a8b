import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { publicJwk, publicJwks } from '../../lib/keys/public-jwks.ts';
import type { StoredKey } from '../../lib/keys/types.ts';
import { formatExact, formatRelative } from '../../lib/state/format.ts';
import type { KeysModel } from '../../lib/state/keys-model.ts';
import { useServices } from '../app/services.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Value } from '../ui/value.tsx';
import { CopyTextButton } from './copy-text-button.tsx';

interface KeyTableProps {
  readonly model: KeysModel;
  readonly keys: readonly StoredKey[];
}

/** The stored keys, newest first. */
export function KeyTable({ model, keys }: KeyTableProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section class="scroll-x" tabIndex={0} aria-label="Table of signing keys">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">kid</th>
            <th scope="col">alg</th>
            <th scope="col">Created</th>
            <th scope="col">
              <span class="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <Row key={key.id} model={model} stored={key} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ model, stored }: { readonly model: KeysModel; readonly stored: StoredKey }): JSX.Element {
  const { now } = useServices();
  const { id, name, kid, algorithm, createdAt } = stored;
  return (
    <tr>
      <th scope="row">
        <KeyName model={model} id={id} name={name} />
      </th>
      <td>
        <span class="key-kid">
          <Value text={kid} line />
          <CopyButton what={`kid of ${name}`} value={kid} />
        </span>
      </td>
      <td class="monospace">{algorithm}</td>
      <td class="narrow">
        <time dateTime={formatExact(createdAt)} title={formatExact(createdAt)}>
          {formatRelative(createdAt, now())}
        </time>
      </td>
      <td class="actions narrow">
        <CopyTextButton label="Public JWK" text={JSON.stringify(publicJwk(stored.publicJwk), undefined, 2)} />{' '}
        <CopyTextButton label="JWKS" text={JSON.stringify(publicJwks([stored.publicJwk]), undefined, 2)} />{' '}
        <button
          type="button"
          class="button"
          aria-label={`Delete ${name}`}
          title={`Delete ${name}; can be undone for ten seconds`}
          onClick={() => void model.delete(id)}
        >
          <Icon name="bin" />
        </button>
      </td>
    </tr>
  );
}

interface KeyNameProps {
  readonly model: KeysModel;
  readonly id: string;
  readonly name: string;
}

function KeyName({ model, id, name }: KeyNameProps): JSX.Element {
  const [draft, setDraft] = useState<string>();
  const rename = (): void => {
    if (draft !== undefined) void model.rename(id, draft);
    setDraft(undefined);
  };
  if (draft === undefined) {
    return (
      <>
        <span>{name}</span>{' '}
        <button
          type="button"
          class="button link"
          aria-label={`Rename ${name}`}
          onClick={() => setDraft(name)}
        >
          Rename
        </button>
      </>
    );
  }
  return (
    <input
      class="input"
      aria-label={`New name of ${name}`}
      maxLength={80}
      value={draft}
      ref={(element) => element?.focus()}
      onInput={(event) => setDraft(event.currentTarget.value)}
      onBlur={rename}
      onKeyDown={(event) => {
        if (event.key === 'Enter') rename();
        if (event.key === 'Escape') setDraft(undefined);
      }}
    />
  );
}

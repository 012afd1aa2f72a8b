import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { GENERATED_ALGORITHMS } from '../../lib/keys/generate.ts';
import type { KeysModel } from '../../lib/state/keys-model.ts';

/** Asks for a name and an algorithm and generates a key. */
export function GenerateKey({ model }: { readonly model: KeysModel }): JSX.Element {
  const id = useId();
  const [name, setName] = useState('');
  const [algorithm, setAlgorithm] = useState('PS256');
  const generate = async (): Promise<void> => {
    const made = await model.generate(name, algorithm);
    if (made) setName('');
  };
  return (
    <form
      class="row-actions generate-key"
      onSubmit={(event) => {
        event.preventDefault();
        void generate();
      }}
    >
      <label for={`${id}-name`}>Name</label>
      <input
        id={`${id}-name`}
        class="input"
        value={name}
        maxLength={80}
        placeholder={`${algorithm} key`}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <label for={`${id}-algorithm`}>Algorithm</label>
      <select
        id={`${id}-algorithm`}
        class="input"
        value={algorithm}
        onChange={(event) => setAlgorithm(event.currentTarget.value)}
      >
        {Object.entries(GENERATED_ALGORITHMS).map(([value, { label }]) => (
          <option key={value} value={value}>
            {value} ({label})
          </option>
        ))}
      </select>
      <button type="submit" class="button primary" disabled={model.generating.value}>
        {model.generating.value ? 'Generating…' : 'Generate'}
      </button>
    </form>
  );
}

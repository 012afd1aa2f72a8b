import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useRequestModel } from './request-context.ts';

const REFUSED = 'That is no http or https URL. Copy the authorize URL whole, from https:// on.';

/** Takes an authorize URL apart into the fields. */
export function PasteField(): JSX.Element {
  const model = useRequestModel();
  const id = useId();
  const [text, setText] = useState('');
  const [said, setSaid] = useState({ text: '', profileId: '' });
  const take = async (pasted: string): Promise<void> => {
    if (pasted.trim() === '') return;
    const taken = await model.paste(pasted);
    setText(taken ? '' : pasted);
    const { id: profileId, name } = model.profile.value;
    setSaid({ text: taken ? `The fields now hold that request, as ${name}.` : REFUSED, profileId });
  };
  return (
    <section class="section request-picker" aria-label="Start from a URL">
      <label for={id}>Paste an authorize URL to start from it</label>
      <input
        id={id}
        class="input monospace"
        type="text"
        spellcheck={false}
        autocomplete="off"
        value={text}
        aria-describedby={`${id}-said`}
        placeholder="https://…?response_type=…"
        onInput={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData('text') ?? '';
          if (pasted === '' || text !== '') return;
          event.preventDefault();
          void take(pasted);
        }}
        onKeyDown={(event) => event.key === 'Enter' && void take(text)}
        onChange={(event) => void take(event.currentTarget.value)}
      />
      <p id={`${id}-said`} class="request-beside muted" role="status">
        {said.profileId === model.profile.value.id ? said.text : ''}
      </p>
    </section>
  );
}

import type { JSX } from 'preact';
import { tokenRuns } from '../../lib/state/token-runs.ts';
import { useAppModel } from '../app/models.ts';

/** Longer texts are shown plain, since colouring them would slow down typing. */
const LONGEST_COLOURED = 50_000;

/** The text that was pasted, coloured by segment, with problems underlined. */
export function TokenEditor(): JSX.Element {
  const { token: model } = useAppModel();
  const text = model.text.value;
  const coloured = text !== '' && text.length <= LONGEST_COLOURED;
  return (
    <div class="token-editor" data-coloured={coloured}>
      {coloured && (
        <pre class="token-colours" aria-hidden="true">
          {tokenRuns(text, model.decoded.value).map((run, index) => (
            <span
              key={`${index} ${run.segment}`}
              class={run.problem ? 'token-problem' : undefined}
              data-segment={run.segment}
            >
              {run.text}
            </span>
          ))}
          {'\n'}
        </pre>
      )}
      <textarea
        class="token-text"
        aria-label="Token"
        placeholder="Paste a token, a URL that contains one, or a header line"
        spellcheck={false}
        autocomplete="off"
        value={text}
        onInput={(event) => model.open(event.currentTarget.value)}
      />
    </div>
  );
}

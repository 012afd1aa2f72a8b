import type { JSX } from 'preact';
import { useAppModel } from '../app/models.ts';

/** Tokens offered by number; more than these are counted. */
const OFFERED = 20;

/** Offers the tokens of a text that holds several. */
export function TokenChoice(): JSX.Element | null {
  const { token: model } = useAppModel();
  const found = model.found.value;
  if (found.length < 2) return null;
  return (
    <fieldset class="token-choice">
      <legend>{found.length} tokens in this text</legend>
      {found.slice(0, OFFERED).map((place, index) => (
        <label key={place.start} class="check">
          <input
            type="radio"
            name="token-choice"
            checked={model.choice.value === index}
            onChange={() => {
              model.choice.value = index;
            }}
          />
          Token {index + 1} <span class="muted">at character {place.start + 1}</span>
        </label>
      ))}
      {found.length > OFFERED && <p class="muted">The first {OFFERED} are offered.</p>}
    </fieldset>
  );
}

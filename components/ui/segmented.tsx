import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import './segmented.css';

interface SegmentedProps<Id extends string> {
  /** Name of the group. */
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

/** A few choices side by side, one of which holds; radio buttons to the keyboard and to a screen reader. */
export function Segmented<Id extends string>(props: SegmentedProps<Id>): JSX.Element {
  const { label, options, chosen, onChoose } = props;
  const name = useId();
  return (
    <fieldset class="segmented">
      <legend class="visually-hidden">{label}</legend>
      {options.map(({ id, label: text }) => (
        <label key={id} class="segment" data-checked={chosen === id}>
          <input
            type="radio"
            name={name}
            class="segment-input"
            checked={chosen === id}
            onChange={() => onChoose(id)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

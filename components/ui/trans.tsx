import { type ComponentChildren, Fragment, type JSX } from 'preact';
import { type MessageName, t } from '../../lib/i18n/t.ts';

interface TransProps {
  readonly name: MessageName;
  /** What stands in the places $1 to $9 of the message. */
  readonly children: ComponentChildren;
}

/** Unlikely in any message; stands where an element goes. */
const PLACE = (index: number): string => `\u0001${index}\u0001`;

/** A message with elements inside, each where the language puts it. */
export function Trans({ name, children }: TransProps): JSX.Element {
  const inside = Array.isArray(children) ? children : [children];
  const text = t(name, ...inside.map((_, index) => PLACE(index)));
  return (
    <>
      {text.split('\u0001').map((part, index) => (
        <Fragment key={String(index)}>{index % 2 === 0 ? part : inside[Number(part)]}</Fragment>
      ))}
    </>
  );
}

import { makeVisible } from '../oauth/text-problems.ts';

/** Characters of a value that a sentence shows. */
const QUOTED_LENGTH = 60;

/** A value as a sentence shows it: in quotation marks, bounded, with what cannot be seen escaped. */
export function quote(value: string): string {
  const characters = Array.from(value.slice(0, QUOTED_LENGTH * 2));
  const short = value.length <= QUOTED_LENGTH ? value : `${characters.slice(0, QUOTED_LENGTH - 1).join('')}…`;
  return `“${makeVisible(short)}”`;
}

import { redactUrl } from './redact-url.ts';
import { inside, MAX_REDACTION_DEPTH, type TextTools } from './text-tools.ts';
import { isKnownText, isKnownWord } from './vocabulary.ts';

/** UTF-16 units of a sentence that is looked at word by word; a longer text is hidden whole. */
const LONGEST = 2_000;

const WORD = /^([("'“‘[{<«]{0,4})(.*?)([)"'”’\]}>».,;:!?]{0,4})$/s;
const CONTRACTION = /^[a-z]{2,8}['’](?:t|s|re|ve|ll)$/i;

/**
 * A text of an error for people. Words of the vocabulary, addresses without identifiers and numbers of at most two
 * digits stay; each other word is replaced. A text with more unknown words than known ones is hidden whole.
 */
export function redactSentence(text: string, tools: TextTools): string {
  const { placeholders } = tools;
  if (text.length > LONGEST || tools.depth >= MAX_REDACTION_DEPTH) return placeholders.hide('text', text);
  const parts = text.split(/(\s+)/);
  let known = 0;
  let unknown = 0;
  for (const part of parts) {
    const word = WORD.exec(part)?.[2] ?? '';
    if (word === '' || /^\s+$/.test(word)) continue;
    if (isKnown(word)) known += 1;
    else unknown += 1;
  }
  if (unknown === 0) return text;
  if (unknown > known) return placeholders.hide('text', text);
  return parts
    .map((part) => {
      const [, before = '', word = '', after = ''] = WORD.exec(part) ?? [];
      if (word === '' || /^\s+$/.test(word) || isKnown(word)) return part;
      if (/^https?:\/\//i.test(word)) return `${before}${redactUrl(word, inside(tools))}${after}`;
      return `${before}${placeholders.hide('text', word)}${after}`;
    })
    .join('');
}

function isKnown(word: string): boolean {
  if (isKnownWord(word) || /^\d{1,2}$/.test(word) || CONTRACTION.test(word)) return true;
  return /^[A-Za-z_.:/-]+$/.test(word) && isKnownText(word);
}

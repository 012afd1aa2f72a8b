import { isHarmless } from './harmless-values.ts';
import { isPlaceholder } from './placeholders.ts';
import { redactHost } from './redact-url.ts';
import type { Sweep } from './sweep.ts';
import type { TextTools } from './text-tools.ts';
import { isKnownText } from './vocabulary.ts';

const WORD_OF_VALUES = /[^\s“”"'(),;]+/g;

/**
 * A sentence of ours, such as the message of a finding. What it quotes is a value and is redacted as one; outside of
 * quotation marks hidden values, addresses and what looks like an identifier are replaced.
 */
export function redactMessage(message: string, tools: TextTools, sweep: Sweep): string {
  return quotedParts(sweep(message))
    .map(({ text, quoted }) => (quoted ? redactQuoted(text, tools) : redactUnquoted(text, tools)))
    .join('');
}

/** A sentence cut at its quotation marks; a mark that is never closed quotes the rest. */
function quotedParts(sentence: string): readonly { readonly text: string; readonly quoted: boolean }[] {
  const parts: { readonly text: string; readonly quoted: boolean }[] = [];
  for (let at = 0; at < sentence.length; ) {
    const open = sentence.indexOf('“', at);
    const start = open < 0 ? sentence.length : open + 1;
    parts.push({ text: sentence.slice(at, start), quoted: false });
    if (open < 0) break;
    const close = sentence.indexOf('”', start);
    at = close < 0 ? sentence.length : close;
    parts.push({ text: sentence.slice(start, at), quoted: true });
  }
  return parts;
}

function redactUnquoted(sentence: string, tools: TextTools): string {
  return sentence.replace(WORD_OF_VALUES, (word) => {
    let length = word.length;
    while (length > 0 && '.:!?…'.includes(word[length - 1] ?? ' ')) length--;
    const [text, end] = [word.slice(0, length), word.slice(length)];
    if (isPlaceholder(text) || !/[@%=]|\d{5}|\w\.\w.*\w\.\w|:\/\//.test(text)) return word;
    if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?$/i.test(text)) return redactHost(text, tools) + end;
    return (isKnownText(text) ? text : tools.named('', text, tools)) + end;
  });
}

function redactQuoted(value: string, tools: TextTools): string {
  const { placeholders, names } = tools;
  if (value === '' || isPlaceholder(value) || names.has(value) || isKnownText(value)) return value;
  const cut = value.indexOf('…');
  if (cut >= 0) {
    const start = value.slice(0, cut);
    if (isPlaceholder(start)) return value.slice(0, cut + 1);
    for (const [whole, { placeholder }] of placeholders.hidden) {
      if (start.length >= 16 && whole.startsWith(start)) return placeholder;
    }
    return placeholders.hide('value', value);
  }
  return isHarmless('alg', value, false) ? value : tools.named('', value, tools);
}

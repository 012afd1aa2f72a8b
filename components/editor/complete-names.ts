import type { CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { Meaning } from '../../lib/jwt/claims-meaning.ts';

/** Offers the names of an object's members, wherever a name can stand. */
export function completeNames(names: Readonly<Record<string, Meaning>>): CompletionSource {
  const options = Object.entries(names).map(([label, { meaning, source }]) => ({
    label,
    info: `${meaning} ${source}`,
    apply: `"${label}": `,
  }));
  return (context: CompletionContext): CompletionResult | null => {
    const node = syntaxTree(context.state).resolveInner(context.pos, -1);
    if (node.name === 'String' || node.name === 'Number') return null;
    const word = context.matchBefore(/"?[\w#:/.-]*/);
    const isName = node.name === 'PropertyName';
    if (!word || (word.from === word.to && !context.explicit)) return null;
    const before = context.state.sliceDoc(Math.max(0, word.from - 200), word.from).trimEnd();
    if (!isName && !/[{,]$/.test(before)) return null;
    // A closing quote that was put in by itself is replaced too.
    const to = context.state.sliceDoc(context.pos, context.pos + 1) === '"' ? context.pos + 1 : context.pos;
    return { from: word.from, to, options: options.map(quoted), filter: true, validFor: /^"?[\w#:/.-]*$/ };
  };
}

/** Typed with its quote, a name is matched with it. */
function quoted(option: { label: string; info: string; apply: string }): {
  label: string;
  displayLabel: string;
  info: string;
  apply: string;
} {
  return { ...option, label: `"${option.label}"`, displayLabel: option.label };
}

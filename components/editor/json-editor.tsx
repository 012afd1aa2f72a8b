import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  defaultHighlightStyle,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { linter } from '@codemirror/lint';
import { EditorView, keymap } from '@codemirror/view';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Meaning } from '../../lib/jwt/claims-meaning.ts';
import { readObjectText } from '../../lib/state/token/token-json.ts';
import { CodeEditor, type CodeEditorProps } from './code-editor.tsx';
import { completeNames } from './complete-names.ts';
import { type PlacedProblem, problemLinter } from './problem-linter.ts';

export interface JsonEditorProps extends Omit<CodeEditorProps, 'extensions'> {
  /** Names that are offered, with what they mean. */
  readonly names: Readonly<Record<string, Meaning>>;
  /** What is wrong beyond the grammar, marked where it stands; read once, when the editor is first shown. */
  readonly check?: (text: string) => Promise<readonly PlacedProblem[]>;
}

/** The colours of CodeMirror's own style, and what of the theme stands for them. */
const THEMED: Readonly<Record<string, string>> = {
  '#a11': 'var(--success)', // strings
  '#164': 'var(--warning)', // numbers
  '#219': 'var(--accent)', // true, false and null
};

const colours = HighlightStyle.define(
  defaultHighlightStyle.specs.flatMap(({ tag, color }) => {
    const themed = THEMED[String(color)];
    return themed === undefined ? [] : [{ tag, color: themed }];
  }),
);

const faults = linter(
  ({ state }) => {
    const { fault } = readObjectText(state.doc.toString());
    if (!fault) return [];
    const from = Math.min(fault.offset, Math.max(0, state.doc.length - 1));
    const to = Math.min(from + 1, state.doc.length);
    return [{ from, to, severity: 'error', message: fault.message }];
  },
  { delay: 200 },
);

/** A JSON object in an editor: coloured, its first fault marked, registered names completed. */
export function JsonEditor({ names, check, ...rest }: JsonEditorProps): JSX.Element {
  const [extensions] = useState(() => [
    json(),
    syntaxHighlighting(colours),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    faults,
    check ? problemLinter(check) : [],
    autocompletion({ override: [completeNames(names)], icons: false }),
    keymap.of(completionKeymap),
    EditorView.contentAttributes.of({ 'aria-autocomplete': 'list' }),
  ]);
  return <CodeEditor {...rest} extensions={extensions} />;
}

import type { EditorView } from '@codemirror/view';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DecodedToken } from '../../lib/jwt/types.ts';
import { CodeEditor } from './code-editor.tsx';
import { markToken, tokenMarks } from './token-marks.ts';

interface TokenTextEditorProps {
  readonly label: string;
  readonly text: string;
  /** What was read of exactly this text. */
  readonly decoded: DecodedToken;
  readonly onInput: (text: string) => void;
  readonly placeholder?: string;
  readonly class?: string;
}

/** The text of a token, coloured by segment, with its problems underlined. */
export function TokenTextEditor({ decoded, ...rest }: TokenTextEditorProps): JSX.Element {
  const [view, setView] = useState<EditorView>();
  useEffect(() => {
    view?.dispatch({ effects: markToken.of(decoded) });
  }, [view, decoded]);
  return <CodeEditor {...rest} extensions={tokenMarks} onView={setView} />;
}

import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import { EditorView, highlightSpecialChars, keymap, placeholder } from '@codemirror/view';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { adoptStyles } from './adopt-styles.ts';
import './editor.css';
import { editorTheme } from './editor-theme.ts';

/** A text editor as other components see it. */
export interface CodeEditorProps {
  /** Accessible name. */
  readonly label: string;
  readonly text: string;
  readonly onInput: (text: string) => void;
  /** What this editor can do beside editing; read once, when it is first shown. */
  readonly extensions?: Extension;
  readonly placeholder?: string;
  readonly class?: string;
  /** Given the view once it exists, for effects that come from outside. */
  readonly onView?: (view: EditorView | undefined) => void;
}

/** Longer texts are reported only when typing pauses, in milliseconds, since reading them takes longer than a keystroke. */
const LONG_TEXT = 100_000;
const PAUSE = 150;

const MOST_REPORTED = 20;

/** Marks a change that came from outside, which is not reported back. */
const given = Annotation.define<true>();

/** A multi-line text box that stays fast with long texts. Tab leaves it; deceiving characters are made visible. */
export function CodeEditor({ label, text, onInput, onView, ...rest }: CodeEditorProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const report = useRef(onInput);
  report.current = onInput;
  /** Texts that were told and may still come back, while newer ones are already being typed. */
  const reported = useRef<readonly string[]>([]);
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const first = useRef({ label, text, onView, ...rest });

  useEffect(() => {
    const { label, text, onView, extensions = [], ...options } = first.current;
    adoptStyles();
    const made = new EditorView({
      ...(host.current ? { parent: host.current } : {}),
      state: EditorState.create({
        doc: text,
        extensions: [
          // Only a line feed ends a line, so that what was pasted comes back as it was.
          EditorState.lineSeparator.of('\n'),
          EditorView.lineWrapping,
          EditorState.phrases.of({
            'Control character': t('tokenEditorControlCharacter'),
            Completions: t('tokenEditorCompletions'),
          }),
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
          highlightSpecialChars(),
          history(),
          keymap.of([...standardKeymap, ...historyKeymap]),
          options.placeholder === undefined ? [] : placeholder(options.placeholder),
          extensions,
          editorTheme,
          EditorView.updateListener.of((update) => {
            if (!update.docChanged || update.transactions.some((one) => one.annotation(given))) return;
            clearTimeout(waiting.current);
            const submit = (): void => {
              const now = update.view.state.doc.toString();
              reported.current = [...reported.current.slice(-MOST_REPORTED), now];
              report.current(now);
            };
            const typed = update.transactions.some((one) => !one.isUserEvent('input.paste'));
            // What was pasted is on show before it is read.
            if (update.state.doc.length > LONG_TEXT) waiting.current = setTimeout(submit, typed ? PAUSE : 0);
            else submit();
          }),
        ],
      }),
    });
    view.current = made;
    onView?.(made);
    return () => {
      clearTimeout(waiting.current);
      onView?.(undefined);
      made.destroy();
      view.current = undefined;
    };
  }, []);

  useEffect(() => {
    const shown = view.current?.state.doc;
    if (!view.current || !shown) return;
    const echo = reported.current.lastIndexOf(text);
    reported.current = reported.current.slice(echo + 1);
    if (echo >= 0 || (shown.length === text.length && shown.toString() === text)) return;
    reported.current = [];
    clearTimeout(waiting.current);
    view.current.dispatch({
      changes: { from: 0, to: shown.length, insert: view.current.state.toText(text) },
      annotations: given.of(true),
    });
  }, [text]);

  return <div class={`code-editor ${rest.class ?? ''}`} ref={host} />;
}

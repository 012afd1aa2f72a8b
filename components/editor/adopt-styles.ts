import { EditorView } from '@codemirror/view';

let adopted = false;

/**
 * Lets editors in the document use a constructed style sheet. CodeMirror constructs one inside of a shadow root, and writes
 * a style element otherwise, which the content security policy refuses; a shadow root would hide the editor from assistive
 * tools that do not look into it. So the set of styles is made in a shadow root that is thrown away, and handed on.
 */
export function adoptStyles(): void {
  if (adopted) return;
  adopted = true;
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  new EditorView({ root }).destroy();
  for (const symbol of Object.getOwnPropertySymbols(root)) {
    Object.defineProperty(document, symbol, { value: Reflect.get(root, symbol) });
  }
}

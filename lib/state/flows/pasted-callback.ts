import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Background, Failure } from '../../messaging/protocol.ts';
import type { SubmittedCallback } from '../../messaging/submit-protocol.ts';

/** What became of the last paste. */
export type PasteResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'told'; readonly submitted: SubmittedCallback }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A place to paste the callback on which another device ended. What was refused stays in the field. */
export interface PastedCallback {
  readonly text: Signal<string>;
  readonly result: ReadonlySignal<PasteResult>;
  submit(): Promise<void>;
}

export interface SubmissionOptions {
  readonly background: Background;
  /** The inspected tab, in the panel. */
  readonly scopeTabId?: number;
  /** Called with the flow that something joined. */
  readonly onSubmitted?: (flowId: string) => void;
}

/** Makes an empty one over a background. */
export function createPastedCallback({
  background,
  scopeTabId,
  onSubmitted,
}: SubmissionOptions): PastedCallback {
  const text = signal('');
  const result = signal<PasteResult>({ kind: 'none' });
  return {
    text,
    result,
    async submit() {
      const pasted = text.peek();
      const outcome = await background.call('submitCallback', {
        text: pasted,
        ...(scopeTabId === undefined ? {} : { tabId: scopeTabId }),
      });
      if (!outcome.ok) {
        result.value = { kind: 'failed', failure: outcome.failure };
        return;
      }
      if (text.peek() === pasted) text.value = '';
      result.value = { kind: 'told', submitted: outcome.value };
      onSubmitted?.(outcome.value.flowId);
    },
  };
}

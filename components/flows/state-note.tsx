import type { JSX } from 'preact';
import type { Flow } from '../../lib/flow/types.ts';
import { stateVerdict } from '../../lib/state/flow-words.ts';
import { Icon } from '../ui/icon.tsx';
import { Value } from '../ui/value.tsx';

/** How the state that came back compares with the one that was sent. */
export function StateNote({ flow }: { readonly flow: Flow }): JSX.Element | null {
  const verdict = stateVerdict(flow);
  switch (verdict.kind) {
    case 'matches':
      return (
        <p class="tone-success">
          <Icon name="completed" /> state matches the request
        </p>
      );
    case 'differs':
      return (
        <p class="tone-error">
          <Icon name="failed" /> state differs from the request: sent <Value text={verdict.sent} />
        </p>
      );
    case 'not returned':
      return (
        <p class="tone-error">
          <Icon name="failed" /> sent with the request, but it did not come back
        </p>
      );
    case 'not sent':
      return (
        <p class="tone-error">
          <Icon name="failed" /> came back, although the request sent none
        </p>
      );
    case 'unknown':
      return (
        <p class="muted">
          <Icon name="info" />{' '}
          {flow.callback
            ? 'not compared: the authorize request was not seen'
            : flow.request || flow.launch
              ? 'sent with the request'
              : 'told by the webhook; the authorize request was not seen'}
        </p>
      );
  }
}

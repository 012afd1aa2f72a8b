import type { JSX } from 'preact';
import type { Flow } from '../../lib/flow/types.ts';
import { stateVerdict } from '../../lib/state/flow-words.ts';
import { say } from '../../lib/state/say.ts';
import { Icon } from '../ui/icon.tsx';
import { Said } from '../ui/said.tsx';
import { Value } from '../ui/value.tsx';

/** How the state that came back compares with the one that was sent. */
export function StateNote({ flow }: { readonly flow: Flow }): JSX.Element | null {
  const verdict = stateVerdict(flow);
  switch (verdict.kind) {
    case 'matches':
      return (
        <p class="tone-success">
          <Icon name="completed" /> {say('flowStateMatches')}
        </p>
      );
    case 'differs':
      return (
        <p class="tone-error">
          <Icon name="failed" />{' '}
          <Said name="flowStateDiffers">
            <Value text={verdict.sent} />
          </Said>
        </p>
      );
    case 'not returned':
      return (
        <p class="tone-error">
          <Icon name="failed" /> {say('flowStateNotReturned')}
        </p>
      );
    case 'not sent':
      return (
        <p class="tone-error">
          <Icon name="failed" /> {say('flowStateNotSent')}
        </p>
      );
    case 'unknown':
      return (
        <p class="muted">
          <Icon name="info" />{' '}
          {say(
            flow.callback
              ? 'flowStateNotCompared'
              : flow.request || flow.launch
                ? 'flowStateSent'
                : 'flowStateByWebhook',
          )}
        </p>
      );
  }
}

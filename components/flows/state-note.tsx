import type { JSX } from 'preact';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { stateVerdict } from '../../lib/state/flows/flow-labels.ts';
import { Icon } from '../ui/icon.tsx';
import { Trans } from '../ui/trans.tsx';
import { Value } from '../ui/value.tsx';

/** How the state that came back compares with the one that was sent. */
export function StateNote({ flow }: { readonly flow: Flow }): JSX.Element | null {
  const verdict = stateVerdict(flow);
  switch (verdict.kind) {
    case 'matches':
      return (
        <p class="tone-success">
          <Icon name="completed" /> {t('flowStateMatches')}
        </p>
      );
    case 'differs':
      return (
        <p class="tone-error">
          <Icon name="failed" />{' '}
          <Trans name="flowStateDiffers">
            <Value text={verdict.sent} />
          </Trans>
        </p>
      );
    case 'not returned':
      return (
        <p class="tone-error">
          <Icon name="failed" /> {t('flowStateNotReturned')}
        </p>
      );
    case 'not sent':
      return (
        <p class="tone-error">
          <Icon name="failed" /> {t('flowStateNotSent')}
        </p>
      );
    case 'unknown':
      return (
        <p class="muted">
          <Icon name="info" />{' '}
          {t(
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

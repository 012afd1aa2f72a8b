import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { Bystander } from '../../lib/messaging/hold-protocol.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Value } from '../ui/value.tsx';

interface BystanderPartProps {
  readonly bystander: Bystander;
  readonly decide: (send: boolean) => void;
}

/** A stopped request that is no callback: from where and to where, and whether to send it. */
export function BystanderPart({ bystander, decide }: BystanderPartProps): JSX.Element {
  const { initiator, method, url, frameId } = bystander;
  const inFrame = frameId !== 0;
  return (
    <>
      <p class="hold-why">{t('holdBystanderWhy')}</p>
      <dl class="facts">
        <dt>{t('holdInitiator')}</dt>
        <dd>{initiator === undefined ? t('holdInitiatorUnknown') : <Value text={initiator} />}</dd>
        <dt>{t('holdDestination')}</dt>
        <dd class="hold-url">
          {method} <Value text={url} atFirst={300} />
        </dd>
      </dl>
      {inFrame && <Note tone="info">{t('holdBystanderFrame')}</Note>}
      <div class="row-actions hold-decisions">
        {!inFrame && (
          <button type="button" class="button" onClick={() => decide(true)}>
            <Icon name="launch" />
            {t('holdBystanderSend')}
          </button>
        )}
        <button type="button" class="button" onClick={() => decide(false)}>
          {t('holdBystanderLeave')}
        </button>
      </div>
    </>
  );
}

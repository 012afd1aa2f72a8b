import type { JSX } from 'preact';
import type { FlowMark } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { markSentence } from '../../lib/state/flows/mark-labels.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

const ICONS = {
  'request-not-seen': 'unseen',
  'seen-without-hops': 'unseen',
  'in-frame': 'frame',
  'in-popup': 'popup',
  private: 'private',
  launched: 'launch',
  missed: 'missed',
  phone: 'phone',
  pasted: 'paste',
  'webhook-only': 'webhook',
  'earlier-session': 'history',
  'released-unfaithfully': 'held',
  imported: 'import',
  uncertain: 'info',
  reloaded: 'history',
} as const satisfies Record<FlowMark, IconName>;

/** What a reader must know about how the flow was seen, a sentence a mark. */
export function FlowMarks({ marks }: { readonly marks: readonly FlowMark[] }): JSX.Element | null {
  if (marks.length === 0) return null;
  return (
    <ul class="flow-marks" aria-label={t('flowMarks')}>
      {marks.map((mark) => (
        <li key={mark}>
          <Icon name={ICONS[mark]} /> {markSentence(mark)}
        </li>
      ))}
    </ul>
  );
}

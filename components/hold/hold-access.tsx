import type { JSX } from 'preact';
import { t, tCount } from '../../lib/i18n/t.ts';
import type { HoldStatus } from '../../lib/messaging/hold-protocol.ts';
import { hostOfPattern } from '../../lib/providers/access-patterns.ts';
import { useServices } from '../app/services.ts';
import { Note } from '../ui/note.tsx';
import './hold.css';

/** Hosts that are named; the rest is counted. */
const NAMED = 3;

/** Says which callbacks cannot be held for want of access, and offers to ask for it. */
export function HoldAccess({ hold }: { readonly hold: HoldStatus | undefined }): JSX.Element | null {
  const { access } = useServices();
  if (!hold?.on || hold.unreachable.length === 0) return null;
  const hosts = [...new Set(hold.unreachable.map(hostOfPattern))];
  const named = hosts.slice(0, NAMED).join(', ');
  const more = hosts.length - NAMED;
  return (
    <div class="hold-access">
      <Note tone="warning" word={t('holdHold')}>
        {more > 0 ? t('holdNoAccessMore', named, more) : t('holdNoAccess', named)}{' '}
        <button
          type="button"
          class="button"
          onClick={() => void access.request(hold.unreachable).catch(() => false)}
        >
          {hosts.length === 1 ? t('holdAllowHost', named) : tCount('holdAllowHosts', hosts.length)}
        </button>
      </Note>
    </div>
  );
}

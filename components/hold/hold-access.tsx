import type { JSX } from 'preact';
import type { HoldStatus } from '../../lib/messaging/hold-protocol.ts';
import { hostOfPattern } from '../../lib/providers/access-patterns.ts';
import { say, sayCount } from '../../lib/state/say.ts';
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
      <Note tone="warning" word={say('holdHold')}>
        {more > 0 ? say('holdNoAccessMore', named, more) : say('holdNoAccess', named)}{' '}
        <button
          type="button"
          class="button"
          onClick={() => void access.request(hold.unreachable).catch(() => false)}
        >
          {hosts.length === 1 ? say('holdAllowHost', named) : sayCount('holdAllowHosts', hosts.length)}
        </button>
      </Note>
    </div>
  );
}

import type { JSX } from 'preact';
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
  const more = hosts.length > NAMED ? ` and ${hosts.length - NAMED} more` : '';
  return (
    <div class="hold-access">
      <Note tone="warning" word="Hold">
        Callbacks to {hosts.slice(0, NAMED).join(', ')}
        {more} cannot be held: Grantscope has no access there.{' '}
        <button
          type="button"
          class="button"
          onClick={() => void access.request(hold.unreachable).catch(() => false)}
        >
          Allow access to {hosts.length === 1 ? hosts[0] : `${hosts.length} hosts`}
        </button>
      </Note>
    </div>
  );
}

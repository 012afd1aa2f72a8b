import { render } from 'preact';
import type { ReleasedRequest } from '../../lib/flow/hold-types.ts';
import type { HoldAddress } from '../../lib/state/hold-page-model.ts';
import { say } from '../../lib/state/say.ts';
import type { Services } from '../../lib/state/services.ts';
import { ServicesContext } from '../app/services.ts';
import { pageRoot } from '../ui/page-root.ts';
import '../ui/theme.css';
import { HoldPage } from './hold-page.tsx';

/** Shows the hold page in a page with an element `root`. */
export function mountHold(
  document: Document,
  services: Services,
  address: HoldAddress,
  send: (request: ReleasedRequest) => void,
): void {
  const root = pageRoot(document, services.surface);
  document.title = say('holdHeldCallback');
  render(
    <ServicesContext.Provider value={services}>
      <HoldPage address={address} send={send} />
    </ServicesContext.Provider>,
    root,
  );
}

import { render } from 'preact';
import type { ReleasedRequest } from '../../lib/flow/hold-types.ts';
import { t } from '../../lib/i18n/t.ts';
import type { Services } from '../../lib/state/app/services.ts';
import type { HoldAddress } from '../../lib/state/hold/hold-page-model.ts';
import { ServicesContext } from '../app/services.ts';
import { pageRoot } from '../ui/page-root.ts';
import '../ui/theme.css';
import { HoldPageView } from './hold-page.tsx';

/** Shows the hold page in a page with an element `root`. */
export function mountHold(
  document: Document,
  services: Services,
  address: HoldAddress,
  send: (request: ReleasedRequest) => void,
): void {
  const root = pageRoot(document, services.surface);
  document.title = t('holdHeldCallback');
  render(
    <ServicesContext.Provider value={services}>
      <HoldPageView address={address} send={send} />
    </ServicesContext.Provider>,
    root,
  );
}

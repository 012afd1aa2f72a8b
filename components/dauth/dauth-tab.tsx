import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { createDauthModel } from '../../lib/state/dauth/dauth-model.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { keysModelOf } from '../keys/keys-model-of.ts';
import '../request/request.css';
import { CallPart } from './call-part.tsx';
import { ClaimFields } from './claim-fields.tsx';
import './dauth.css';
import { t } from '../../lib/i18n/t.ts';
import { DauthModelContext } from './dauth-context.ts';
import { OwnCallPart } from './own-call-part.tsx';
import { ServerPart } from './server-part.tsx';
import { SigningPart } from './signing-part.tsx';
import { TokenPart } from './token-part.tsx';

/** Writes the DAuth header of the Open Bank Project, checks it, and tries it at a server. */
export function DauthTab(): JSX.Element {
  const services = useServices();
  const keys = keysModelOf(services);
  const [model] = useState(() => createDauthModel({ services, keys }));
  useEffect(() => model.dispose, [model]);
  const shown = useAppModel().tab.value === 'dauth';
  useEffect(() => {
    if (shown) void keys.reload();
  }, [keys, shown]);
  if (!model.ready.value) return <div class="request" aria-busy="true" />;
  return (
    <DauthModelContext.Provider value={model}>
      <div class="request dauth">
        <div class="request-form">
          <ServerPart />
          <ClaimFields />
          <SigningPart />
          <OwnCallPart />
        </div>
        <section class="dauth-result" aria-label={t('dauthFinishedHeader')}>
          <TokenPart />
          <CallPart />
        </section>
      </div>
    </DauthModelContext.Provider>
  );
}

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { MissingHost } from '../../lib/state/flows/missing-access.ts';
import { useServices } from '../app/services.ts';
import { Note } from '../ui/note.tsx';

const ALL_SITES = ['<all_urls>'];

/** Asks the browser for every site. */
export function AllowAllSites(): JSX.Element {
  return <AllowButton label={t('flowsAllowAllSites')} patterns={ALL_SITES} />;
}

/** Says which hosts could not be seen and offers to ask for them. */
export function AllowHosts({ hosts }: { readonly hosts: readonly MissingHost[] }): JSX.Element | null {
  if (hosts.length === 0) return null;
  return (
    <Note tone="info" word={t('flowsAccess')}>
      {t(
        'flowsMissingAccess',
        hosts.map(({ host }) => host).reduce((one, next) => t('flowsAnd', one, next)),
      )}
      <span class="row-actions allow">
        {hosts.map(({ host, patterns }) => (
          <AllowButton key={host} label={t('uiAllowAccessTo', host)} patterns={patterns} />
        ))}
        <AllowAllSites />
      </span>
    </Note>
  );
}

interface AllowButtonProps {
  readonly label: string;
  readonly patterns: readonly string[];
}

function AllowButton({ label, patterns }: AllowButtonProps): JSX.Element {
  const { access } = useServices();
  const [said, setSaid] = useState('');
  const ask = (): void => {
    access.request(patterns).then(
      (granted) => {
        const refused = access.elsewhere ? 'flowsAllowElsewhere' : 'flowsNotAllowed';
        setSaid(t(granted ? 'flowsAllowed' : refused));
      },
      () => setSaid(t('flowsCannotAsk')),
    );
  };
  return (
    <>
      <button type="button" class="button" onClick={ask}>
        {label}
      </button>
      <span aria-live="polite">{said}</span>
    </>
  );
}

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { MissingHost } from '../../lib/state/missing-access.ts';
import { say } from '../../lib/state/say.ts';
import { useServices } from '../app/services.ts';
import { Note } from '../ui/note.tsx';

const ALL_SITES = ['<all_urls>'];

/** Asks the browser for every site. */
export function AllowAllSites(): JSX.Element {
  return <AllowButton label={say('flowsAllowAllSites')} patterns={ALL_SITES} />;
}

/** Says which hosts could not be seen and offers to ask for them. */
export function AllowHosts({ hosts }: { readonly hosts: readonly MissingHost[] }): JSX.Element | null {
  if (hosts.length === 0) return null;
  return (
    <Note tone="info" word={say('flowsAccess')}>
      {say(
        'flowsMissingAccess',
        hosts.map(({ host }) => host).reduce((one, next) => say('flowsAnd', one, next)),
      )}
      <span class="row-actions allow">
        {hosts.map(({ host, patterns }) => (
          <AllowButton key={host} label={say('uiAllowAccessTo', host)} patterns={patterns} />
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
        setSaid(say(granted ? 'flowsAllowed' : refused));
      },
      () => setSaid(say('flowsCannotAsk')),
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

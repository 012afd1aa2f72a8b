import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { environmentPatterns, hostOfPattern, missingPatterns } from '../../lib/providers/access-patterns.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { Note } from '../ui/note.tsx';
import { useRequestModel } from './request-context.ts';

/** Says which hosts of the provider cannot be seen, and asks for them. */
export function AccessNote(): JSX.Element | null {
  const model = useRequestModel();
  const { access } = useServices();
  const granted = useAppModel().access.value;
  if (!granted || granted.allSites) return null;
  const wanted = environmentPatterns(model.environment.value, model.endpoint.value);
  const missing = missingPatterns(wanted, granted.origins);
  if (missing.length === 0) return null;
  const hosts = missing.map(hostOfPattern).join(', ');
  return (
    <Note tone="warning" word={t('requestUnseen')}>
      {t('requestUnseenHosts', hosts)}
      <div class="row-actions">
        <button type="button" class="button access-allow" onClick={() => void access.request(missing)}>
          {t('requestAllowHosts', hosts)}
        </button>
      </div>
    </Note>
  );
}

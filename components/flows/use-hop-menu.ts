import type { Hop } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { quoteForShell } from '../../lib/oauth/shell-quote.ts';
import { hostOf } from '../../lib/oauth/url.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import type { MenuItem } from '../ui/menu.tsx';

/** Gives what can be done with a hop. */
export function useHopMenu(): (hop: Hop) => readonly MenuItem[] {
  const { flows } = useAppModel();
  const { clipboard } = useServices();
  return ({ url, location, method }) => {
    const host = hostOf(url);
    const copy = (what: string, text: string): MenuItem => ({
      label: t('uiCopyWhat', what),
      run: () => void clipboard(text).catch(() => undefined),
    });
    return [
      copy('URL', url),
      ...(location === undefined ? [] : [copy('Location', location)]),
      ...(method === 'GET' ? [copy(t('flowMenuCurl'), `curl --globoff ${quoteForShell(url)}`)] : []),
      ...(host === ''
        ? []
        : [
            {
              label: t('flowMenuHost'),
              separate: true,
              run: () => {
                flows.filter.value = `host:${host}`;
              },
            },
          ]),
    ];
  };
}

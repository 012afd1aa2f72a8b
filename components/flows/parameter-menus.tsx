import type { ComponentChildren, JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { findTokens } from '../../lib/jwt/find-tokens.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { ParameterMenuContext } from '../ui/context-menu.ts';

/** The parameters of what is inside have menus. */
export function ParameterMenus({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { openToken } = useAppModel();
  const { clipboard } = useServices();
  const copy = (text: string) => () => void clipboard(text).catch(() => undefined);
  return (
    <ParameterMenuContext.Provider
      value={({ name, value }) => [
        { label: t('uiCopyWhat', t('uiValueOf', name.slice(0, 60))), run: copy(value) },
        { label: t('uiCopyWhat', t('uiMenuPair')), run: copy(`${name}=${value}`) },
        ...(findTokens(value).length === 0
          ? []
          : [{ label: t('flowOpenInTokenTab'), separate: true, run: () => openToken(value) }]),
      ]}
    >
      {children}
    </ParameterMenuContext.Provider>
  );
}

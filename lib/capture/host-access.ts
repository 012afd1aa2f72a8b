import { browser } from '../browser/browser.ts';

/** What the browser allows the extension to see; it is asked once for as long as nothing of it changes. */
export interface HostAccess {
  /** Match patterns of the hosts to which access is granted. */
  origins(): Promise<readonly string[]>;
  /** Whether it may run in private windows; a change restarts the extension. */
  privateAllowed(): Promise<boolean>;
  /** Asks the browser again with the next question. */
  forget(): void;
}

/** Registers its listeners at once. @param onChange called when access was granted or taken away */
export function createHostAccess(onChange: () => void): HostAccess {
  const { permissions, extension } = browser;
  let origins: Promise<readonly string[]> | undefined;
  let privateAllowed: Promise<boolean> | undefined;
  const forget = (): void => {
    origins = undefined;
  };
  for (const event of [permissions.onAdded, permissions.onRemoved])
    event.addListener(() => {
      forget();
      onChange();
    });
  return {
    forget,
    origins() {
      origins ??= permissions.getAll().then(
        (granted) => granted.origins ?? [],
        (error: unknown) => {
          forget();
          throw error;
        },
      );
      return origins;
    },
    privateAllowed() {
      privateAllowed ??= extension.isAllowedIncognitoAccess();
      return privateAllowed;
    },
  };
}

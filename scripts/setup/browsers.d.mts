/** The browsers that the scripts and the end-to-end tests drive. */
export type BrowserId = 'chromium' | 'firefox';

export interface BrowserFacts {
  readonly name: string;
  readonly variable: string;
  readonly commands: readonly string[];
  readonly places: readonly string[];
  readonly debianPackage: string;
}

export const BROWSERS: Readonly<Record<BrowserId, BrowserFacts>>;

export function findBrowser(
  id: BrowserId,
  env?: Readonly<Record<string, string | undefined>>,
  exists?: (file: string) => boolean,
): string | undefined;

export function setUpBrowsers(ids: readonly BrowserId[]): Promise<boolean>;

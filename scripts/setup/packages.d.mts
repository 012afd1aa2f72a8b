/** An entry of a lockfile, as far as it matters here. */
export interface LockedPackage {
  readonly version?: string;
  readonly link?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly peer?: boolean;
}

export function firstDifference(
  locked: Readonly<Record<string, LockedPackage>>,
  installed: Readonly<Record<string, LockedPackage>>,
): string | undefined;

export function whyInstall(): string | undefined;
export function setUpPackages(): Promise<boolean>;

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Where a runner writes its report, and in whose format. */
export interface Report {
  readonly kind: 'vitest' | 'playwright';
  readonly file: string;
}

export interface VitestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

export interface PlaywrightReport {
  readonly stats: Readonly<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>;
  readonly errors: readonly unknown[];
}

export function forgetReport(report: Report | undefined): void;
export function countStep(report: Report | undefined, exitCode: number): Counts;
export function countVitest(report: VitestReport): Counts;
export function countPlaywright(report: PlaywrightReport): Counts;

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Titles of tests that passed only when they were tried again. */
  readonly triedAgain?: readonly string[];
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
  readonly suites?: readonly PlaywrightSuite[];
}

export interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
}

export function forgetReport(report: Report | undefined): void;
export function countStep(report: Report | undefined, exitCode: number): Counts;
export function countVitest(report: VitestReport): Counts;
export function countPlaywright(report: PlaywrightReport): Counts;

import { type CountName, type MessageName, t, tCount } from '../../i18n/t.ts';
import type { DraftProblem } from '../../providers/check-draft.ts';
import type { Finding, Severity } from '../../rules/types.ts';

/** What is to be said of a draft: a problem of its fields, or a finding of a rule on the finished URL. */
export interface RequestRemark {
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  /** The parameter as it stands in the URL; empty for one without a name, absent when it is about the endpoint. */
  readonly parameter?: string;
  readonly rule?: string;
  /** Specification or document, and section. */
  readonly source?: string;
}

/** Rules that say what a problem of a field says, by the problem's code. */
const SAID_BY: Readonly<Record<string, readonly string[]>> = {
  missing: ['AR01', 'AR02', 'AR06', 'CP01', 'CP03', 'CP04', 'LB02', 'LB03'],
  'endpoint-fragment': ['AR05'],
  'endpoint-not-https': ['AR05'],
  'not-absolute-url': ['AR06'],
  'url-has-fragment': ['AR06'],
  'url-has-query': ['CP02'],
  'not-uuid-v4': ['CP03'],
  'mixed-scopes': ['CP05'],
  'scope-missing': ['AR13'],
  'not-one-of': ['AR20', 'AR27', 'CP04', 'LB03'],
  pattern: ['AR12', 'AR21', 'AR29', 'AR30', 'RO23'],
  'too-short': ['AR15'],
  'secret-in-url': ['AR28'],
  repeated: ['AR03'],
  'other-name': ['CP01'],
  'nonce-missing': ['AR17'],
  'tokens-in-query': ['AR25'],
  'challenge-plain': ['AR20'],
  unbound: ['AR14'],
};

/** Rules of a provider that say, of the same parameter, what a general one says. */
const SAID_BETTER: Readonly<Record<string, string>> = { RO06: 'LB04' };

const ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

const COUNTED: Record<Severity, { readonly none: MessageName; readonly some: CountName }> = {
  error: { none: 'requestErrorsNone', some: 'requestErrors' },
  warning: { none: 'requestWarningsNone', some: 'requestWarnings' },
  info: { none: 'requestNotesNone', some: 'requestNotes' },
};

/** Findings and problems of one draft, worst first. A problem that a finding says as well is left out. */
export function remarksOf(
  problems: readonly DraftProblem[],
  findings: readonly Finding[],
): readonly RequestRemark[] {
  const tells = (rule: string | undefined, parameter: string | undefined): boolean =>
    findings.some((finding) => finding.rule === rule && finding.at.parameter === parameter);
  const own = problems.filter(
    ({ code, parameter }) => !(SAID_BY[code] ?? []).some((rule) => tells(rule, parameter)),
  );
  const others = findings.filter(({ rule, at }) => !tells(SAID_BETTER[rule], at.parameter));
  return [...own.map(fromProblem), ...others.map(fromFinding)].toSorted(
    (one, other) => ORDER[one.severity] - ORDER[other.severity],
  );
}

function fromProblem({ code, severity, message, remedy, parameter }: DraftProblem): RequestRemark {
  const name = code === 'nameless' ? '' : parameter;
  return { severity, message, remedy, ...(name === undefined ? {} : { parameter: name }) };
}

function fromFinding({ severity, message, remedy, rule, source, at }: Finding): RequestRemark {
  const parameter = at.part === 'request' || at.part === 'token' ? at.parameter : undefined;
  return { severity, message, remedy, rule, source, ...(parameter === undefined ? {} : { parameter }) };
}

/** Such as `1 error, no warnings, 2 notes`. */
export function countRemarks(remarks: readonly Pick<RequestRemark, 'severity'>[]): string {
  const counted = (severity: Severity): string => {
    const count = remarks.filter((remark) => remark.severity === severity).length;
    const { none, some } = COUNTED[severity];
    return count === 0 ? t(none) : tCount(some, count);
  };
  return t('requestCounts', counted('error'), counted('warning'), counted('info'));
}

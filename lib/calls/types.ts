/** A part of a text that is sent; a secret part is masked until revealed. */
export interface TemplateSegment {
  readonly text: string;
  readonly secret?: boolean;
}

export interface BuiltHeader {
  readonly name: string;
  readonly value: readonly TemplateSegment[];
}

/** A request exactly as it goes, apart from what the browser adds. */
export interface BuiltRequest {
  readonly method: string;
  readonly url: readonly TemplateSegment[];
  readonly headers: readonly BuiltHeader[];
  /** Absent when nothing is sent. */
  readonly body?: readonly TemplateSegment[];
  readonly encoding: 'none' | 'form' | 'json';
}

/** What is wrong with a request before it is sent: a code, a sentence that names the field, a remedy. */
export interface StepProblem {
  /** Key of the field ({@link fieldKey}), `base NAME` for a base URL, or empty when it is about the whole request. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** `error` is asked about before sending; `fatal` cannot be sent at all. */
  readonly severity: 'warning' | 'error' | 'fatal';
}

/** What a server answered. Times are milliseconds. */
export interface StepAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** True when only the beginning of the body was read. */
  readonly cut: boolean;
}

/** Something to be told about an answer. */
export interface Remark {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** Document or specification section. */
  readonly source?: string;
}

/** A request and its response as `devtools.network` lists them (HAR 1.2), as far as they are read. The browsers differ in what else they add. */
export interface NetworkEntry {
  /** ISO 8601. */
  readonly startedDateTime: string;
  /** Milliseconds. */
  readonly time: number;
  readonly _error?: string | null;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly Header[];
    readonly postData?: {
      readonly mimeType?: string;
      readonly text?: string;
      readonly params?: readonly { readonly name: string; readonly value?: string }[];
    };
  };
  readonly response: {
    /** 0 when there was no answer. */
    readonly status: number;
    readonly headers: readonly Header[];
    readonly content?: { readonly mimeType?: string };
  };
}

/** A header as a browser lists it. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

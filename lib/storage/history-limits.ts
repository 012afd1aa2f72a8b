/** Flows on disk at most; the oldest that are not pinned go first. */
export const MAX_KEPT_FLOWS = 10_000;

/** Bytes of flows on disk at most, as JSON in UTF-8. */
export const MAX_KEPT_BYTES = 50_000_000;

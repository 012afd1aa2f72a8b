import rfc7515Compact from './rfc7515-compact.json' with { type: 'json' };
import rfc7515Other from './rfc7515-other.json' with { type: 'json' };
import rfc7516 from './rfc7516.json' with { type: 'json' };
import rfc7517 from './rfc7517.json' with { type: 'json' };
import rfc7519 from './rfc7519.json' with { type: 'json' };
import rfc7638 from './rfc7638.json' with { type: 'json' };
import rfc7797 from './rfc7797.json' with { type: 'json' };
import rfc8037 from './rfc8037.json' with { type: 'json' };
import type { Vector } from './types.ts';

/** The examples of the RFCs about JOSE, each with the section that it stands in. */
export const RFC_VECTORS: readonly Vector[] = [
  rfc7515Compact,
  rfc7515Other,
  rfc7516,
  rfc7517,
  rfc7519,
  rfc7638,
  rfc7797,
  rfc8037,
].flat() as unknown as Vector[];

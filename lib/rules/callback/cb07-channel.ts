import type { ResponseChannel } from '../../oauth/authorization-response.ts';
import { quoteValue } from '../define.ts';
import { isOwnProvider } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Channels by response_mode; `jwt` and none depend on response_type. */
const BY_MODE: Readonly<Record<string, ResponseChannel>> = {
  query: 'query',
  fragment: 'fragment',
  form_post: 'form_post',
  'query.jwt': 'query.jwt',
  'fragment.jwt': 'fragment.jwt',
  'form_post.jwt': 'form_post.jwt',
};

/** The response travels as the request asked. */
export const cb07: Rule = {
  id: 'CB07',
  severity: 'warning',
  gate: 'base',
  source:
    'OAuth 2.0 Multiple Response Type Encoding Practices sections 2.1 and 5; OAuth 2.0 Form Post Response Mode section 2; JARM section 2.3',
  title: 'The response comes by the channel that response_mode, or else response_type, names.',
  check({ request, callback }, context) {
    const channel = callback?.response.channel;
    const type = request?.values.response_type?.value;
    if (!channel || channel === 'none' || type === undefined || callback.response.customScheme) return [];
    // A server that does not take the type or mode cannot answer by it.
    if (/^(?:unsupported_response|invalid_request)/.test(callback.response.values.error?.value ?? ''))
      return [];
    const mode = request?.values.response_mode;
    const asked = mode?.value;
    const byType = /(?:^| )(?:token|id_token)(?: |$)/.test(type) ? 'fragment' : 'query';
    const expected =
      asked === undefined || asked === ''
        ? byType
        : asked === 'jwt'
          ? (`${byType}.jwt` as const)
          : Object.hasOwn(BY_MODE, asked)
            ? BY_MODE[asked]
            : undefined;
    if (expected === undefined || expected === channel) return [];
    const because = mode ? `response_mode ${quoteValue(mode.value)}` : `response_type ${quoteValue(type)}`;
    return [
      {
        // A provider of its own documents how it answers.
        ...(isOwnProvider(context) && !mode ? { severity: 'info' as const } : {}),
        message: `The response came by ${channel}; ${because} asks for ${expected}.`,
        remedy:
          'Read the response where it came; see which response modes the provider supports (response_modes_supported).',
        at: { part: 'callback', parameter: mode?.name ?? 'response_mode' },
      },
    ];
  },
};

import { quote } from '../define.ts';
import type { Rule } from '../types.ts';

/** A response either grants or refuses. */
export const cb02: Rule = {
  id: 'CB02',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 sections 4.1.2 and 4.1.2.1',
  title: 'The callback carries exactly one of code (or a token) and error.',
  check(flow) {
    if (!flow.callback) return [];
    const { values, jarm, channel } = flow.callback.response;
    if (jarm?.kind === 'jwe') return [];
    const granted = values.code ?? values.id_token ?? values.access_token;
    if (granted && values.error) {
      return [
        {
          message: `Both ${granted.name} ${quote(granted.value)} and error ${quote(values.error.value)} came back.`,
          remedy: 'Treat it as a failure and report it to the provider.',
          at: { part: 'callback', parameter: 'error' },
        },
      ];
    }
    if (granted || values.error) return [];
    const unseen = channel === 'none' && flow.marks.includes('seen-without-hops');
    return [
      {
        message: unseen
          ? 'No parameter is visible. A form_post body cannot be seen without access to the callback’s host.'
          : 'Neither code nor error came back.',
        remedy: unseen
          ? 'Allow access to the callback’s host and run the flow again.'
          : 'Look at the last hops: the provider lost the parameters, or sends them under names nobody expects.',
        at: { part: 'callback' },
      },
    ];
  },
};

import { decodeJwt } from 'jose';
import { type Flow, type Observation, profileById, reduceAll, runRules } from '../../../lib/index.ts';
import { CATALOGUE } from '../../unit/support/catalogue.ts';
import type { Row } from '../row.ts';
import { alternate } from './alternate.ts';
import { tokenOfLength } from './tokens.ts';

const NOW = 1_800_000_000_000;

/** Evaluating whole flows, with how the cost grows. */
export async function ruleRows(): Promise<readonly Row[]> {
  const token = await tokenOfLength(4_000);
  const profile = profileById(CATALOGUE, 'openid');
  const rows: Row[] = [];
  const plain = flowOf(3, 0, undefined);
  for (const [name, flow] of [
    ['a flow of 3 hops', plain],
    ['a flow with a 4 KB id_token', flowOf(3, 0, token)],
    ['a flow of 30 hops', flowOf(30, 0, undefined)],
    ['a flow of 200 hops', flowOf(200, 0, undefined)],
    ['a callback of 200 parameters', flowOf(3, 200, undefined)],
  ] as const) {
    rows.push(
      await alternate({
        what: `every rule over ${name}`,
        comparedWith: 'jose decodeJwt of a 4 KB token',
        ours: () => runRules(flow, { catalogue: CATALOGUE, now: NOW, profile }),
        theirs: () => decodeJwt(token),
        ...(name.includes('4 KB')
          ? { budget: { says: '≤ 1 ms', keeps: (_: number, milliseconds: number) => milliseconds <= 1 } }
          : {}),
      }),
    );
  }
  return rows;
}

function flowOf(hops: number, parameters: number, token: string | undefined): Flow {
  const redirect = 'https://app.example/callback';
  const extra = Array.from({ length: parameters }, (_, n) => `&p${n}=v${n}`).join('');
  const urls = [
    `https://bank.example/authorize?response_type=code&client_id=c&redirect_uri=${encodeURIComponent(redirect)}&scope=openid&state=s1&nonce=n1`,
    ...Array.from({ length: Math.max(hops - 2, 0) }, (_, n) => `https://bank.example/hop/${n}`),
    `${redirect}?code=abc&state=s1${token === undefined ? '' : `&id_token=${token}`}${extra}`,
  ];
  const base = { tabId: 1, frameId: 0, eventSource: 'webRequest', requestId: '1' } as const;
  const observations = urls.flatMap((url, hop): readonly Observation[] => [
    {
      ...base,
      id: `b:${String(hop).padStart(4, '0')}a`,
      kind: 'request',
      at: NOW + hop * 10,
      method: 'GET',
      url,
    },
    {
      ...base,
      id: `b:${String(hop).padStart(4, '0')}b`,
      kind: 'response',
      at: NOW + hop * 10 + 5,
      url,
      status: hop < urls.length - 1 ? 302 : 200,
      ...(urls[hop + 1] === undefined ? {} : { location: urls[hop + 1] as string }),
    },
  ]);
  const [flow] = reduceAll(observations, CATALOGUE).tracker.flows;
  if (!flow) throw new Error('No flow was made.');
  return flow;
}

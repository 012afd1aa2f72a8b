import { createPageRequests } from '../../../lib/capture/page-requests.ts';
import { classify, EMPTY_FLOWS, type Observation, reduceAll, type Tracker } from '../../../lib/index.ts';
import { CATALOGUE } from '../../unit/support/catalogue.ts';
import type { Row } from '../row.ts';
import { alternate } from './alternate.ts';

const URLS = 100_000;

const SHAPES: readonly ((n: number) => string)[] = [
  (n) => `https://news.example/articles/${n}?page=${n % 7}&ref=home`,
  (n) => `https://cdn.example/assets/app.${n.toString(36)}.js`,
  (n) =>
    `https://shop.example/search?q=shoes+size+${n % 50}&sort=price&filter=colour:red&session=${n * 7919}`,
  (n) => `https://maps.example/tiles/${n % 20}/${n}/${n + 1}.png?style=dark&token=${'a'.repeat(120)}${n}`,
  (n) => `https://mail.example/app/#inbox/${n.toString(16)}`,
];

const urlOf = (n: number): string => (SHAPES[n % SHAPES.length] ?? (() => ''))(n);

const request = (n: number, url: string): Observation => ({
  id: `bench:${n}`,
  kind: 'request',
  eventSource: 'webRequest',
  at: n,
  tabId: n % 40,
  frameId: 0,
  requestId: String(n),
  method: 'GET',
  url,
});

/** What an ordinary page costs: every URL through `classify`. */
export async function trafficRows(): Promise<readonly Row[]> {
  const traffic = Array.from({ length: URLS }, (_, n) => request(n, urlOf(n)));
  const rows: Row[] = [];
  for (const open of [0, 10, 100]) {
    const tracker = trackerWith(open);
    rows.push(
      await alternate({
        what: `classify ${URLS.toLocaleString('en')} ordinary URLs, ${open} flows open`,
        comparedWith: 'parsing them with URL',
        operations: URLS,
        ours: () => traffic.filter((one) => classify(tracker, one, CATALOGUE) === 'keep').length,
        theirs: () => traffic.filter((one) => new URL('url' in one ? one.url : '').hostname === '').length,
        budget: { says: '≤ 5 µs each', keeps: (_, milliseconds) => milliseconds <= 0.005 },
      }),
    );
  }
  rows.push(await requestsRow());
  return rows;
}

const HEADERS = ['Accept', 'Accept-Language', 'Content-Type', 'User-Agent', 'X-Requested-With'].map(
  (name) => ({
    name,
    value: 'text',
  }),
);

/** What requests of scripts of an ordinary page cost, every fourth of them a form, while everything is recorded. */
function requestsRow(): Promise<Row> {
  const requests = createPageRequests({ isWanted: () => true, hasFlows: () => true, take: () => undefined });
  const formData = { user: ['me'], text: ['hello'], page: ['7'] };
  const events = Array.from({ length: URLS }, (_, n) => ({
    requestId: String(n),
    url: urlOf(n),
    method: n % 4 === 0 ? 'POST' : 'GET',
    type: 'xmlhttprequest',
    timeStamp: n,
    ...(n % 4 === 0 ? { requestBody: { formData } } : {}),
    requestHeaders: HEADERS,
    responseHeaders: HEADERS,
    statusCode: 200,
  }));
  return alternate({
    what: `follow ${URLS.toLocaleString('en')} requests of ordinary pages`,
    comparedWith: 'parsing their URLs',
    operations: URLS,
    ours: () => {
      for (const event of events) {
        requests.begun(event);
        requests.sent(event);
        requests.answered(event);
        requests.completed(event);
      }
      return events.length;
    },
    theirs: () => events.filter(({ url }) => new URL(url).hostname === '').length,
    budget: { says: '≤ 5 µs each', keeps: (_, milliseconds) => milliseconds <= 0.005 },
  });
}

function trackerWith(open: number): Tracker {
  if (open === 0) return EMPTY_FLOWS.tracker;
  return reduceAll(
    Array.from({ length: open }, (_, n) =>
      request(
        -1 - n,
        `https://bank.example/authorize?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp${n}.example%2Fcb&state=s${n}`,
      ),
    ),
    CATALOGUE,
  ).tracker;
}

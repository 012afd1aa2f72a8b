import { quoteForShell } from '../../oauth/shell-quote.ts';

/**
 * A curl command for a GET with headers. Over https it asks for HTTP/1.1, because HTTP/2 writes header names in lower
 * case (RFC 9113 section 8.2.1).
 */
export function dauthCurl(url: string, headers: Readonly<Record<string, string>>): string {
  const options = [
    ...(/^https:/i.test(url) ? ['--http1.1'] : []),
    ...Object.entries(headers).map(([name, value]) => `-H ${quoteForShell(`${name}: ${value}`)}`),
    `-- ${quoteForShell(url)}`,
  ];
  return `curl -i ${options.join(' \\\n  ')}`;
}

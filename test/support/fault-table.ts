import type { Fault, True } from './fault-proxy.ts';

const json = 'application/json;charset=UTF-8';

const answering = (name: string, status: number, body: string, headers: Record<string, string> = {}): Fault => ({
  name,
  strike: (response) => response.writeHead(status, { 'content-type': json, ...headers }).end(body),
});

const refusing = (status: number, errorCode: string): Fault =>
  answering(`${status} ${errorCode}`, status, JSON.stringify([{ errorCode, message: 'no' }]));

/** The true answer with every value in it changed. What is no JSON is left to the SOAP faults. */
const changing = (name: string, change: (value: unknown) => unknown): Fault => {
  const deep = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(deep);
    if (typeof value !== 'object' || value === null) return change(value);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deep(one)]));
  };
  const changed = (body: string): string => {
    try {
      return JSON.stringify(deep(JSON.parse(body)));
    } catch {
      return body.replaceAll(/>[^<]+</gu, '><');
    }
  };
  return {
    name,
    strike: (response, { status, type, body }) =>
      response.writeHead(status, { 'content-type': type }).end(changed(body)),
  };
};

const emptied = ({ body }: True): string => {
  try {
    return JSON.stringify(JSON.parse(body), (_key, value: unknown) => (Array.isArray(value) ? [] : value));
  } catch {
    return '';
  }
};

const half = ({ body }: True): string => body.slice(0, body.length / 2);

/** Every fault that an answer of an org can meet on its way. */
export const faults: readonly Fault[] = [
  { name: 'reset', strike: (response) => response.destroy() },
  {
    name: 'cut in the middle',
    strike: (response, answer) => {
      response.writeHead(answer.status, { 'content-type': answer.type, 'content-length': answer.body.length });
      response.write(half(answer), () => response.destroy());
    },
  },
  {
    name: 'truncated',
    strike: (response, answer) => response.writeHead(answer.status, { 'content-type': answer.type }).end(half(answer)),
  },
  { name: 'silent', strike: () => undefined },
  {
    name: 'a byte at a time',
    strike: (response, answer) => {
      response.writeHead(answer.status, { 'content-type': answer.type });
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    },
  },
  answering('204', 204, ''),
  answering('HTML with 200', 200, '<html><body>Hello</body></html>', { 'content-type': 'text/html' }),
  answering('an empty object', 200, '{}'),
  answering('null', 200, 'null'),
  answering('420', 420, '<html></html>', { 'content-type': 'text/html' }),
  answering('429', 429, ''),
  answering('500', 500, ''),
  answering('503', 503, '<html></html>', { 'content-type': 'text/html' }),
  refusing(404, 'NOT_FOUND'),
  refusing(403, 'REQUEST_LIMIT_EXCEEDED'),
  refusing(403, 'INSUFFICIENT_ACCESS'),
  refusing(401, 'INVALID_SESSION_ID'),
  ...[302, 307, 308].map((status): Fault => ({
    name: `${status} to another host`,
    strike: (response, _answer, elsewhere) => response.writeHead(status, { location: `${elsewhere}/x` }).end(),
  })),
  changing('nulls', () => null),
  changing('wrong types', (value) => (typeof value === 'string' ? 7 : String(value))),
  {
    name: 'emptied lists',
    strike: (response, answer) =>
      response.writeHead(answer.status, { 'content-type': answer.type }).end(emptied(answer)),
  },
];

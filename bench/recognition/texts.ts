import { phraseBook } from '../../src/recognition/phrase-book/index.ts';
import { latinWordings, scriptWordings } from '../../src/recognition/phrase-book/wordings.ts';
import { providers } from '../../src/recognition/phrase-book/providers.ts';

/** A kind of text, of any length: `make(length)` gives exactly that many characters. */
export type TextKind = { readonly name: string; readonly make: (length: number) => string };

const repeated = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** The same numbers every time: a small generator with a seed of its own (mulberry32). */
const numbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const drawn = (letters: string, length: number): string => {
  const draw = numbers(length);
  const block = Array.from({ length: Math.min(length, 65_536) }, () =>
    letters.charAt(Math.floor(draw() * letters.length)),
  ).join('');
  return repeated(block, length);
};

const printable = Array.from({ length: 95 }, (_none, at) => String.fromCharCode(32 + at)).join('');
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const logLines = [
  '2026-11-20T02:14:07.311Z INFO  [main] com.acme.sync.Scheduler - run 4711 started, 12 objects, window 15 min',
  '2026-11-20T02:14:07.902Z DEBUG [http-3] org.apache.http.wire - >> "POST /services/oauth2/token HTTP/1.1[\\r][\\n]"',
  '2026-11-20T02:14:08.120Z DEBUG [http-3] org.apache.http.headers - << Host: acme.my.salesforce.com',
  '{"level":50,"time":1764000000000,"name":"sf:AuthInfo","msg":"token request failed: {\\"error\\":\\"invalid_grant\\",\\"error_description\\":\\"expired access/refresh token\\"}"}',
  '2026-11-20T02:14:08.130Z ERROR [main] com.acme.sync.Login - INVALID_LOGIN: Invalid username, password, security token; or user locked out.',
  '    at com.sforce.ws.transport.SoapConnection.createException(SoapConnection.java:205)',
  '    at com.sforce.soap.partner.PartnerConnection.login(PartnerConnection.java:667)',
  '2026-11-20T02:14:09.001Z WARN  [main] com.acme.sync.Retry - attempt 3 of 5 failed, waiting 4000 ms',
  '2026-11-20T02:14:13.007Z INFO  [main] com.acme.sync.Account - upserted 200 records in 1.2 s, 0 errors',
];

const realLog = (length: number): string => {
  const draw = numbers(7);
  const block = Array.from({ length: 2000 }, () => logLines[Math.floor(draw() * logLines.length)] ?? '').join('\n');
  return repeated(`${block}\n`, length);
};

/** Lines of web servers and applications in which nothing is refused, and no two alike. */
const quietLine = (at: number): string => {
  const time = `2026-11-20T02:${10 + (at % 50)}:${10 + (at % 50)}.${100 + (at % 900)}Z`;
  const lines = [
    `${time} INFO  [pool-${at % 17}] com.acme.billing.InvoiceService - processed invoice INV-${at} in ${at % 450} ms`,
    `${time} DEBUG [exec-${at % 32}] o.s.web.servlet.DispatcherServlet - GET "/api/v2/orders/${at}?expand=lines", parameters={masked}`,
    `    at com.acme.orders.OrderController.list(OrderController.java:${at % 400})`,
    `10.1.${at % 255}.${at % 250} - - [20/Nov/2026:02:14:07 +0000] "GET /health HTTP/1.1" 200 ${at % 5000} "-" "kube-probe/1.29"`,
    `{"level":30,"pid":${at % 40_000},"reqId":"${at * 48_271}","msg":"request completed","responseTime":${at % 900}}`,
    `${time} DEBUG kafka.consumer - Fetch offset ${at * 13} for partition orders-${at % 24} returned 500 records`,
  ];
  return lines[at % lines.length] ?? '';
};

const oneRefusal = '{"error":"invalid_grant","error_description":"expired access/refresh token"}';

const quietLog = (length: number): string => {
  const lines = Array.from({ length: Math.ceil(length / 50) }, (_none, at) => quietLine(at));
  return [`2026-11-20T02:10:09.000Z ERROR sync - Login failed: ${oneRefusal}`, ...lines].join('\n').slice(0, length);
};

const page =
  '<!DOCTYPE html>\n<html lang="en"><head><title>Login | Salesforce</title><style>.a{color:#fff}</style></head><body><div id="error" class="message">We can&#39;t log you in.</div></body></html>\n';

const kind = (name: string, piece: string): TextKind => ({ name, make: (length) => repeated(piece, length) });

const shapes: readonly TextKind[] = [
  { name: 'random letters and signs', make: (length) => drawn(printable, length) },
  { name: 'a log', make: realLog },
  { name: 'a log with one refusal', make: quietLog },
  { name: 'base64, one line', make: (length) => drawn(base64, length) },
  kind('HTML', page),
  kind('braces', '{'),
  kind('brackets and quotes', '["'),
  kind('double quotes', '"'),
  kind('single quotes', "'"),
  kind('backslashes', '\\'),
  kind('escaped quotes', '\\"'),
  kind('escaped line ends', '\\n'),
  kind('percent', '%'),
  kind('percent escapes', '%2527'),
  kind('ampersands', '&amp;'),
  kind('line ends', '\n'),
  kind('blanks', ' '),
  kind('one letter', 'a'),
  kind('words', 'lorem ipsum '),
  kind('dots', 'a.'),
  kind('dashes', 'a-'),
  kind('capitals', 'AA_'),
  kind('colours', '\u001b[31m'),
  kind('nested JSON', '{"error":{"message":"'),
  kind('members without an end', '"error":"x'),
  kind('members', '"error":"invalid_grant","error_description":"x y"},'),
  kind('escaped members', '\\"error\\":\\"invalid_grant\\",\\"error_description\\":\\"x y\\"},'),
  kind('lists of attempts', 'Errors encountered:\ninvalid assertion\naudience is invalid  [audience=a login=b]\n'),
  kind('heads of lists', 'Errors encountered: '),
  kind('private keys', '-----BEGIN PRIVATE KEY-----\n'),
  kind('secrets', 'password=x client_secret="y" 00D000000000001!zzzz '),
  kind('JWTs', 'eyJhbGciOiJSUzI1NiJ9.'),
  kind('hosts', 'acme.my.salesforce.com '),
  kind('token endpoints', 'https://sso.acme.example/oauth2/token salesforce '),
  kind('almost token endpoints', 'https://a.b/oauth'),
  kind('Japanese', 'ユーザ名またはパスワードが正しくありません '),
  kind('almost hosts', 'a.b.c.d.e.f.g.h.i.'),
  kind('statuses', 'HTTP 400 (401) 403 Forbidden '),
  kind('missing files', "ENOENT open 'server.key' "),
];

const together = (length: number): string => {
  const part = Math.ceil(length / shapes.length);
  return shapes
    .map(({ make }) => make(part))
    .join('')
    .slice(0, length);
};

const mixed = (length: number): string => {
  const draw = numbers(11);
  const pieces = shapes.map(({ make }) => make(180));
  const block = Array.from({ length: 3000 }, () => pieces[Math.floor(draw() * pieces.length)] ?? '').join('\n');
  return repeated(block, length);
};

/** Texts that the recogniser meets, and texts that are made to be slow. */
export const kinds: readonly TextKind[] = [
  ...shapes,
  { name: 'all of these, one after the other', make: together },
  { name: 'all of these, mixed', make: mixed },
];

/** Every wording that is looked for, repeated: phrases, codes, and what tells a provider. */
export const wordings: readonly TextKind[] = [
  ...phraseBook.flatMap(({ id, codes, phrases }) =>
    [...(codes ?? []), ...(phrases ?? [])].map((words) => kind(`${id}: ${words}`, `${words} `)),
  ),
  ...providers.flatMap(({ name, signs, marks, texts, descriptions }) =>
    [...(signs ?? []), ...marks, ...(texts ?? []), ...(descriptions ?? [])].map((words) =>
      kind(`${name}: ${words}`, `${words.replace('*', '1')} `),
    ),
  ),
  ...[...latinWordings(), ...scriptWordings()].map(([words, meaning]) =>
    kind(`meaning ${meaning}: ${words}`, `${words} `),
  ),
];

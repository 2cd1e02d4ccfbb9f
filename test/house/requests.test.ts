import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { doctorFlags } from '../../scripts/demo/command-line.ts';
import type { LoggedRequest } from '../../simulator/index.ts';
import { startScenario, type Started } from '../../simulator/scenarios/start.ts';
import AuthConnectedappCheck from '../../src/commands/auth/connectedapp/check.ts';
import AuthDoctor from '../../src/commands/auth/doctor.ts';
import AuthLoginhistoryFailures from '../../src/commands/auth/loginhistory/failures.ts';
import AuthPreview from '../../src/commands/auth/preview.ts';
import AuthRunbook from '../../src/commands/auth/runbook.ts';
import AuthSelftest from '../../src/commands/auth/selftest.ts';
import type { FurtherKind, Purpose, RequestList, WithSent } from '../../src/model/index.ts';
import { parsed, type Ran } from '../support/cli.ts';
import { runHere } from '../support/in-process.ts';

type Called = {
  readonly command: Parameters<typeof runHere>[0];
  readonly argv: (started: Started) => readonly string[];
  /** Where it has a full screen, which then says what was sent; as data, by this schema. */
  readonly details?: string;
};

const doctor = (argv: Called['argv']): Called => ({
  command: AuthDoctor,
  argv: (started) => [...argv(started), '--no-save'],
  details: 'auth-doctor',
});
const check = (argv: Called['argv']): Called => ({
  command: AuthConnectedappCheck,
  argv,
  details: 'auth-connectedapp-check',
});

const named = ({ info }: Started): readonly string[] => ['-o', 'admin', '--username', info.username, '--app', info.app];
const host = ({ info }: Started): readonly string[] => ['--app', info.consumerKey, '--login-url', info.urls.myDomain];

/** Files with the token that the integration holds, and with the app's secret. */
const tokenFlags = ({ info, stage }: Started): readonly string[] => {
  const [token, secret] = ['token', 'secret'].map((name) => path.join(info.home, name)) as [string, string];
  writeFileSync(token, stage.client.session ?? '');
  writeFileSync(secret, stage.client.clientSecret);
  return ['--introspect', '--token-file', token, '--client-secret-file', secret];
};

const calls: Readonly<Record<string, Called>> = {
  'doctor, as at night': doctor(doctorFlags),
  'doctor of an org': doctor(() => ['-o', 'admin']),
  'doctor of a text in an org': doctor(() => ['-o', 'admin', '--error', 'invalid_grant: authentication failure']),
  'doctor of every login': doctor(() => []),
  'doctor of every login, tried': doctor(() => ['--attempt']),
  'doctor of a key and a host': doctor(host),
  'check of a login': check(named),
  'check of a login and its host': check((started) => [...named(started), '--login-url', started.info.urls.myDomain]),
  'check that waits': check((started) => [...host(started), '--wait', '1', '--stable', '1', '--max-tries', '1']),
  'check of all apps': check(() => ['-o', 'admin', '--all']),
  failures: { command: AuthLoginhistoryFailures, argv: () => ['-o', 'admin'], details: 'auth-loginhistory-failures' },
  preview: { command: AuthPreview, argv: () => ['-o', 'admin', '--at', '2027-02-20'], details: 'auth-preview' },
  runbook: { command: AuthRunbook, argv: ({ info }) => ['-o', 'admin', '--app', info.app] },
  selftest: { command: AuthSelftest, argv: () => ['-o', 'admin'], details: 'auth-selftest' },
};

const tried: Readonly<Record<string, Called>> = {
  'doctor that tries a login': doctor((started) => [...doctorFlags(started), '--attempt']),
  'check that waits for a login': check((started) => [
    ...host(started),
    ...['--username', started.info.username, '--jwt-key-file', started.info.keyFile ?? ''],
    ...['--attempt', '--wait', '1', '--stable', '1', '--max-tries', '1'],
  ]),
};

const introspected: Readonly<Record<string, Called>> = {
  'doctor that asks about a token': doctor((started) => [...host(started), ...tokenFlags(started)]),
  'doctor that asks about a token of the org': doctor((started) => [...named(started), ...tokenFlags(started)]),
};

/** What travels for each kind of what may follow. */
const purposesOf: Readonly<Record<FurtherKind, readonly Purpose[]>> = {
  reading: ['reading'],
  renewal: ['renewal'],
  'host-documents': ['host-documents'],
  'key-probe': ['key-probe'],
  introspection: ['introspection'],
  'browser-login': ['browser-login'],
  login: ['login'],
  'login-each': ['host-documents', 'key-probe', 'login'],
  'first-call': ['first-call'],
  waiting: ['key-probe', 'login'],
  following: ['reading'],
};

const lineOf = ({ method, headers, path: asked }: LoggedRequest): string =>
  `${method} http://${headers.host ?? ''}${asked}`;

/** By what came in, not by what we say of it. */
const purposeOf = ({ method, path: asked, query, body }: LoggedRequest): Purpose => {
  if (asked.startsWith('/.well-known/')) return 'host-documents';
  if (asked === '/services/oauth2/introspect') return 'introspection';
  if (asked === '/services/oauth2/token') return body.includes('made-up') ? 'key-probe' : 'login';
  if (asked === '/services/data') return 'org-versions';
  return method === 'GET' && decodeURIComponent(query).includes('SELECT+Id+FROM+Organization')
    ? 'first-call'
    : 'reading';
};

/** What the end of a full screen says was sent, each as often as it says. */
const sentIn = ({ stdout }: Ran): readonly string[] => {
  const [, list = ''] = /^\d+ requests? (?:were|was) sent$([^]*)/mu.exec(stdout) ?? [];
  return list.split(/^ {2}(?=(?:GET|POST) )/mu).flatMap((one) => {
    const [, method, url] = /^(GET|POST) +(\S+)/u.exec(one) ?? [];
    const [, times = '1'] = /(\d+)\s+times\./u.exec(one) ?? [];
    return method === undefined || url === undefined
      ? []
      : Array.from({ length: Number(times) }, () => `${method} ${url}`);
  });
};

/** What the data says was sent, by the schema of the command. */
const sentAsData = (ran: Ran, schema: string): readonly string[] => {
  const { result } = parsed(ran) as { readonly result: WithSent };
  const validate = new Ajv({ strict: false }).compile(
    JSON.parse(readFileSync(`schemas/${schema}.json`, 'utf8')) as object,
  );
  expect(validate(result), JSON.stringify(validate.errors)).to.equal(true);
  return (result.sent ?? []).map(({ method, url }) => `${method} ${url}`);
};

/** What is left of `all` without those. */
const without = <T>(all: readonly T[], those: readonly string[], key: (one: T) => string): readonly T[] => {
  const left = [...those];
  return all.filter((one) => {
    const at = left.indexOf(key(one));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

/** What the org reads in a request, whatever hour it speaks of. */
const timeless = (text: string): string => text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'T');

describe('what is sent, before it is sent and after', function () {
  this.timeout(240_000);

  const play = (scenario: string, called: Readonly<Record<string, Called>>, told: 'on the screen' | 'as data') =>
    describe(scenario, () => {
      let started: Started;
      before(async () => (started = await startScenario(scenario)));
      after(() => started.stop());

      for (const [name, { command, argv, details }] of Object.entries(called))
        it(name, async () => {
          const { log } = started.sim;
          const flags = argv(started);
          log.clear();
          const listed = await runHere(command, [...flags, '--requests', '--json'], started.info.env);
          expect(log.entries, 'nothing is sent').to.deep.equal([]);
          const { result } = parsed(listed) as { readonly result: RequestList };
          expect(listed.code).to.equal(0);
          const asData = told === 'as data';
          const more = details === undefined ? [] : ['--details', ...(asData ? ['--json'] : [])];
          const ran = await runHere(command, [...flags, ...more], started.info.env);
          const sent = log.entries.map(lineOf);
          if (details !== undefined) {
            const said = asData ? sentAsData(ran, details) : sentIn(ran);
            expect(said.toSorted(), ran.stdout).to.deep.equal(sent.toSorted());
          }
          const first = result.requests.map(({ method, url }) => `${method} ${url}`);
          expect(
            without(first, sent, (line) => line),
            'told, and not sent',
          ).to.deep.equal([]);
          const following = new Set(result.further.flatMap((kind) => purposesOf[kind]));
          const untold = without(log.entries, first, lineOf).filter((entry) => !following.has(purposeOf(entry)));
          expect(untold.map(lineOf), 'sent, and not told').to.deep.equal([]);
          const bodies = timeless(
            log.entries.map(({ body, query }) => decodeURIComponent(`${body} ${query}`)).join('\n'),
          );
          for (const asked of result.requests.flatMap(({ asks = [] }) => asks).filter((one) => !one.startsWith('read')))
            expect(bodies).to.include(timeless(asked));
        });
    });

  play('user-frozen', calls, 'as data');
  play('jwt-wrong-key-or-cert', { ...calls, ...tried }, 'on the screen');
  play('healthy', tried, 'as data');
  play('session-invalid-not-oauth', introspected, 'as data');
  play('app-wrong-consumer-key.event-log', { 'doctor, as at night': doctor(doctorFlags) }, 'on the screen');
  play('refresh-token-rotated', { 'doctor, as at night': doctor(doctorFlags) }, 'on the screen');
});

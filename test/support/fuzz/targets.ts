import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type fc from 'fast-check';
import { wordings } from '../../../bench/recognition/texts.ts';
import type { Started } from '../../../simulator/scenarios/start.ts';
import { judgeLogin, readRun } from '../../../src/look/doctor.ts';
import { readKeyFile, readStoredLogin, storedLoginNames } from '../../../src/evidence/local/index.ts';
import { openOrg } from '../../../src/evidence/org-port.ts';
import { checked } from '../../../src/evidence/org-shape.ts';
import type { OrgPort, OrgRequest } from '../../../src/evidence/org-wire.ts';
import { explainText } from '../../../src/library/explain-text.ts';
import { failuresOfFile } from '../../../src/look/loginhistory.ts';
import { readCertificate } from '../../../src/oauth/index.ts';
import { parseXml } from '../../../src/preview/files/element.ts';
import { editsOf, typesThatCount } from '../../../src/preview/files/read-component.ts';
import { recognizeRefusals, withoutSecrets } from '../../../src/recognition/index.ts';
import { certificatePem, ecPem, rsaEncryptedPem, rsaPem, rsaPemPkcs1 } from '../../oauth/keys.ts';
import { gatherFor, withScenario } from '../gathered.ts';
import { inHome } from '../home.ts';
import { judged } from '../honest.ts';
import { canaries, fits, holdsNoSecret } from './laws.ts';
import { mutatedJson } from './mutated.ts';

/** Reads something hostile, and holds what it read against the laws. Throws nothing but `Trouble`. */
type Read = (input: string) => unknown;

/** Where inputs come from: texts that are read well, and how they are changed (`mutatedText`). */
type Inputs = {
  readonly seeds: readonly string[];
  readonly changed?: (seeds: readonly string[], tokens: readonly string[]) => fc.Arbitrary<string>;
};

/** What is fuzzed. `run` is given what tries one input after another. */
export type Target = {
  readonly name: string;
  readonly run: (tries: (inputs: Inputs, read: Read) => Promise<void>) => Promise<void>;
};

const inFolder = async (use: (folder: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fuzz-'));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Reads a text by a reader of files. */
const asFile =
  (file: string, read: (file: string) => unknown): Read =>
  (text) => {
    writeFileSync(file, text);
    return read(file);
  };

const lines = (name: string): readonly string[] => readFileSync(`test/recognition/${name}`, 'utf8').trim().split('\n');

const har = {
  log: {
    entries: [
      {
        request: {
          headers: [{ name: 'Authorization', value: `Bearer ${canaries.session}` }],
          postData: { params: [{ name: 'refresh_token', value: canaries.refresh }] },
        },
        response: { status: 400, content: { text: '{"error":"invalid_grant","error_description":"expired"}' } },
      },
    ],
  },
};

/** Too many to read them all before the first is changed. */
const some = <T>(all: readonly T[], every: number): readonly T[] => all.filter((_one, index) => index % every === 0);

const texts = [
  ...some(wordings, 100).map(({ make }) => make(300)),
  ...some(lines('other-clients.jsonl'), 10).map((line) => (JSON.parse(line) as { readonly raw: string }).raw),
  JSON.stringify(har),
  `2026-11-30 10:00:00 INFO POST /services/oauth2/token\nrefresh_token=${canaries.refresh}\n400 {"error":"invalid_grant"}`,
];

const loginFiles = [
  `Username,Login Time,Source IP,Login Type,Status,Browser,Platform,Application,Client Version,API Type,API Version,Login URL\nci@acme.com,11/30/2026 10:00:00 AM UTC,198.51.100.7,Remote Access 2.0,Failed: Not approved for access,Unknown,Unknown,Sync ${canaries.refresh},N/A,N/A,N/A,login.salesforce.com\n`,
  '"EVENT_TYPE","TIMESTAMP","USER_NAME","LOGIN_STATUS","SOURCE_IP","TIMESTAMP_DERIVED"\n"Login","20261130100000.000","ci@acme.com","LOGIN_ERROR_INVALID_PASSWORD","198.51.100.7","2026-11-30T10:00:00.000Z"\n',
];

const asked = { by: 'cause', now: Date.UTC(2026, 11, 1) } as const;
const filters = { usernames: [], apps: [], sourceIps: [], loginTypes: [], statuses: [] };

const scenarioId = 'user-not-preauthorized';

const components = [
  '<oauthConfig><isAdminApproved>true</isAdminApproved><scopes>Api</scopes><certificate>MIIB</certificate></oauthConfig><oauthPolicy><ipRelaxation>ENFORCE</ipRelaxation><refreshTokenPolicy>specific_inactivity:7:DAYS</refreshTokenPolicy></oauthPolicy><sessionPolicy><sessionLevel>HIGH_ASSURANCE</sessionLevel></sessionPolicy>',
  '<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions><loginIpRanges><startAddress>192.0.2.0</startAddress><endAddress>192.0.2.9</endAddress></loginIpRanges><loginHours><mondayStart>480</mondayStart><mondayEnd>1020</mondayEnd></loginHours>',
].map(
  (inside) => `<?xml version="1.0"?>\n<Metadata xmlns="http://soap.sforce.com/2006/04/metadata">${inside}</Metadata>\n`,
);

const keyOf = (request: OrgRequest): string => JSON.stringify(request);

/** A port that keeps what it was answered. */
const keeping = (port: OrgPort, kept: Map<string, unknown>): OrgPort => ({
  ...port,
  wave: async (requests) => {
    const answers = await port.wave(requests);
    for (const [index, answer] of answers.entries()) if (answer.ok) kept.set(keyOf(requests[index]!), answer.body);
    return answers;
  },
});

/** A port that answers by a table; each answer is checked as at the true one. What the table does not have is not answered. */
const answering = (port: OrgPort, table: ReadonlyMap<string, unknown>): OrgPort => ({
  ...port,
  wave: (requests) =>
    Promise.resolve(
      requests.map((request) =>
        table.has(keyOf(request))
          ? checked(request, { ok: true, status: 200, body: table.get(keyOf(request)) })
          : { ok: false, trouble: 'timed-out' },
      ),
    ),
});

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const diagnosis = fits('auth-doctor');

export const targets: readonly Target[] = [
  {
    name: 'recogniser',
    run: (tries) => {
      const isExplanation = fits('auth-explain');
      return tries({ seeds: texts }, (text) => {
        holdsNoSecret([recognizeRefusals(text), withoutSecrets(text)]);
        isExplanation(holdsNoSecret(explainText(text)));
      });
    },
  },
  {
    name: 'login files',
    run: (tries) =>
      inFolder(async (folder) => {
        const file = path.join(folder, 'logins.csv');
        const isReport = fits('auth-loginhistory-failures');
        await tries(
          { seeds: loginFiles },
          asFile(file, async (name) =>
            isReport(holdsNoSecret(await failuresOfFile(name, { ...asked, file: name, filters }, 0))),
          ),
        );
      }),
  },
  {
    name: 'keys and certificates',
    run: (tries) =>
      inFolder(async (folder) => {
        const file = path.join(folder, 'key.pem');
        await tries(
          { seeds: [rsaPem, rsaPemPkcs1, rsaEncryptedPem, ecPem, certificatePem] },
          asFile(file, async (name) => {
            const { state, path: of } = await readKeyFile(name);
            if (!['usable', 'unusable'].includes(state) || of !== name) throw new Error(`a key file is ${state}`);
            const { bits = 1 } = readCertificate(readFileSync(name, 'utf8')) ?? {};
            if (!(bits > 0)) throw new Error(`a certificate of ${bits} bits`);
          }),
        );
      }),
  },
  {
    name: 'metadata files',
    run: (tries) =>
      tries({ seeds: components }, (text) => {
        const root = parseXml(text, 'Sync.xml');
        if ('unreadable' in root) return holdsNoSecret(root);
        return typesThatCount.map((type) => holdsNoSecret(editsOf({ type, fullName: 'Sync', root, version: 64 })));
      }),
  },
  {
    name: 'saved evidence',
    run: (tries) =>
      withScenario(scenarioId, {}, async (started) => {
        const { evidence } = await gatherFor(started);
        const run = { schemaVersion: 1, evidence, cost: { orgRoundTrips: 3, requests: 9, milliseconds: 900 } };
        await inFolder(async (folder) => {
          const file = path.join(folder, 'evidence.json');
          await tries(
            { seeds: [JSON.stringify(run)], changed: mutatedJson },
            asFile(file, async (name) => holdsNoSecret(judgeLogin(await readRun(name)))),
          );
        });
      }),
  },
  {
    name: 'answers of an org',
    run: (tries) =>
      withScenario(scenarioId, {}, async (started: Started) => {
        const port = await inHome(started.info.env, () => openOrg('admin'));
        const kept = new Map<string, unknown>();
        await gatherFor(started, { by: { port: keeping(port, kept) } });
        await tries({ seeds: [JSON.stringify([...kept])], changed: mutatedJson }, async (text) => {
          const rows = jsonIn(text);
          if (!Array.isArray(rows)) return;
          const table = new Map(rows.filter(Array.isArray).map(([key, body]) => [String(key), body as unknown]));
          diagnosis(
            holdsNoSecret(judged((await gatherFor(started, { by: { port: answering(port, table) } })).evidence)),
          );
        });
      }),
  },
  {
    name: 'stored logins',
    run: (tries) =>
      withScenario(scenarioId, {}, async ({ info }) => {
        const state = path.join(info.home, '.sfdx');
        const files = readdirSync(state).filter((name) => name.endsWith('.json') && name !== 'key.json');
        const seeds = files.map((name) => JSON.stringify([name, jsonIn(readFileSync(path.join(state, name), 'utf8'))]));
        await tries({ seeds, changed: mutatedJson }, (text) => {
          const read = jsonIn(text);
          const [name, content] = Array.isArray(read) ? (read as readonly unknown[]) : [files[0], text];
          const file = path.join(state, files.find((one) => one === name) ?? files[0] ?? '');
          writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content ?? null));
          return inHome(info.env, async () =>
            holdsNoSecret(await Promise.all((await storedLoginNames()).map((login) => readStoredLogin(login)))),
          );
        });
      }),
  },
];

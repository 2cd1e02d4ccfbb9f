import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { wordings } from '../../../bench/recognition/texts.ts';
import type { Started } from '../../../simulator/scenarios/start.ts';
import { judgeLogin, readRun } from '../../../src/look/doctor.ts';
import { readKeyFile, readStoredLogin, storedLoginNames } from '../../../src/evidence/local/index.ts';
import { openOrg } from '../../../src/evidence/org-port.ts';
import { checked } from '../../../src/evidence/org-shape.ts';
import type { OrgPort } from '../../../src/evidence/org-wire.ts';
import { failuresOfFile } from '../../../src/look/loginhistory.ts';
import { readCertificate } from '../../../src/oauth/index.ts';
import { recognizeRefusals, withoutSecrets } from '../../../src/recognition/index.ts';
import { certificatePem, ecPem, rsaEncryptedPem, rsaPem, rsaPemPkcs1 } from '../../oauth/keys.ts';
import { gatherFor, withScenario } from '../gathered.ts';
import { inHome } from '../home.ts';
import { judged } from '../honest.ts';
import { mutatedData, mutatedJson, mutatedText } from './mutated.ts';

/** Reads something hostile. Throws nothing but `Trouble`. */
type Read<T> = (input: T) => unknown;

/** What is fuzzed. `run` is given what tries one input after another. */
export type Target = {
  readonly name: string;
  readonly run: (tries: <T>(inputs: fc.Arbitrary<T>, read: Read<T>) => Promise<void>) => Promise<void>;
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
  (file: string, read: (file: string) => unknown): Read<string> =>
  (text) => {
    writeFileSync(file, text);
    return read(file);
  };

const texts = wordings.map(({ make }) => make(300));

const loginFiles = [
  'Username,Login Time,Source IP,Login Type,Status,Browser,Platform,Application,Client Version,API Type,API Version,Login URL\nci@acme.com,11/30/2026 10:00:00 AM UTC,198.51.100.7,Remote Access 2.0,Failed: Not approved for access,Unknown,Unknown,Sync,N/A,N/A,N/A,login.salesforce.com\n',
  '"EVENT_TYPE","TIMESTAMP","USER_NAME","LOGIN_STATUS","SOURCE_IP","TIMESTAMP_DERIVED"\n"Login","20261130100000.000","ci@acme.com","LOGIN_ERROR_INVALID_PASSWORD","198.51.100.7","2026-11-30T10:00:00.000Z"\n',
];

const asked = { by: 'cause', now: Date.UTC(2026, 11, 1) } as const;
const filters = { usernames: [], apps: [], sourceIps: [], loginTypes: [], statuses: [] };

const scenarioId = 'user-not-preauthorized';

/** A port that answers with what was changed on the way; each answer is checked as at the true one. */
const spoilt = (port: OrgPort, spoil: (body: unknown) => unknown): OrgPort => ({
  ...port,
  wave: async (requests) =>
    (await port.wave(requests)).map((answer, index) => {
      const request = requests[index];
      return answer.ok && request !== undefined ? checked(request, { ...answer, body: spoil(answer.body) }) : answer;
    }),
});

export const targets: readonly Target[] = [
  {
    name: 'recogniser',
    run: (tries) => tries(mutatedText(texts), (text) => [recognizeRefusals(text), withoutSecrets(text)]),
  },
  {
    name: 'login files',
    run: (tries) =>
      inFolder(async (folder) => {
        const file = path.join(folder, 'logins.csv');
        await tries(
          mutatedText(loginFiles),
          asFile(file, (name) => failuresOfFile(name, { ...asked, file: name, filters }, 0)),
        );
      }),
  },
  {
    name: 'keys and certificates',
    run: (tries) =>
      inFolder(async (folder) => {
        const file = path.join(folder, 'key.pem');
        await tries(
          mutatedText([rsaPem, rsaPemPkcs1, rsaEncryptedPem, ecPem, certificatePem]),
          asFile(file, async (name) => [await readKeyFile(name), readCertificate(readFileSync(name, 'utf8'))]),
        );
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
            mutatedJson([run]),
            asFile(file, async (name) => judgeLogin(await readRun(name))),
          );
        });
      }),
  },
  {
    name: 'answers of an org',
    run: (tries) =>
      withScenario(scenarioId, {}, async (started: Started) => {
        const port = await inHome(started.info.env, () => openOrg('admin'));
        await tries(fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), async (changes) => {
          let at = 0;
          const spoil = (body: unknown): unknown => {
            const seed = changes.find((place) => place % 12 === at % 12);
            at += 1;
            return seed === undefined ? body : fc.sample(mutatedData([body]), { seed, numRuns: 1 })[0];
          };
          return judged((await gatherFor(started, { by: { port: spoilt(port, spoil) } })).evidence);
        });
      }),
  },
  {
    name: 'stored logins',
    run: (tries) =>
      withScenario(scenarioId, {}, async ({ info }) => {
        const state = path.join(info.home, '.sfdx');
        const files = readdirSync(state).filter((name) => name.endsWith('.json') && name !== 'key.json');
        const seeds = files.map((name) => JSON.parse(readFileSync(path.join(state, name), 'utf8')) as unknown);
        await tries(fc.tuple(fc.constantFrom(...files), mutatedJson(seeds)), ([name, text]) => {
          writeFileSync(path.join(state, name), text);
          return inHome(info.env, async () =>
            Promise.all((await storedLoginNames()).map((login) => readStoredLogin(login))),
          );
        });
      }),
  },
];

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { decrypt, homeKey, stateFolder } from '../../simulator/home/keychain.ts';
import { createPermissionSet, createSession, privateKeyFor } from '../../simulator/index.ts';
import { scenarioNamed } from '../../simulator/scenarios/index.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import { replaceCertificate } from '../../simulator/state/admin.ts';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import { flows, placeholders } from '../../src/model/index.ts';
import type { Diagnosis } from '../../src/model/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { writeBrowser } from '../support/browser.ts';
import { root } from '../support/cli.ts';
import type { Ran } from '../support/cli.ts';
import { freePort } from '../support/free-port.ts';
import { gatherFor, withScenario } from '../support/gathered.ts';
import { runPrinted } from '../support/printed.ts';

/** `npm run proof:remedies`: all of them. Else a sample: each runs the real `sf`. */
const isWhole = process.env.PROOF === 'whole';
const sample = ['user-frozen.unfreeze', 'jwt-cert-expired.replace-certificate'];

const speaker = speakFrom(loadWords());
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

type Proof = {
  readonly scenario: string;
  /** What stands in the printed command for the person to fill in. */
  readonly fills?: (started: Started) => Readonly<Record<string, string>>;
  /** What the steps tell the person to do before the command, or with what it made. */
  readonly before?: (started: Started) => void;
  /** Where the command asks something else than the client's secret. */
  readonly typed?: string;
  readonly then: (started: Started, ran: Ran) => void;
};

const nothing = (): void => undefined;

/** The tokens of the login that the CLI stored. */
const stored = ({ info: { home, username } }: Started): Readonly<Record<'accessToken' | 'refreshToken', string>> => {
  const file = path.join(stateFolder(home), `${username}.json`);
  const { accessToken = '', refreshToken } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const open = (sealed: string): string => decrypt(sealed, homeKey(home));
  return { accessToken: open(accessToken), refreshToken: refreshToken === undefined ? '' : open(refreshToken) };
};

const useRefreshToken = (started: Started): void => {
  const { client } = started.stage;
  client.refreshToken = stored(started).refreshToken;
  delete client.before;
};

/** An administrator uploads the certificate that was made, and the integration signs with the key it was made from. */
const uploadCertificate = ({ stage, info }: Started): void => {
  const pem = readFileSync(path.join(info.home, 'server.crt'), 'utf8');
  replaceCertificate(stage.act(), stage.app, pem);
};

const useKeyFile = ({ stage, info }: Started): void => {
  stage.client.privateKey = readFileSync(path.join(info.home, 'server.key'), 'utf8');
};

const loggedInAgain = (scenario: string): Proof => ({ scenario, then: useRefreshToken });

/** How each remedy that prints a command is proved, by cause and remedy; or why it cannot be. */
const proofs: Readonly<Record<string, Proof | { readonly unproved: string }>> = {
  'api-disabled-for-user-or-edition.grant-api-enabled': {
    scenario: 'api-disabled-for-user-or-edition',
    before: ({ stage }) => {
      createPermissionSet(stage.org, { name: 'Api_Access', permissions: new Set(['ApiEnabled']) });
    },
    fills: () => ({ '<permission set>': 'Api_Access' }),
    then: nothing,
  },
  'cli-bug.update-client': { unproved: 'it replaces the CLI itself, from the network' },
  'jwt-cert-expired.replace-certificate': { scenario: 'jwt-cert-expired', then: uploadCertificate },
  'jwt-wrong-key-or-cert.upload-certificate': { scenario: 'jwt-wrong-key-or-cert', then: uploadCertificate },
  'jwt-key-file-unreadable.restore-key-file': {
    scenario: 'jwt-key-file-unreadable',
    before: ({ info }) => writeFileSync(path.join(info.home, 'server.key'), privateKeyFor('Marketing Sync')),
    then: useKeyFile,
  },
  'local-credential-store.copy-auth-url': {
    scenario: 'local-credential-store.auth-url',
    typed: 'y',
    then: ({ stage }, { stdout }) => {
      const [, token] = /force:\/\/[^:]+:[^:]*:([^@]+)@/u.exec(stdout) ?? [];
      expect(token, 'a whole auth URL').to.equal(stage.client.refreshToken);
      delete stage.client.before;
    },
  },
  'local-credential-store.log-in-again': loggedInAgain('local-credential-store'),
  'refresh-token-limit-exceeded.log-in-again': loggedInAgain('refresh-token-limit-exceeded'),
  'refresh-token-policy-expired.log-in-again': loggedInAgain('refresh-token-policy-expired'),
  'refresh-token-revoked-or-expired.log-in-again': loggedInAgain('refresh-token-revoked-or-expired'),
  'refresh-token-rotated.log-in-again': loggedInAgain('refresh-token-rotated'),
  'session-invalid-not-oauth.get-a-new-token': {
    scenario: 'session-invalid-not-oauth',
    then: (started) => {
      started.stage.client.session = stored(started).accessToken;
    },
  },
  'user-frozen.unfreeze': { scenario: 'user-frozen', then: nothing },
  'user-inactive.activate': { scenario: 'user-inactive', then: nothing },
  'user-locked-out.unlock': { scenario: 'user-locked-out', then: nothing },
  'user-not-preauthorized.assign-permission-set': { scenario: 'user-not-preauthorized', then: nothing },
};

/** Every remedy whose words hold a command, in any flow. */
const printed = causes.flatMap(({ id, remedies }) =>
  remedies
    .filter((one) =>
      [undefined, ...flows].some(
        (flow) =>
          speaker.remedy(id, one.id, { ...placeholders, ...(flow === undefined ? {} : { flow }) }).command !==
          undefined,
      ),
    )
    .map((one) => `${id}.${one.id}`),
);

type Template = { readonly template: string; readonly flow: string | undefined };

/** The commands of a remedy as they stand in `messages/`, and the flow for which each is. */
const templatesOf = (name: string): readonly Template[] => {
  const [cause = '', remedy = ''] = name.split('.');
  const text = readFileSync(path.join(root, 'messages', `cause.${cause}.md`), 'utf8');
  const key = new RegExp(String.raw`^# remedy\.${remedy}\.command(?:\.(?<flow>[\w-]+))?\n(?<template>.+)$`, 'gmu');
  return [...text.matchAll(key)].map(({ groups }) => ({ template: groups?.template ?? '', flow: groups?.flow }));
};

const diagnosisOf = async (started: Started): Promise<Diagnosis> => {
  const { evidence } = await gatherFor(started);
  const { org, urls } = started.sim;
  const targetOrg = { username: 'admin', orgId: org.id, instanceUrl: urls.myDomain };
  return diagnose({
    evidence,
    causes,
    speaker,
    cost,
    targetOrg,
  });
};

const commandOf = ({ findings }: Diagnosis, cause: string, remedy: string): string => {
  const found = findings.find((one) => one.cause === cause)?.remedies.find(({ id }) => id === remedy)?.command;
  if (found === undefined) throw new Error(`${cause} does not print the command of ${remedy}.`);
  return found;
};

/** The redirect server of `sf` listens where the project says, and the app sends the browser back there. */
const prepareBrowser = async ({ stage, info }: Started): Promise<Readonly<Record<string, string>>> => {
  const port = await freePort();
  stage.app.callbackUrls.push(`http://localhost:${port}/OauthRedirect`);
  const project = { packageDirectories: [{ path: 'force-app', default: true }], oauthLocalPort: port };
  writeFileSync(path.join(info.home, 'sfdx-project.json'), JSON.stringify(project));
  const session = { userId: stage.user.id, createdAt: stage.clock.now(), flow: 'browser' as const };
  return writeBrowser(info.home, createSession(stage.org, session).token);
};

describe('law: remedies that print a command', function () {
  this.timeout(180_000);

  it('each has its proof, or a reason why it has none', () => {
    expect(Object.keys(proofs).sort()).to.deep.equal([...printed].sort());
  });

  it('each command is run as it is printed for some flow, whatever the cause that prints it', () => {
    const run = Object.entries(proofs).flatMap(([name, proof]) => {
      if ('unproved' in proof) return templatesOf(name).map(({ template }) => template);
      const flow = scenarioNamed(proof.scenario)?.flow;
      return templatesOf(name).flatMap(({ template, flow: of }) => (of === undefined || of === flow ? [template] : []));
    });
    const all = printed.flatMap((name) => templatesOf(name).map(({ template }) => template));
    expect([...new Set(all)].filter((template) => !run.includes(template))).to.deep.equal([]);
  });

  for (const [name, proof] of Object.entries(proofs)) {
    if ('unproved' in proof || (!isWhole && !sample.includes(name))) continue;
    it(`${name}: broken, diagnosed, the printed command run, logged in`, () =>
      withScenario(proof.scenario, {}, async (started) => {
        const { stage, info } = started;
        const [cause = '', remedy = ''] = name.split('.');
        const line = commandOf(await diagnosisOf(started), cause, remedy);
        proof.before?.(started);
        const fills = Object.entries(proof.fills?.(started) ?? {});
        const filled = fills.reduce((text, [blank, value]) => text.replace(blank, value), line);
        expect(filled, 'nothing is left to fill in').to.not.match(/<[a-z ]+>/u);
        const env = { ...info.env, ...(await prepareBrowser(started)) };
        const ran = await runPrinted(filled, { cwd: info.home, env, typed: proof.typed ?? info.clientSecret });
        expect(ran.code, `${filled}\n${ran.stdout}${ran.stderr}`).to.equal(0);
        proof.then(started, ran);
        const told = await stage.logIn(stage.client);
        expect(told.granted, told.body).to.equal(true);
      }));
  }
});

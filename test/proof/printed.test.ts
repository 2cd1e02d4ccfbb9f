import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { selfSigned } from '../../simulator/state/certificate.ts';
import { startScenario } from '../../simulator/scenarios/start.ts';
import { exitCodes } from '../../src/model/index.ts';
import { loadWords } from '../../src/words/index.ts';
import { atHome, nameOrgs } from '../support/at-home.ts';
import { root } from '../support/cli.ts';
import type { Ran } from '../support/cli.ts';
import { runHere } from '../support/in-process.ts';
import { linesOf } from '../support/printed-lines.ts';
import { runPrinted } from '../support/printed.ts';

/** `npm run proof:remedies`: all of them. Else those of this plugin, which run in this process, and one of `sf`. */
const isWhole = process.env.PROOF === 'whole';
const sample = ['sf org display --target-org <alias>', 'openssl pkey -in server.key -pubout'];

const words = loadWords();

/** Remedies have a proof of their own, in which the login works again: test/proof/remedies.test.ts. */
const isRemedy = (file: string, key: string): boolean =>
  file.startsWith('cause.') && /^remedy\..*\.command(?:\.|$)/u.test(key);

const raw = (file: string): readonly string[] =>
  readFileSync(path.join(root, 'messages', `${file}.md`), 'utf8')
    .split(/^#(?!#)[ \t]*/mu)
    .slice(1);

const keyOf = (section: string): string => section.split('\n', 1)[0]?.trim() ?? '';

const textsBut = (leaveOut: (file: string, key: string) => boolean): readonly string[] =>
  words.files().flatMap((file) => raw(file).filter((section) => !leaveOut(file, keyOf(section))));

/** Every command line that people read besides the remedies' own. */
const lines: readonly string[] = [...new Set(textsBut(isRemedy).flatMap(linesOf))].toSorted();

const names = 'it names a command, and says nothing of how to call it';
const asked = 'it is the command of a remedy, proved with a browser in test/proof/remedies.test.ts';
const fed = 'what it reads comes through a pipe: test/commands/auth/doctor.test.ts, test/commands/loginhistory.test.ts';

const connect = 'no record says what Connect REST answers about credentials, so the simulator does not serve it';
const upkeep = 'it is run for an app and a user of the org in test/proof/upkeep.test.ts';

/** Why a line is not run. */
const unproved: Readonly<Record<string, string>> = {
  'npx @modelcontextprotocol/inspector': 'it fetches a program from the network',
  'sf api request rest "services/data/v67.0/apps/oauth/credentials/{appId}" --target-org {targetOrg}': connect,
  'sf api request rest "services/data/v67.0/apps/oauth/credentials/{appId}/<consumer id>/staged" --method POST --body "{}" --stream-to-file staged.json --target-org {targetOrg}':
    connect,
  'sf api request rest "services/data/v67.0/apps/oauth/credentials/{appId}/<consumer id>/staged/<staged id>" --method PATCH --body @rotate.json --target-org {targetOrg}':
    connect,
  'sf api request rest "services/data/v67.0/apps/oauth/usage/{appId}/tokens" --method DELETE --body "{}" --target-org {targetOrg}':
    upkeep,
  'sf api request rest "services/data/v67.0/apps/oauth/usage/{appId}/users" --target-org {targetOrg}': upkeep,
  'sf api request rest "services/data/v67.0/apps/oauth/usage/{appId}/{userId}/tokens" --method DELETE --body "{}" --target-org {targetOrg}':
    upkeep,
  'sf api request rest "services/data/v67.0/apps/oauth/usage/{appId}/{userId}/tokens" --target-org {targetOrg}': upkeep,
  'sf data query --target-org {targetOrg} --query "SELECT Assignee.Username, PermissionSet.Name FROM PermissionSetAssignment WHERE PermissionSetId IN (SELECT ParentId FROM SetupEntityAccess WHERE SetupEntityId = \'{appId}\')"':
    upkeep,
  "sf data query --target-org {targetOrg} --query \"SELECT User.Username, CreatedDate, UseCount, LastUsedDate FROM OauthToken WHERE AppName = '{appName}' AND User.Username = '{username}'\"":
    upkeep,
  'sf data query --target-org {targetOrg} --query "SELECT User.Username, UseCount, LastUsedDate FROM OauthToken WHERE AppName = \'{appName}\'"':
    upkeep,
  'sf data query --target-org {targetOrg} --query "SELECT UserId, Application, MAX(LoginTime) LastLogin FROM LoginHistory WHERE LoginTime = LAST_N_DAYS:180 GROUP BY UserId, Application"':
    upkeep,
  'sf auth connectedapp check': names,
  'sf auth connectedapp check --needs api':
    'the rest of the call is that of the check before: test/commands/examples.test.ts',
  'sf auth connectedapp check --source-ip <address>': 'the same',
  'sf auth doctor': names,
  'sf auth doctor --error-file -': fed,
  'sf auth explain -': fed,
  'sf auth doctor --last --permission-set':
    'it is printed where a permission is missing: test/commands/auth/doctor.test.ts',
  'sf auth loginhistory failures': names,
  'sf auth loginhistory failures --file -': fed,
  'sf auth loginhistory sql': names,
  'sf auth preview': names,
  'sf auth runbook': names,
  'sf org auth show-sfdx-auth-url --target-org <alias>': asked,
  'sf org display': names,
  'sf org login device': 'the CLI has it no more, which is what is said',
  'sf org login sfdx-url': names,
  'sf org login web --alias admin': asked,
  'sf org login web --alias {org}': asked,
  'sf org login web --instance-url <login URL> --alias <alias>': asked,
  'sf org login web --instance-url <login URL> --alias {login}': asked,
  'sf org login web --instance-url <login URL> --alias {org}': asked,
};

const toRun = lines.filter((line) => !(line in unproved));
const isOurs = (line: string): boolean => line.startsWith('sf auth ');

type Manifest = { readonly commands: Readonly<Record<string, unknown>> };
const { commands } = JSON.parse(readFileSync(path.join(root, 'oclif.manifest.json'), 'utf8')) as Manifest;

/** As a shell parts a line whose quotes are all double ones. */
const partsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? '');

const tally =
  'user_id,status,first_ms,last_ms,span_ms,logins\n005A,User Is Frozen,1763647200000,1763647200001,3600000,5\n';
const history =
  'Username,Login Time,Source IP,Login Type,Status,Application\na@acme.com,11/20/2026 14:00:10,203.0.113.7,Remote Access 2.0,User Is Frozen,Sync\n';

describe('every command that is printed, run', function () {
  this.timeout(120_000);
  const started = atHome('ip-restricted', (home, { admin, client: { privateKey } }) => {
    const now = Date.now();
    const crt = selfSigned({ privateKey, commonName: 'x', from: now, to: now + 86_400_000 });
    writeFileSync(path.join(home, 'server.crt'), crt);
    writeFileSync(path.join(home, 'failed.log'), 'invalid_grant: ip restricted\n');
    writeFileSync(path.join(home, 'logins.csv'), history);
    writeFileSync(path.join(home, 'tally.csv'), tally);
    nameOrgs(home, (orgs) => ({ ...orgs, prod: orgs.admin ?? '', other: admin.username }));
  });

  /** With what a person fills in. */
  const filled = (line: string): string => {
    const { info } = started();
    const file = line.includes('--tally') ? 'tally.csv' : line.includes('loginhistory') ? 'logins.csv' : 'failed.log';
    const fills: Readonly<Record<string, string>> = {
      '"<app>"': `"${info.app}"`,
      '<app>': `"${info.app}"`,
      '<alias>': 'admin',
      '<other alias>': 'other',
      '<org that works>': 'admin',
      '--login admin': '--login ci',
      '<username>': info.username,
      '<text>': 'invalid_grant: ip restricted',
      '--jwt-key-file <path>': '--jwt-key-file server.key',
      '<path>': file,
      '<file>': file,
      '<dialect>': 'duckdb',
      '{id}': 'user-frozen',
      '{org}': 'admin',
      '{login}': 'admin',
    };
    return Object.entries(fills).reduce((text, [blank, value]) => text.replaceAll(blank, value), line);
  };

  const runOurs = async (line: string): Promise<Ran> => {
    const [, ...parts] = partsOf(line);
    const length = parts.findLastIndex((_, at) => parts.slice(0, at + 1).join(':') in commands) + 1;
    const file = `../../src/commands/${parts.slice(0, length).join('/')}.ts`;
    const { default: command } = (await import(file)) as { default: Parameters<typeof runHere>[0] };
    return runHere(command, parts.slice(length), started().info.env);
  };

  it('each is run here, or has a reason why not, and no reason is left over', () => {
    expect(toRun.length).to.be.greaterThan(30);
    expect(Object.keys(unproved).filter((line) => !lines.includes(line))).to.deep.equal([]);
    const gaps = toRun.filter((line) => /<[a-z ]+>|\{\w+\}/u.test(filled(line)));
    expect(gaps, 'nothing is left to fill in').to.deep.equal([]);
  });

  // What was seen last is looked at again: so those that look come first.
  for (const line of toRun
    .filter(isOurs)
    .toSorted((a, b) => Number(a.includes('--last')) - Number(b.includes('--last'))))
    it(line, async () => {
      const { code, stdout, stderr } = await runOurs(filled(line));
      expect([exitCodes.toolFailed, exitCodes.wrongUsage], `${stdout}\n${stderr}`).to.not.include(code);
      expect(stdout).to.not.equal('');
    });

  const others = toRun.filter((line) => !isOurs(line) && !line.startsWith('curl '));
  for (const line of others.filter((one) => isWhole || sample.includes(one)))
    it(line, async () => {
      const ran = await runPrinted(filled(line), { cwd: started().info.home, env: started().info.env, typed: 'y' });
      expect(ran.code, `${ran.stdout}${ran.stderr}`).to.equal(0);
    });

  if (isWhole)
    for (const line of toRun.filter((one) => one.startsWith('curl ')))
      it(line, async () => {
        const there = await startScenario('healthy', { asSalesforce: true });
        const ran = await runPrinted(line, { cwd: there.info.home, env: there.info.env, typed: '' });
        await there.stop();
        expect(ran.code, ran.stderr).to.equal(0);
        expect(JSON.parse(ran.stdout)).to.include({ issuer: 'https://login.salesforce.com' });
      });
});

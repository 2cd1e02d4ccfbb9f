import { globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import JSZip from 'jszip';
import { exitCodes } from '../../src/model/index.ts';
import { atHome, nameOrgs } from '../support/at-home.ts';
import { root } from '../support/cli.ts';
import { runHere } from '../support/in-process.ts';
import { recipesIn } from '../support/recipes.ts';

type Manifest = {
  readonly commands: Readonly<Record<string, { readonly id: string; readonly examples?: readonly string[] }>>;
};

const { commands } = JSON.parse(readFileSync(path.join(root, 'oclif.manifest.json'), 'utf8')) as Manifest;

/** One line of the help or of a page: the command, and the whole line. */
type Example = { readonly id: string; readonly line: string };

const ours = '<%= config.bin %> <%= command.id %>';

const examples: readonly Example[] = Object.values(commands).flatMap(({ id, examples: shown = [] }) =>
  shown
    .flatMap((example) => example.split('\n').slice(1))
    .filter((line) => line.includes(ours))
    .map((line) => ({ id, line: line.trim() })),
);

/** Every page that is written by hand: in the others what a command prints is shown. */
const pages = ['README.md', ...readdirSync(path.join(root, 'docs')).map((name) => `docs/${name}`)].filter(
  (page) => page.endsWith('.md') && page !== 'docs/screens.md',
);

const textOf = (page: string): string => readFileSync(path.join(root, page), 'utf8');

/** What stands in pages, outside the recipes that have tests of their own: in a block, or alone in a paragraph. */
const fences = /(?<!<!-- recipe: [a-z-]+ -->\n\n)```sh\n(.*?)^```$|^`(sf [^`]+)`$/gmsu;

const idOf = (line: string): string | undefined =>
  Object.keys(commands)
    .toSorted((a, b) => b.length - a.length)
    .find((id) => `${line} `.startsWith(`sf ${id.replaceAll(':', ' ')} `));

const inPages: readonly Example[] = pages.flatMap((page) =>
  [...textOf(page).matchAll(fences)]
    .flatMap(([, block, alone]) => (block ?? alone ?? '').split('\n'))
    .flatMap((line): readonly Example[] => {
      const typed = line.replace(/ +# .*$/u, '');
      const id = idOf(typed);
      return id === undefined || typed.includes(' | ') ? [] : [{ id, line: typed }];
    }),
);

/** What is run elsewhere, and where. */
const elsewhere: ReadonlyArray<readonly [RegExp, string]> = [
  [/^sf org display .*\|/u, 'test/e2e/real-cli.test.ts: it takes what another command of the CLI printed'],
  [/ --login-history-id\b/u, 'test/commands/auth/doctor-row.test.ts: it takes the id of a login that failed'],
  [/ --follow\b/u, 'test/commands/loginhistory-pipe.test.ts: it never ends by itself'],
];

const isElsewhere = ({ line }: Example): boolean => elsewhere.some(([pattern]) => pattern.test(line));

/** As a shell parts a line whose quotes are all double ones. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? '');

const manifest = (types: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="http://soap.sforce.com/2006/04/metadata">${types}<version>64.0</version></Package>\n`;

const accepted = JSON.stringify({
  accepted: [{ user: 'old.erp@acme.com', reason: 'switched off in January', until: '2027-01-31' }],
});

const project = {
  'sfdx-project.json': JSON.stringify({
    packageDirectories: [{ path: 'force-app', default: true }],
    sourceApiVersion: '64.0',
  }),
  'force-app/main/default/profiles/Integration.profile-meta.xml':
    '<?xml version="1.0" encoding="UTF-8"?>\n<Profile xmlns="http://soap.sforce.com/2006/04/metadata">\n    <custom>true</custom>\n</Profile>\n',
  'package.xml': manifest('<types><members>Integration</members><name>Profile</name></types>'),
  'destructiveChangesPost.xml': manifest(''),
  'mdapi/package.xml': manifest(''),
  'vendor.log': '2026-11-23T02:14:00Z invalid_grant: authentication failure\n',
  'LoginHistory1699999999999.csv':
    'Username,Login Time,Source IP,Login Type,Status,Application\na@acme.com,11/20/2026 14:00:10,203.0.113.7,Remote Access 2.0,User Is Frozen,Sync\n',
  'logins.csv':
    'user_id,status,first_ms,last_ms,span_ms,logins\n005A,User Is Frozen,1763647200000,1763647200001,3600000,5\n',
  'accepted.json': accepted,
  'preview-baseline.json': accepted,
  'ip-ranges.json': JSON.stringify({
    prefixes: [{ ip_prefix: '203.0.113.0/24', region: 'eu-central-1', service: 'EC2' }],
    ipv6_prefixes: [],
  }),
} as const;

describe('every example of every help page, and every command line of the pages', function () {
  this.timeout(300_000);
  const started = atHome('healthy', async (home, { admin: { username } }) => {
    nameOrgs(home, (orgs) => ({ ci: username, ...orgs, prod: username, uat: username }));
    for (const [file, content] of Object.entries(project)) {
      mkdirSync(path.join(home, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(home, file), content);
    }
    const zip = new JSZip().file('package.xml', manifest(''));
    writeFileSync(path.join(home, 'change.zip'), await zip.generateAsync({ type: 'nodebuffer' }));
  });

  /** The names and hosts of the page as they are in the simulated org. */
  const here = (line: string): string => {
    const { info } = started();
    return line
      .replaceAll('3MVG9...', info.consumerKey)
      .replaceAll('https://acme.my.salesforce.com', info.urls.myDomain)
      .replaceAll(/integration\.marketing@acme\.com|ci@acme\.com/gu, info.username)
      .replaceAll('"Marketing Sync"', `"${info.app}"`)
      .replaceAll('<text>', 'invalid_grant: authentication failure')
      .replaceAll('/var/lib/prometheus/node-exporter/', '');
  };

  it('is read from the help itself, and what is not run here is run elsewhere', () => {
    expect(examples.length).to.be.greaterThan(35);
    expect(inPages.length).to.be.greaterThan(14);
    for (const [pattern] of elsewhere)
      expect(
        examples.some(({ line }) => pattern.test(line)),
        String(pattern),
      ).to.equal(true);
  });

  it('and every recipe with a command line has a test that names it', () => {
    const tests = globSync('test/**/*.ts', { cwd: root }).map((file) => readFileSync(path.join(root, file), 'utf8'));
    const isTested = (page: string, name: string): boolean =>
      tests.some((one) => one.includes(page) && new RegExp(String.raw`(['"])${name}\1|\b${name}:`, 'u').test(one));
    const all = pages.flatMap((page) => recipesIn(page).map((recipe) => ({ page, ...recipe })));
    const named = all.filter(({ text }) => text.includes('sf auth '));
    expect(named).to.have.lengthOf.at.least(20);
    expect(named.filter(({ page, name }) => !isTested(page, name)).map(({ name }) => name)).to.deep.equal([]);
  });

  const run = async ({ id, line }: Example): Promise<void> => {
    const loaded = (await import(`../../src/commands/${id.replaceAll(':', '/')}.ts`)) as {
      default: Parameters<typeof runHere>[0];
    };
    const typed = line.replace(ours, '').replace(`sf ${id.replaceAll(':', ' ')}`, '');
    const { code, stdout, stderr } = await runHere(loaded.default, wordsOf(here(typed).trim()), started().info.env);
    expect([exitCodes.toolFailed, exitCodes.wrongUsage], `${stdout}\n${stderr}`).to.not.include(code);
    expect(stdout).to.not.equal('');
  };

  for (const [where, all] of [
    ['help', examples],
    ['page', inPages],
  ] as const)
    for (const example of all.filter((one) => !isElsewhere(one)))
      it(`${where}: ${example.line.replace(ours, `sf ${example.id.replaceAll(':', ' ')}`)}`, () => run(example));
});

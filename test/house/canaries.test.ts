import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import userNotPreauthorized from '../../simulator/scenarios/user-not-preauthorized.ts';
import { secretsFoundIn } from '../../src/files/index.ts';
import { rsaPem } from '../oauth/keys.ts';
import { canary, elsewhere, log, namesOfElsewhere } from '../support/canary.ts';
import type { Ran } from '../support/cli.ts';
import { callHere, failing, mistyped, reporting, type Call } from '../support/every-command.ts';
import { withScenario } from '../support/gathered.ts';

/** `npm run proof:canaries`: every format of every report. Else a third of them in each law, another third in the next. */
const isWhole = process.env.PROOF === 'whole';
const some = (calls: readonly Call[], offset: number): readonly Call[] =>
  calls.filter((_one, index) => isWhole || index % 3 === offset);

const secrets = {
  session: '00D5e000001AbCd!AQEAQCanaryCanaryCanaryCanaryCanary.Canary_Canary',
  refresh: '5Aep861CanaryCanaryCanaryCanaryCanary_CanaryCanary',
  password: 'c4nary-Hunter2-hush',
};

const leaky = [
  `Authorization: Bearer ${secrets.session}`,
  `refresh_token=${secrets.refresh}&password=${secrets.password}`,
  `{"name": "password", "value": "${secrets.password}"}`,
].join('\n');

const told = ({ stdout, stderr }: Ran): string => `${stdout}\n${stderr}`;

const nameOf = ({ command, argv }: Call): string => `${command} ${argv.join(' ').slice(0, 300)}`;

/** A folder with a plain file in it, where there can be no folder. */
const withFolder = async (use: (folder: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'canaries-'));
  try {
    writeFileSync(path.join(folder, 'file'), '');
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('law 9: canaries in every place, through every command and every format', function () {
  this.timeout(300_000);

  it('--redact: no name is left, in a report, in a warning, or in an error', () =>
    withScenario(elsewhere, {}, (started) =>
      withFolder(async (folder) => {
        const { env } = started.info;
        const calls = [...some(reporting(started, log), 0), ...failing(canary, folder)].map(
          ({ command, argv }): Call => ({ command, argv: [...argv, '--redact'] }),
        );
        const said = { reports: 0, errors: 0 };
        for (const call of calls) {
          const ran = await callHere(call, env);
          said[ran.code === 1 || ran.code === 2 ? 'errors' : 'reports'] += 1;
          const lines = told(ran)
            .split('\n')
            .filter((line) => namesOfElsewhere.test(line));
          expect(lines, nameOf(call)).to.deep.equal([]);
          if (call.argv.includes('admin')) expect(ran.code, `${nameOf(call)}: ${told(ran)}`).to.be.oneOf([0, 3, 4]);
        }
        expect(said.reports).to.be.greaterThan(isWhole ? 50 : 12);
        expect(said.errors).to.be.greaterThan(15);
      }),
    ));

  it('no secret is shown or written, whatever was typed in its place, and a well-kept set of rules finds none', () =>
    withScenario(userNotPreauthorized, {}, (started) =>
      withFolder(async (folder) => {
        const { env, home } = started.info;
        const file = path.join(folder, 'leaky.log');
        writeFileSync(file, leaky);
        const typed = [secrets.session, `ci@acme.example:${secrets.password}`, `password=${secrets.password}`];
        const calls = [
          ...some(reporting(started, leaky), 1),
          { command: 'doctor', argv: ['--error-file', file, '--offline', '--details'] } as const,
          { command: 'failures', argv: ['--file', file] } as const,
          { command: 'explain', argv: [leaky] } as const,
          ...typed.flatMap((one) => [...failing(one, folder), ...mistyped(one)]),
        ];
        const before = new Set(readdirSync(home, { recursive: true, encoding: 'utf8' }));
        const all: string[] = [];
        for (const call of calls) {
          const text = told(await callHere(call, env));
          all.push(text);
          for (const [what, secret] of Object.entries(secrets))
            expect(text, `${what}: ${nameOf(call)}`).not.to.include(secret);
        }
        expect(await secretsFoundIn(all.join('\n'))).to.deep.equal([]);
        for (const name of readdirSync(home, { recursive: true, encoding: 'utf8' }))
          if (!before.has(name) && name.endsWith('.json'))
            for (const secret of Object.values(secrets))
              expect(readFileSync(path.join(home, name), 'utf8'), name).not.to.include(secret);
      }),
    ));

  it('the set of rules finds what stands there', async () => {
    expect(await secretsFoundIn(rsaPem)).to.not.be.empty;
  });

  const escape = String.fromCodePoint(27);

  /** What a terminal, a page, a spreadsheet or a pipeline would obey, and how it would look then. */
  const payloads: Readonly<Record<string, readonly [text: string, obeyed: RegExp]>> = {
    'a terminal sequence': [`${escape}[2J${escape}]0;pwned`, new RegExp(String.raw`${escape}(?:\[2J|\])`, 'u')],
    'a turned direction': ['a\u202Eb\u2066c', /[\u202A-\u202E\u2066-\u2069]/u],
    'what has no width': ['a\u200Bb\u{E0041}c\uFEFF', /[\u200B-\u200F\uFEFF]|[\u{E0000}-\u{E007F}]/u],
    'a command of a pipeline': [
      '\n::error::pwned\n##vso[task.setvariable variable=a]b\n##[command]x\n##teamcity[message]',
      /^\s*::error::pwned|##vso\[|##\[command\]|##teamcity\[/mu,
    ],
    'a script': ['<script>pwned()</script>', /<script>pwned/u],
  };
  const hostile = Object.values(payloads)
    .map(([text]) => text)
    .join(' ');

  it(`obeyed nowhere: ${Object.keys(payloads).join(', ')}`, () =>
    withScenario(userNotPreauthorized, {}, (started) =>
      withFolder(async (folder) => {
        const calls = [
          ...some(reporting(started, `invalid_grant: authentication failure ${hostile}`), 2),
          ...failing(hostile.replaceAll('/', ' '), folder),
          ...mistyped(hostile),
        ];
        for (const call of calls) {
          const output = told(await callHere(call, started.info.env));
          // What is shown as text may hold a tag; a page may not.
          const isPage = call.argv.includes('html');
          for (const [what, [, obeyed]] of Object.entries(payloads))
            if (what !== 'a script' || isPage) expect(output, `${what}: ${nameOf(call)}`).to.not.match(obeyed);
        }
      }),
    ));
});

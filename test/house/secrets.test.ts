import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { scenarioIds } from '../../simulator/scenarios/index.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import { checkGates } from '../../src/gates/index.ts';
import { safeDiagnosis } from '../../src/output/doctor.ts';
import { phraseBook } from '../../src/recognition/phrase-book/index.ts';
import { withoutSecrets } from '../../src/recognition/secrets.ts';
import { renderTerminal } from '../../src/report/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { runDoctor } from '../support/cli.ts';
import { gatherFor, withScenario } from '../support/gathered.ts';
import { diagnosisIn } from '../support/written.ts';

const words = loadWords();
const speaker = speakFrom(words);
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

/** Whatever in a played scenario nobody else may know. */
const canaries = ({ stage, sim }: Started): string[] => {
  const { client, org } = stage;
  const keyLines = client.privateKey.split(/\s+/u).filter((line) => line.length > 40 && !line.startsWith('-----'));
  return [
    client.clientSecret,
    client.password,
    client.securityToken,
    client.refreshToken,
    ...keyLines,
    ...org.sessions.map(({ token }) => token),
    ...org.sessions.map(({ token }) => token.slice(token.indexOf('!') + 1)),
    ...org.grants.map(({ refreshToken }) => refreshToken),
    ...org.apps.map(({ consumerSecret }) => consumerSecret),
    ...org.users.map(({ password }) => password),
    ...sim.world.orgs.flatMap(({ sessions }) => sessions.map(({ token }) => token)),
  ].filter((secret) => secret.length > 5);
};

const holds = (output: string, secrets: readonly string[]): string[] =>
  secrets.filter((secret) => output.includes(secret));

/** A log that a client wrote with everything in it. */
const leakyLog = ({ stage, info }: Started): string => {
  const { client, org } = stage;
  const session = org.sessions.at(-1)?.token ?? '00D000000000001!AQEAQ.canary_canary_canary_canary_canary';
  return [
    `POST /services/oauth2/token grant_type=password&client_id=${client.consumerKey}&client_secret=${client.clientSecret}&username=${client.username}&password=${encodeURIComponent(client.password)}`,
    `{"refresh_token":"${client.refreshToken}","client_secret":"${client.clientSecret}","password":"${client.password}"}`,
    `Authorization: Bearer ${session}`,
    `force://${client.consumerKey}:${client.clientSecret}:${client.refreshToken}@acme.my.salesforce.com`,
    client.privateKey,
    info.errorText,
  ].join('\n');
};

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());

describe('law 9: our own words are no secrets', () => {
  const filled = (text: string): string => text.replaceAll(/\{([a-z][A-Za-z0-9]*)\}/gu, 'Acme');

  for (const file of words.files()) {
    it(`${file}.md: every text comes through whole, filled or not`, () => {
      const changed = readFileSync(`messages/${file}.md`, 'utf8')
        .split(/^#(?!#)/mu)
        .flatMap((block) => [block, ...block.split('\n')])
        .flatMap((text) => [text, filled(text)])
        .filter((text) => withoutSecrets(text) !== text);
      expect(changed).to.deep.equal([]);
    });
  }

  it('every code and every phrase of the phrase book comes through whole, alone and together', () => {
    const said = phraseBook.flatMap(({ codes = [], phrases = [] }) => [
      ...codes,
      ...phrases,
      ...codes.flatMap((code) => phrases.map((phrase) => `Error: ${code}: ${phrase}`)),
    ]);
    expect(said).to.not.have.lengthOf(0);
    expect(said.filter((text) => withoutSecrets(text) !== text)).to.deep.equal([]);
  });
});

describe('law 9: secrets', function () {
  this.timeout(180_000);

  for (const id of scenarioIds) {
    it(`${id}: no secret in the evidence, in the diagnosis or on a screen, even where the error text is full of them`, () =>
      withScenario(id, {}, async (started) => {
        const { evidence } = await gatherFor(
          { ...started, info: { ...started.info, errorText: leakyLog(started) } },
          { attempt: true, login: 'ci' },
        );
        const secrets = canaries(started);
        expect(secrets).to.not.have.lengthOf(0);
        expect(holds(JSON.stringify(evidence), secrets), 'evidence').to.deep.equal([]);
        const diagnosis = diagnose({ evidence, causes, speaker, cost });
        expect(holds(JSON.stringify(diagnosis), secrets), 'diagnosis').to.deep.equal([]);
        const check = checkGates({ evidence, causes, speaker, cost });
        expect(holds(JSON.stringify(check), secrets), 'app check').to.deep.equal([]);
        const shown = safeDiagnosis(diagnosis);
        expect(holds(renderTerminal(shown, { width: 80, colour: false, words }), secrets), 'terminal').to.deep.equal(
          [],
        );
        for (const [format, text] of Object.entries(diagnosisIn(shown)))
          expect(holds(text, secrets), format).to.deep.equal([]);
        expect(holds(withoutSecrets(leakyLog(started)), secrets), 'the log itself, cleaned').to.deep.equal([]);
      }));
  }

  it('no secret in what the command prints or in any file that it leaves, with the loudest log', () =>
    withScenario('user-frozen', {}, async (started) => {
      const { info } = started;
      const env = { ...info.env, SF_LOG_LEVEL: 'trace' };
      const before = new Set(filesBelow(info.home));
      const args = [
        '--target-org',
        'admin',
        '--login',
        'ci',
        '--app',
        info.app,
        '--error',
        leakyLog(started),
        '--attempt',
      ];
      const ran = [
        await runDoctor(args, { env }),
        await runDoctor([...args, '--json'], { env }),
        await runDoctor([...args, '--result-format', 'markdown', '--output-file', path.join(info.home, 'report.md')], {
          env,
        }),
        await runDoctor(['--error-file', path.join(info.home, 'absent'), '--target-org', 'nobody'], { env }),
      ];
      const secrets = canaries(started);
      for (const { stdout, stderr } of ran) {
        expect(holds(stdout, secrets)).to.deep.equal([]);
        expect(holds(stderr, secrets)).to.deep.equal([]);
      }
      const written = filesBelow(info.home).filter((file) => !before.has(file));
      expect(written.some((file) => file.endsWith('report.md'))).to.equal(true);
      for (const file of written) expect(holds(readFileSync(file, 'utf8'), secrets), file).to.deep.equal([]);
    }));
});

import { expect } from 'chai';
import stringWidth from 'string-width';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import { orgFactNames } from '../../src/evidence/org/index.ts';
import { denied } from '../../src/model/index.ts';
import type { Diagnosis, FactName } from '../../src/model/index.ts';
import { exitCodeHelp, exitCodeOf } from '../../src/output/exit-codes.ts';
import { renderBrief, withLocalTime } from '../../src/report/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { gatheredScenarios } from '../support/gathered.ts';
import type { GatheredScenario } from '../support/gathered.ts';

const words = loadWords();
const cost = { orgRoundTrips: 3, requests: 7, milliseconds: 900 };
const targetOrg = {
  username: 'admin@acme.com',
  orgId: '00D000000000001',
  instanceUrl: 'https://acme.my.salesforce.com',
};

type Shown = { readonly id: string; readonly diagnosis: Diagnosis; readonly lines: readonly string[] };

const shown = ({ id, evidence }: GatheredScenario): Shown => {
  const diagnosis = diagnose({ evidence, causes, speaker: speakFrom(words), targetOrg, cost });
  const code = exitCodeOf(diagnosis, 'blocks');
  const now = evidence.now.state === 'known' ? evidence.now.value : '';
  const brief = renderBrief(diagnosis, {
    words,
    width: 80,
    colour: false,
    reader: { now },
    exit: { code, meaning: exitCodeHelp(words, 'doctor')[String(code)] ?? '' },
    saved: true,
  });
  // Read in Berlin: the local time takes its room as well.
  const screen = withLocalTime(brief, { now, zone: 'Europe/Berlin' }, { words, width: 80 });
  return { id, diagnosis, lines: screen.trimEnd().split('\n') };
};

/** As an org says no to a session that may see little, and to one that may see nothing. */
const hidden: ReadonlyArray<readonly FactName[]> = [[], ['loginRows', 'userLogin', 'changes'], orgFactNames];

const hide = (scenario: GatheredScenario, names: readonly FactName[]): GatheredScenario => ({
  ...scenario,
  evidence: {
    ...scenario.evidence,
    ...Object.fromEntries(names.map((name) => [name, denied('Manage Users', { place: 'org', name })])),
  },
});

let screens: Promise<readonly Shown[]> | undefined;

/** Every scenario, with everything seen and with things hidden. */
const everyScreen = (): Promise<readonly Shown[]> => {
  screens ??= gatheredScenarios().then((all) =>
    hidden.flatMap((names) => all.map((scenario) => shown(hide(scenario, names)))),
  );
  return screens;
};

const isCopied = (line: string): boolean => /^(?:https?:\/\/|sf |openssl )\S/u.test(line);

const actors = ['report', 'screen'].flatMap((file) =>
  words.keys(file).flatMap((key) => (/^(?:actor|who)\./u.test(key) ? [words.text(file, key)] : [])),
);

/** `WHO   an admin of the org.`, or behind a suspect `(user-frozen, admin)`. */
const namesActor = (screen: string): boolean =>
  actors.some((actor) => screen.includes(`WHO ${actor}`) || screen.includes(`${actor})`));

describe('law 15: 24 lines', function () {
  this.timeout(600_000);

  it('a screen of 80 by 24 holds the whole answer when the prompt is back', async () => {
    const long = (await everyScreen()).filter(({ lines }) => lines.length > 23);
    expect(long.map(({ id, lines }) => `${id}: ${lines.length}`)).to.deep.equal([]);
  });

  it('the first line is the verdict', async () => {
    for (const { id, diagnosis, lines } of await everyScreen()) {
      const root = diagnosis.findings.find(({ role, standing }) => role === 'root' && standing === 'confirmed');
      const mark = { healthy: '✔', 'cause-found': '✖', transient: '!', inconclusive: '?' }[diagnosis.outcome];
      expect(lines[0], id).to.match(new RegExp(`^[${mark}] \\S`, 'u'));
      if (root !== undefined && diagnosis.outcome !== 'inconclusive')
        expect(lines.join(' ').replaceAll(/\s+/gu, ' '), id).to.include(root.title);
    }
  });

  it('it says who acts, and has a link or a command', async () => {
    for (const { id, diagnosis, lines } of await everyScreen()) {
      if (diagnosis.outcome === 'healthy') continue;
      const whole = lines.join(' ').replaceAll(/\s+/gu, ' ');
      expect(whole, id).to.match(/https?:\/\/\S|\bsf [a-z]/u);
      if (diagnosis.findings.some(({ role }) => role !== 'later')) expect(namesActor(whole), id).to.equal(true);
    }
  });

  it('no line is wider than the terminal but links and commands, which stand alone', async () => {
    for (const { id, lines } of await everyScreen()) {
      const wide = lines.filter((line) => stringWidth(line) > 80 && !isCopied(line));
      expect(wide, id).to.deep.equal([]);
    }
  });

  it('the local time is told once where a time is told, but where a screen of 23 lines has no room for it', async () => {
    for (const { id, lines } of await everyScreen()) {
      const screen = lines.join('\n');
      const local = [...screen.matchAll(/ UTC \([^()]*(?:CET|CEST|GMT\+\d)\)/gu)].length;
      const most = / UTC\b/u.test(screen) ? 1 : 0;
      expect(local, `${id}\n${screen}`).to.be.within(lines.length === 23 ? 0 : most, most);
    }
  });

  it('nothing is told twice', async () => {
    for (const { id, lines } of await everyScreen()) {
      const told = lines.map((line) => line.trim()).filter((line) => line.length > 24);
      expect(told.length, id).to.equal(new Set(told).size);
    }
  });

  it('no step asks for what is known', async () => {
    for (const { id, diagnosis, lines } of await everyScreen()) {
      const whole = lines.join(' ');
      const { username } = diagnosis.integration;
      if (username !== undefined) expect(whole, id).not.to.include('<username>');
      if (diagnosis.failingRow?.sourceIp !== undefined) expect(whole, id).not.to.include('<source IP');
      if (diagnosis.findings[0]?.change?.by !== undefined) expect(whole, id).not.to.include('Setup Audit Trail names');
    }
  });

  it('the last line is the exit code and its meaning', async () => {
    for (const { id, diagnosis, lines } of await everyScreen())
      expect(lines.at(-1), id).to.match(new RegExp(`^  exit ${exitCodeOf(diagnosis, 'blocks')}: \\S`, 'u'));
  });
});

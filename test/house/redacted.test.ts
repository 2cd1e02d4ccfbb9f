import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { scenarioIds } from '../../simulator/scenarios/index.ts';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import { asText, fromText, type Run } from '../../src/evidence/saved/run.ts';
import { checkGates } from '../../src/gates/index.ts';
import type { Diagnosis } from '../../src/model/index.ts';
import { safeCheck } from '../../src/output/app-check.ts';
import { safeDiagnosis } from '../../src/output/doctor.ts';
import { namesIn, redactedRun, tellable } from '../../src/output/evidence.ts';
import { redactor } from '../../src/report/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { elsewhere, log, namesOfElsewhere } from '../support/canary.ts';
import { callHere } from '../support/every-command.ts';
import { gatheredScenarios, gatherFor, withScenario } from '../support/gathered.ts';

const speaker = speakFrom(loadWords());
const cost = { orgRoundTrips: 3, requests: 7, milliseconds: 900 };

const judged = (run: Run): Diagnosis => diagnose({ ...run, causes, speaker });

/** What `--redact --json` prints of a run: the diagnosis, and the check of the gates. */
const printed = (run: Run): string => {
  const diagnosis = safeDiagnosis(judged(run), redactor(), namesIn(run));
  const check = safeCheck(checkGates({ ...run, causes, speaker }), redactor());
  // Two keys that are alike at both ends are one where a sentence shows the ends alone, and differ elsewhere than their pseudonyms.
  return JSON.stringify([diagnosis, check], null, 1).replaceAll(/\(key-\d\)|from character \d+ on/gu, '');
};

const foundIn = ({ outcome, findings, ruledOut }: Diagnosis): unknown => ({
  outcome,
  ruledOut,
  findings: findings.map(({ cause, role, standing, gate, since, on }) => ({ cause, role, standing, gate, since, on })),
});

const travelled = (run: Run): Run => fromText(asText(redactedRun(run)), 'a file');

describe('law: evidence that was redacted is judged as what it stands for', function () {
  this.timeout(300_000);

  for (const id of scenarioIds)
    it(`${id}: the same findings, and the same redacted report, byte by byte`, async () => {
      const { evidence } = (await gatheredScenarios()).find((one) => one.id === id)!;
      const run: Run = { evidence, cost };
      const again = travelled(run);
      expect(foundIn(judged(again))).to.deep.equal(foundIn(judged(run)));
      expect(printed(again)).to.equal(printed(tellable(run)));
    });

  it('no name is left in the file, whatever was pasted', () =>
    withScenario(elsewhere, {}, async (started) => {
      const told = { ...started, info: { ...started.info, errorText: `${log}\n${started.info.errorText}` } };
      const { evidence } = await gatherFor(told, { login: 'ci' });
      const targetOrg = { username: started.stage.admin.username, orgId: started.stage.org.id, instanceUrl: '' };
      const plain = asText({ evidence, targetOrg, cost });
      const file = asText(redactedRun({ evidence, targetOrg, cost }));
      expect(plain.split('\n').filter((line) => namesOfElsewhere.test(line))).to.have.length.greaterThan(20);
      expect(file.split('\n').filter((line) => namesOfElsewhere.test(line))).to.deep.equal([]);
      for (const { id } of [started.stage.org, ...started.stage.org.users, ...started.stage.org.apps])
        expect(file, id).to.not.include(id.slice(0, 15));
    }));

  it('by the command: the same JSON from the file as from the org, and no name in either', () =>
    withScenario(elsewhere, {}, async (started) => {
      const { info } = started;
      const file = path.join(info.home, 'evidence.json');
      const call = async (argv: readonly string[]): Promise<string> => {
        const ran = await callHere({ command: 'doctor', argv: [...argv, '--redact', '--json'] }, info.env);
        expect(ran.code, ran.stdout).to.equal(3);
        return ran.stdout;
      };
      const login = [
        '--username',
        info.username,
        '--app',
        info.app,
        '--flow',
        'jwt',
        '--error',
        `${log} ${info.errorText}`,
      ];
      const live = await call(['--target-org', 'admin', '--no-save', '--save-evidence', file, ...login]);
      expect(await call(['--evidence', file])).to.equal(live);
      for (const text of [live, readFileSync(file, 'utf8')])
        expect(text.split('\n').filter((line) => namesOfElsewhere.test(line))).to.deep.equal([]);
    }));
});

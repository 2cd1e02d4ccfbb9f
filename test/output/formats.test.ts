import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { endOf } from '../../src/output/exit-codes.ts';
import { inFormat, pipelineFile } from '../../src/output/formats.ts';
import { loadWords } from '../../src/words/index.ts';
import { cases } from '../report/cases/index.ts';
import { diagnosisIn } from '../support/written.ts';

const words = loadWords();

/** With a variable of the process as it is given, and as it was afterwards. */
const having = async (name: string, value: string, work: () => Promise<void>): Promise<void> => {
  const before = process.env[name];
  process.env[name] = value;
  try {
    await work();
  } finally {
    if (before === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = before;
  }
};

describe('formats in a pipeline', () => {
  const write = (format: 'github' | 'gitlab' | 'markdown'): Promise<string> =>
    inFormat((sheets) => sheets.doctor(cases.found, 3, words), format, endOf(words, 'doctor', 3));

  it('github: annotations are printed, and the report is added to the summary of the step', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'summary-'));
    try {
      const file = path.join(folder, 'summary.md');
      writeFileSync(file, 'A step before.\n');
      await having('GITHUB_STEP_SUMMARY', file, async () => {
        expect(await write('github')).to.match(/^::error title=user-not-preauthorized/u);
        await write('markdown');
      });
      expect(readFileSync(file, 'utf8')).to.equal(`A step before.\n${diagnosisIn(cases.found).markdown}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('what has no file of its own is of the pipeline that asked', async () => {
    await having('GITHUB_WORKFLOW_REF', '', () =>
      having('GITLAB_CI', 'true', () =>
        having('CI_CONFIG_PATH', 'ci/login.yml', async () => {
          expect(await write('gitlab')).to.include('"path": "ci/login.yml"');
        }),
      ),
    );
    const ref = 'acme/app/.github/workflows/login.yml@refs/heads/main';
    expect(pipelineFile({ GITHUB_WORKFLOW_REF: ref })).to.equal('.github/workflows/login.yml');
    expect(pipelineFile({ GITLAB_CI: 'true', CI_CONFIG_PATH: '' })).to.equal('.gitlab-ci.yml');
    expect(pipelineFile({ CI_CONFIG_PATH: 'x.yml' })).to.equal(undefined);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { exitCodes } from '../../../src/model/index.ts';
import type { Judgement } from '../../../src/report/formats/judgement.ts';
import { writers } from '../../../src/report/sheets/index.ts';
import { endOf } from '../../../src/output/exit-codes.ts';
import { loadWords } from '../../../src/words/index.ts';
import { isGitlab, junitErrors, sarifErrors } from '../../support/schemas.ts';
import { checkIn, diagnosisIn, failuresIn } from '../../support/written.ts';
import { cases } from '../cases/index.ts';
import { checks } from '../gates/cases.ts';
import { cases as counted } from '../loginhistory/cases.ts';
import { parseMetrics } from '../loginhistory/exposition.ts';
import { told } from './reports.ts';

/** Whole reports as machines read them. `UPDATE_SCREENS=true` writes them anew; read the difference. */
const goldens: Readonly<Record<string, () => string>> = {
  'found.junit.xml': () => diagnosisIn(cases.found).junit,
  'found.sarif.json': () => diagnosisIn(cases.found).sarif,
  'found.github.txt': () => diagnosisIn(cases.found).github,
  'found.gitlab.json': () => diagnosisIn(cases.found).gitlab,
  'closed.csv.txt': () => checkIn(checks.closed).csv.replaceAll('\r\n', '\n'),
  'closed.openmetrics.txt': () => checkIn(checks.closed).openmetrics,
  'alarm.junit.xml': () => failuresIn(counted.alarm).junit,
  'alarm.md.txt': () => failuresIn(counted.alarm).markdown,
};

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe('formats: one diagnosis, one exit code', () => {
  for (const [file, render] of Object.entries(goldens))
    it(file, () => {
      const url = new URL(`fixtures/${file}`, import.meta.url);
      if (process.env.UPDATE_SCREENS === 'true') writeFileSync(url, render());
      expect(render()).to.equal(readFileSync(url, 'utf8'));
    });

  for (const { name, code, sheet, reports } of told) {
    const has = (level: Judgement['level']): boolean => sheet.judgements.some((one) => one.level === level);

    it(`${name}: what counts is what the exit code ${code} says`, () => {
      expect(has('undecided'), 'undecided').to.equal(code === exitCodes.inconclusive);
      expect(has('failed'), 'failed').to.equal(code !== exitCodes.healthy && code !== exitCodes.inconclusive);
      expect(sheet.judgements, 'nothing was judged').to.not.deep.equal([]);
    });

    it(`${name}: every format tells what counts`, () => {
      const { junit, sarif, github, gitlab, csv, openmetrics, markdown, html } = reports();
      const failed = sheet.judgements.filter((one) => one.level === 'failed').length;
      const undecided = sheet.judgements.filter((one) => one.level === 'undecided').length;
      expect([count(junit, /<failure /gu), count(junit, /<error /gu)]).to.deep.equal([failed, undecided]);
      expect(count(github, /^::error /gmu)).to.equal(failed + undecided);
      expect(count(gitlab, /"severity": "(?:blocker|major)"/gu)).to.equal(failed + undecided);
      const { runs } = JSON.parse(sarif) as {
        runs: Array<{ results: Array<{ level: string }>; invocations: Array<{ exitCode: number }> }>;
      };
      expect(runs[0]?.results.filter(({ level }) => level === 'error')).to.have.lengthOf(failed);
      expect(runs[0]?.invocations[0]?.exitCode).to.equal(code);
      expect(openmetrics).to.match(new RegExp(`^salesforce_login_exit_code\\S* ${code}$`, 'mu'));
      expect(html).to.include(`exit ${code}: `);
      for (const text of [junit, sarif, gitlab, github, csv, markdown, html])
        expect(text).to.not.match(/undefined|\[object|\{[a-z][A-Za-z0-9]*\}|NaN|Invalid Date/u);
    });

    it(`${name}: SARIF, GitLab's report and OpenMetrics are what their readers take`, () => {
      const { sarif, gitlab, openmetrics } = reports();
      expect(sarifErrors(sarif)).to.deep.equal([]);
      expect(isGitlab(gitlab)).to.equal(true);
      expect(() => parseMetrics(openmetrics)).not.to.throw();
    });
  }

  it('JUnit is what its schema says, for every result', async () => {
    const files = Object.fromEntries(told.map(({ reports }, at) => [`${at}.xml`, reports().junit]));
    expect(await junitErrors(files)).to.deep.equal([]);
    expect(
      await junitErrors({ 'wrong.xml': '<testsuites><case/></testsuites>' }),
      'the schema itself',
    ).to.not.deep.equal([]);
    expect(sarifErrors('{"version": "2.1.0"}')).to.not.deep.equal([]);
  }).timeout(60_000);

  it('what stands in a title is no markup and no command', () => {
    const evil = `%0A::add-mask::x\n::error::y <![CDATA[ ]]> </testcase> \uFFFE\uD800 "&'`;
    const sheet = {
      ...told[0]!.sheet,
      judgements: [{ rule: 'a', about: evil, level: 'failed' as const, title: evil, signs: [evil] }],
    };
    const end = { ...endOf(loadWords(), 'doctor', 3), at: '2026-11-23T03:00:05.000Z' };
    expect(writers.github(sheet, end).trimEnd()).to.not.include('\n');
    expect(writers.github(sheet, end)).to.include('%250A');
    return junitErrors({ 'evil.xml': writers.junit(sheet, end) }).then((errors) => expect(errors).to.deep.equal([]));
  }).timeout(60_000);

  it('a place of its own goes before the pipeline, which goes before none', () => {
    const judgement = { rule: 'a', about: 'x', level: 'failed' as const, title: 'T', signs: [] };
    const place = { path: 'force-app/main/default/profiles/Sync User.profile-meta.xml', line: 7 };
    const sheet = { ...told[0]!.sheet, judgements: [{ ...judgement, place }, judgement] };
    const end = {
      ...endOf(loadWords(), 'doctor', 3),
      at: '2026-11-23T03:00:05.000Z',
      place: '.github/workflows/a.yml',
    };
    expect(writers.github(sheet, end)).to.match(
      /^::error file=force-app\/.+ User\.profile-meta\.xml,line=7,title=a%3A T::x\n::error title=/u,
    );
    const uris = [...writers.sarif(sheet, end).matchAll(/"uri": "([^"]+)"/gu)].map(([, uri]) => uri);
    expect(uris).to.deep.equal([
      'force-app/main/default/profiles/Sync%20User.profile-meta.xml',
      '.github/workflows/a.yml',
    ]);
    expect(sarifErrors(writers.sarif(sheet, end))).to.deep.equal([]);
    const paths = [...writers.gitlab(sheet, end).matchAll(/"path": "([^"]+)"/gu)].map(([, path]) => path);
    expect(paths).to.deep.equal([place.path, '.github/workflows/a.yml']);
    expect(writers.gitlab(sheet, { ...end, place: undefined })).to.include('"path": ".gitlab-ci.yml"');
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { compareSides } from '../../../src/gates/index.ts';
import type { Comparison } from '../../../src/model/index.ts';
import { safeSides } from '../../../src/output/comparison.ts';
import { exitCodeOfComparison } from '../../../src/output/exit-codes.ts';
import { composeComparison, redactor, showDocument } from '../../../src/report/index.ts';
import type { Redactor } from '../../../src/report/index.ts';
import { isGitlab, junitErrors, sarifErrors } from '../../support/schemas.ts';
import { comparisonIn } from '../../support/written.ts';
import { checks } from '../gates/cases.ts';
import { words } from '../words.ts';

const comparison = (by?: Redactor): Comparison => {
  const [target, other] = safeSides(
    [
      { name: 'prod', check: checks.closed },
      { name: 'uat', check: checks.healthy },
    ],
    by,
  );
  return compareSides(target, other, 1840);
};

const cases = {
  differing: comparison(),
  alike: compareSides({ name: 'prod', check: checks.healthy }, { name: 'uat', check: checks.healthy }, 900),
  dead: compareSides({ name: 'prod', check: checks.closed }, { name: 'uat', trouble: 'It does not answer.' }, 900),
} as const satisfies Readonly<Record<string, Comparison>>;

const screen = (given: Comparison, width = 80): string =>
  showDocument(composeComparison(given, words), { width, colour: false });

const screens = {
  'differing.80.txt': () => screen(cases.differing),
  'differing.120.txt': () => screen(cases.differing, 120),
  'differing.redacted.80.txt': () => screen(comparison(redactor())),
  'differing.md.txt': () => comparisonIn(cases.differing).markdown,
  'alike.80.txt': () => screen(cases.alike),
  'dead.80.txt': () => screen(cases.dead),
} as const;

/** Whole screens as a person sees them. `UPDATE_SCREENS=true` writes them anew; read the difference. */
describe('two orgs on a screen', () => {
  for (const [file, render] of Object.entries(screens))
    it(file, () => {
      const url = new URL(`fixtures/${file}`, import.meta.url);
      if (process.env.UPDATE_SCREENS === 'true') writeFileSync(url, render());
      expect(render()).to.equal(readFileSync(url, 'utf8'));
    });

  it('ends as the org does that was asked about', () => {
    expect(exitCodeOfComparison(cases.differing, 'blocks')).to.equal(3);
    expect(exitCodeOfComparison(cases.dead, 'blocks')).to.equal(3);
    expect(exitCodeOfComparison(cases.alike, 'blocks')).to.equal(0);
    expect(exitCodeOfComparison(cases.differing, 'never')).to.equal(0);
    const ahead = compareSides(
      { name: 'prod', check: { ...checks.healthy, warnings: checks.closed.warnings } },
      { name: 'uat', check: checks.healthy },
      900,
    );
    expect(exitCodeOfComparison(ahead, 'later')).to.equal(3);
    expect(exitCodeOfComparison(ahead, 'blocks')).to.equal(0);
  });

  for (const [name, given] of Object.entries(cases))
    it(`${name}: every format is one that its readers take, and fails where the exit code does`, async () => {
      for (const failOn of ['blocks', 'later', 'never'] as const) {
        const code = exitCodeOfComparison(given, failOn);
        const written = comparisonIn(given, code);
        expect(await junitErrors({ [name]: written.junit })).to.deep.equal([]);
        expect(sarifErrors(written.sarif)).to.deep.equal([]);
        expect(isGitlab(written.gitlab)).to.equal(true);
        expect(written.junit.includes('<failure') || written.junit.includes('<error'), failOn).to.equal(code !== 0);
        expect(written.openmetrics).to.match(/# EOF\n$/u);
        expect(JSON.parse(written.json)).to.deep.equal(JSON.parse(JSON.stringify(given)));
      }
    });
});

import { expect } from 'chai';
import { exitCodeOfPreview, previewThresholds } from '../../../src/output/exit-codes.ts';
import { previewScreen, renderPreview, safePreview } from '../../../src/output/preview.ts';
import type { Preview } from '../../../src/model/index.ts';
import { redactor } from '../../../src/report/index.ts';
import { loadWords } from '../../../src/words/index.ts';
import type { Format } from '../../../src/output/formats.ts';
import { without } from '../../support/without.ts';
import { accepted, clear, preview } from './cases.ts';

const page = { words: loadWords(), width: 80, colour: false, exitCode: 3, details: false };
const show = (given: Preview, details = false): string => previewScreen(given, { ...page, details });
const write = async (given: Preview, format: Format): Promise<string> => renderPreview(given, format, page);
const untold: Preview = { ...preview, outcome: 'untold', integrations: preview.integrations.slice(1) };

describe('what a preview says', () => {
  it('the answer is the first line, and the screen has 23 lines at most', () => {
    const screen = show(preview);
    expect(screen).to.match(
      /^✖ This change locks out 1 of 3 integrations\. Of 1 more it cannot be told\. In the\s+files one thing must be mended\./u,
    );
    expect(screen).to.include('profiles/Sync.profile-meta.xml:12:5').and.include('203.0.113.7');
    const many = { ...preview, integrations: Array.from({ length: 40 }, () => preview.integrations[0]!) };
    for (const one of [preview, many, clear, untold]) expect(show(one).trimEnd().split('\n').length).to.be.at.most(23);
  });

  it('says that nothing is refused, and what was accepted', () => {
    expect(show(clear)).to.match(/^✔ This change locks out none of 1 integrations\./u);
    expect(show(accepted)).to.include('accepted by the baseline: moves away');
  });

  it('says that nothing is refused of what was seen, where not all was', async () => {
    const blind: Preview = { ...clear, outcome: 'untold', blindSpots: ['Parts of Login History were not counted.'] };
    for (const whole of [show(blind), show(blind, true), await write(blind, 'markdown')]) {
      expect(whole).to.include('Not everything was seen: of the 1 integrations that were, none is locked out.');
      expect(whole).to.include('Parts of Login History were not counted.');
    }
    expect(exitCodeOfPreview(blind, 'unknown')).to.equal(4);
  });

  it('has everybody who is refused before it says why of the second', () => {
    const [first] = preview.integrations;
    const users = Array.from({ length: 6 }, (_none, at) => `user.${at}@acme.example`);
    const all = users.map((user) => ({ ...first!, integration: { ...first!.integration, user } }));
    const screen = show({ ...preview, integrations: all, lint: [] });
    for (const user of users) expect(screen).to.include(user);
    expect(screen).to.include('1 go on, 1 cannot be told, 1 refused');
    const page = show({ ...preview, integrations: all }, true);
    for (const line of page.split('\n')) expect(line.length, line).to.be.at.most(100);
  });

  it('says of files alone how much must be mended in them', () => {
    const files = { ...preview, integrations: [], counts: { ...clear.counts, integrations: 0 } };
    expect(show(without(files, 'targetOrg'))).to.match(/^✖ One thing in these files must be mended\./u);
    expect(show({ ...clear, lint: [] }).split('\n')[0]).to.not.include('mended');
  });

  it('says that only files were looked at', () => {
    const files = without({ ...clear, integrations: [], counts: { ...clear.counts, integrations: 0 } }, 'targetOrg');
    expect(show(files)).to.match(/^\? The files alone were looked at/u);
  });

  it('the full screen and the page have every integration', async () => {
    for (const whole of [show(preview, true), await write(preview, 'markdown')])
      for (const user of ['integration@', 'erp@', 'other@']) expect(whole).to.include(user);
  });

  it('annotates the line that does it', async () => {
    const [first, second, third] = (await write(preview, 'github')).split('\n');
    expect(first).to.match(
      /^::error file=force-app\/main\/default\/profiles\/Sync\.profile-meta\.xml,line=12,col=5,title=ip-restricted/u,
    );
    expect(second).to.match(/^::error file=.*title=untold/u);
    expect(third).to.match(/^::warning file=force-app\/a\.connectedApp-meta\.xml,line=3,col=9,title=callback-http/u);
    // What only leaves it open is a warning where nobody wants to fail on it.
    expect(await renderPreview(untold, 'github', { ...page, exitCode: 0 })).to.match(/^::warning .*title=untold/u);
  });

  it('fails in JUnit and SARIF what fails the command', async () => {
    const log = JSON.parse(await write(preview, 'sarif')) as {
      runs: Array<{ results: Array<{ ruleId: string; level: string; locations: unknown[] }> }>;
    };
    const results = log.runs[0]!.results;
    expect(results.map(({ ruleId, level }) => `${level} ${ruleId}`)).to.deep.equal([
      'error ip-restricted',
      'none untold',
      'none goes-on',
      'warning callback-http',
    ]);
    expect(results[0]).to.have.nested.property('locations[0].physicalLocation.region.startLine', 12);
    expect(results[0]).to.have.nested.property('locations[0].physicalLocation.region.startColumn', 5);
    expect(await write(preview, 'junit')).to.match(/<testsuites [^>]*failures="1" errors="1"/u);
    expect(await write(accepted, 'junit')).to.match(/<testsuites [^>]*failures="0" errors="0"/u);
  });

  it('hides names where it is asked to, and leaves the places in the files', () => {
    const hidden = JSON.stringify(safePreview(preview, redactor()));
    for (const name of ['acme', 'Marketing Sync', '203.0.113.7']) expect(hidden).to.not.include(name);
    expect(hidden).to.include('profiles/Sync.profile-meta.xml');
  });

  it('what it ends with, from each threshold on', () => {
    const ends = (one: Preview) => previewThresholds.map((failOn) => exitCodeOfPreview(one, failOn));
    expect(previewThresholds).to.deep.equal(['refused', 'unknown', 'never']);
    expect(ends(preview)).to.deep.equal([3, 3, 0]);
    expect(ends(untold)).to.deep.equal([0, 4, 0]);
    expect(ends(clear)).to.deep.equal([0, 0, 0]);
    expect(ends(accepted)).to.deep.equal([0, 0, 0]);
  });

  it('fails on what is wrong in the files where there is nobody to judge', () => {
    const endsWith = (lint: Preview['lint'], one: Preview) => exitCodeOfPreview({ ...one, lint }, 'refused');
    const nobody: Preview = { ...clear, counts: { ...clear.counts, integrations: 0 } };
    const files = without(nobody, 'targetOrg');
    const warnings = preview.lint.map((one) => ({ ...one, level: 'warning' as const }));
    expect(endsWith(preview.lint, files)).to.equal(3);
    expect(endsWith([...warnings, ...preview.lint], files)).to.equal(3);
    expect(endsWith(warnings, files)).to.equal(0);
    expect(endsWith([], files)).to.equal(0);
    expect(exitCodeOfPreview({ ...files, lint: preview.lint }, 'never')).to.equal(0);
    expect(endsWith(preview.lint, nobody)).to.equal(0);
    expect(endsWith(preview.lint, without(clear, 'targetOrg'))).to.equal(0);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { pseudonymisedLogins, renderLogins, renderOverview } from '../../../src/report/index.ts';
import { loadWords } from '../../../src/words/index.ts';
import { page } from '../brief/page.ts';
import { here, logins, overviews } from './cases.ts';

const words = loadWords();

const screens = {
  'failing.80.txt': () => renderOverview(overviews.failing, page({ words })),
  'quiet.80.txt': () => renderOverview(overviews.quiet, page({ words })),
  'logins.80.txt': () => renderLogins(logins, page({ words })),
  'logins.redacted.80.txt': () => renderLogins(pseudonymisedLogins(logins), page({ words })),
};

describe('which login is meant', () => {
  for (const [file, render] of Object.entries(screens))
    it(file, () => {
      const url = new URL(`fixtures/${file}`, import.meta.url);
      if (process.env.UPDATE_SCREENS === 'true') writeFileSync(url, render());
      expect(render()).to.equal(readFileSync(url, 'utf8'));
      expect(render().trimEnd().split('\n').length).to.be.at.most(23);
    });

  it('a hundred failing logins fit the screen, and the first ones stay', () => {
    const [one] = overviews.failing.failing;
    const many = { ...overviews.failing, failing: Array.from({ length: 100 }, () => one!) };
    const lines = renderOverview(many, page({ words })).trimEnd().split('\n');
    expect(lines.length).to.be.at.most(23);
    expect(lines.join('\n')).to.include('100 logins fail').and.to.include('3. integration.marketing@acme.com');
  });

  it('a hundred logins fit the screen, and those that fail stay', () => {
    const many = { ...logins, logins: Array.from({ length: 100 }, (_none, at) => here[at % 3]!) };
    const lines = renderLogins(many, page({ words })).trimEnd().split('\n');
    expect(lines.length).to.be.at.most(23);
    expect(lines.join('\n')).to.include('100 logins').and.include('✖').and.not.include('nightly (ci@acme.com)');
  });

  it('redacted, nobody is named', () => {
    expect(renderLogins(pseudonymisedLogins(logins), page({ words }))).to.not.match(
      /acme|\bnightly\b|\bnew\b|Marketing/u,
    );
  });
});

import { expect } from 'chai';
import { exitCodeHelp, exitCodeOf, exitCodes } from '../../src/output/exit-codes.ts';
import { readerHere, render } from '../../src/output/format.ts';
import { safe } from '../../src/output/safe.ts';
import { wantsColour, widthOf } from '../../src/output/screen.ts';
import { loadWords } from '../../src/words/index.ts';
import { found } from '../report/cases/found.ts';
import { cases } from '../report/cases/index.ts';

const words = loadWords();

describe('exit codes', () => {
  it('say what was found', () => {
    expect(exitCodeOf({ ...cases.healthy, findings: [] }, 'blocks')).to.equal(0);
    expect(exitCodeOf(cases.healthy, 'blocks')).to.equal(0);
    expect(exitCodeOf(cases.found, 'blocks')).to.equal(3);
    expect(exitCodeOf(cases.undecided, 'blocks')).to.equal(4);
    expect(exitCodeOf(cases.transient, 'blocks')).to.equal(5);
  });
  it('rise to what will break later, where asked', () => {
    expect(exitCodeOf(cases.healthy, 'later')).to.equal(3);
    expect(exitCodeOf({ ...cases.healthy, findings: [] }, 'later')).to.equal(0);
    expect(exitCodeOf(cases.undecided, 'later')).to.equal(4);
  });
  it('are 0 where nothing shall fail', () => {
    for (const diagnosis of Object.values(cases)) expect(exitCodeOf(diagnosis, 'never')).to.equal(0);
  });
  it('have words for help, from the same map', () => {
    const help = exitCodeHelp(words);
    expect(Object.keys(help).map(Number)).to.deep.equal(Object.values(exitCodes));
    expect(help['3']).to.match(/^Cause found/u);
  });
});

describe('the layer that every output goes through', () => {
  const token = `00D5e000001AbCd!${'AQEAQ'.repeat(12)}`;
  const leaky = {
    ...found,
    refusals: [{ ...found.refusals[0]!, text: `Authorization: Bearer ${token}`, description: `token ${token}` }],
    changes: [{ ...found.changes[0]!, display: `session ${token}` }],
  };

  for (const redact of [false, true])
    it(`lets no secret through, redact ${String(redact)}`, () => {
      const diagnosis = safe(leaky, { redact });
      const page = { width: 80, colour: false, words };
      const brief = { reader: readerHere(), exitCode: 3, saved: true };
      for (const output of [
        JSON.stringify(diagnosis),
        render(diagnosis, 'human', { ...page, brief }),
        render(diagnosis, 'human', page),
        render(diagnosis, 'markdown', page),
      ])
        expect(output).not.to.include('AQEAQ');
    });

  it('changes nothing else', () => expect(safe(found, { redact: false })).to.deep.equal(found));
  it('hides names where asked', () => expect(JSON.stringify(safe(found, { redact: true }))).not.to.include('acme'));
});

describe('the screen', () => {
  it('is as wide as the terminal, within reason', () => {
    expect(widthOf({ isTTY: true, columns: 100 }, {})).to.equal(100);
    expect(widthOf({ isTTY: true, columns: 400 }, {})).to.equal(120);
    expect(widthOf({ isTTY: true, columns: 0 }, {})).to.equal(80);
    expect(widthOf({}, {})).to.equal(80);
    expect(widthOf({}, { COLUMNS: '100' })).to.equal(100);
    expect(widthOf({}, { COLUMNS: 'wide' })).to.equal(80);
  });
  it('has colour on a terminal, unless told otherwise', () => {
    expect(wantsColour({ isTTY: true }, {})).to.equal(true);
    expect(wantsColour({}, {})).to.equal(false);
    expect(wantsColour({ isTTY: true }, { NO_COLOR: '1' })).to.equal(false);
    expect(wantsColour({ isTTY: true }, { NO_COLOR: '' })).to.equal(true);
    expect(wantsColour({}, { FORCE_COLOR: '1' })).to.equal(true);
    expect(wantsColour({ isTTY: true }, { FORCE_COLOR: '0' })).to.equal(false);
    expect(wantsColour({}, { FORCE_COLOR: '1', NO_COLOR: '1' })).to.equal(false);
    expect(wantsColour({ isTTY: true }, { TERM: 'dumb' })).to.equal(false);
  });
});

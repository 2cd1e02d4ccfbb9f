import { expect } from 'chai';
import { exitCodeOfSignal, exitCodes } from '../../src/model/index.ts';
import { diagnosisScreen, readerHere, safeDiagnosis } from '../../src/output/doctor.ts';
import { exitCodeHelp, exitCodeOf, exitCodesOfWaiting } from '../../src/output/exit-codes.ts';
import { wantsColour, widthOf } from '../../src/output/screen.ts';
import { redactor } from '../../src/report/index.ts';
import { loadWords } from '../../src/words/index.ts';
import { found } from '../report/cases/found.ts';
import { cases } from '../report/cases/index.ts';
import { diagnosisIn } from '../support/written.ts';

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
  it('of waiting are those that pipelines and the CLI know', () => {
    expect(exitCodesOfWaiting).to.deep.equal({
      ...{ known: 0, ready: 0, fatal: 3, inconclusive: 4 },
      ...{ 'gave-up': 69, interrupted: 130 },
    });
  });
  it('of a signal are those of the shells', () => {
    expect(exitCodeOfSignal('SIGINT')).to.equal(130);
    expect(exitCodeOfSignal('SIGTERM')).to.equal(143);
  });
  it('have words for help, from the same map; `check` names every one', () => {
    const help = exitCodeHelp(words, 'check');
    expect(Object.keys(help).map(Number)).to.deep.equal(Object.values(exitCodes));
    expect(help['3']).to.match(/^Cause found/u);
  });
  it('are told in the words of the command where they mean something of its own', () => {
    expect(exitCodeHelp(words, 'failures')['3']).to.include('--threshold');
    expect(exitCodeHelp(words, 'failures')).not.to.have.any.keys('5', '69');
    expect(exitCodeHelp(words, 'explain')['0']).not.to.equal(exitCodeHelp(words, 'doctor')['0']);
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
      const diagnosis = safeDiagnosis(leaky, redact ? redactor() : undefined);
      const page = { width: 80, colour: false, words, reader: readerHere(), exitCode: 3, saved: true };
      for (const output of [
        JSON.stringify(diagnosis),
        diagnosisScreen(diagnosis, { ...page, details: false }),
        diagnosisScreen(diagnosis, { ...page, details: true }),
        ...Object.values(diagnosisIn(diagnosis)),
      ])
        expect(output).not.to.include('AQEAQ');
    });

  it('changes nothing else', () => expect(safeDiagnosis(found)).to.deep.equal(found));
  it('hides names where asked', () => expect(JSON.stringify(safeDiagnosis(found, redactor()))).not.to.include('acme'));
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

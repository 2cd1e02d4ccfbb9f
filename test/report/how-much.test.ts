import { expect } from 'chai';
import type { AppCheck, BlindSpot, CauseId, Diagnosis, Finding, IpRange, RecordedLine } from '../../src/model/index.ts';
import type { Block, Document } from '../../src/report/document.ts';
import { asDiagnosis } from '../../src/report/gates/as-diagnosis.ts';
import { rangesToAdd } from '../../src/report/gates/details.ts';
import { blindSpots } from '../../src/report/parts/blind-spots.ts';
import { record } from '../../src/report/parts/record.ts';
import { unrecognised } from '../../src/report/parts/unrecognised.ts';
import { why } from '../../src/report/parts/why.ts';
import { sayFrom } from '../../src/report/say.ts';
import { walked } from '../gates/support/walked.ts';
import { openCase } from '../gates/support/closers.ts';
import { suspecting } from '../support/standing.ts';
import { cases } from './cases/index.ts';
import { words } from './words.ts';

const say = sayFrom(words);

const some = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_none, index) => make(index));

const blocksOf = (document: Document): readonly Block[] => document.flatMap(({ blocks }) => blocks);

const items = (document: Document): readonly string[] =>
  blocksOf(document).flatMap((block) => (block.kind === 'list' ? block.items : []));

const verbatim = (document: Document): readonly string[] =>
  blocksOf(document).flatMap((block) => (block.kind === 'verbatim' ? [block.text] : []));

const ids: readonly CauseId[] = ['user-frozen', 'user-inactive', 'ip-restricted', 'login-hours', 'mfa-required'];

describe('how much stands on a screen', () => {
  it('is four apps and addresses that the org recorded', () => {
    const of = (count: number) => {
      const lines = some(count, (index): RecordedLine => ({ application: `App ${index}` }));
      return items(record({ ...cases.found, recorded: { says: 'nothing', lines } }, say));
    };
    expect([of(4).length, of(5).length, of(6).length]).to.deep.equal([4, 5, 5]);
    expect(of(5).at(-1)).to.not.include('App 4');
    expect(of(4).at(-1)).to.include('App 3');
  });

  it('is three causes by name on which a blind spot bears, and six facts', () => {
    const spot = (fact: string, causes: readonly CauseId[]): BlindSpot => ({
      ...{ fact, why: 'denied', permission: 'Manage Users', text: 'x', causes },
    });
    const line = (...spots: readonly BlindSpot[]): string =>
      items(blindSpots({ ...cases.healthy, blindSpots: spots }, say)).join();
    expect(line(spot('user', ids.slice(0, 3)))).to.include('ip-restricted');
    expect(line(spot('user', ids.slice(0, 4)))).to.not.include('ip-restricted');
    const facts = ['app', 'appAccess', 'loginHours', 'loginRows', 'roads', 'user', 'userLogin'];
    const of = (count: number): string => line(...facts.slice(0, count).map((fact) => spot(fact, [])));
    expect(of(6))
      .to.include('the user')
      .and.not.match(/\d more/u);
    expect(of(7)).to.include('the roads').and.not.include('the user');
  });

  it('is five texts of which nothing is known, each of forty lines', () => {
    const of = (count: number, lines = 1) =>
      verbatim(
        unrecognised(
          { ...cases.found, refusals: some(count, () => ({ ...suspecting(), text: 'x\n'.repeat(lines).trimEnd() })) },
          say,
        ),
      );
    expect([of(5).length, of(6).length]).to.deep.equal([5, 5]);
    expect([40, 41].map((lines) => of(1, lines)[0]?.split('\n').length)).to.deep.equal([40, 40]);
  });

  it('is three suspects with their signs, the others in a line each', () => {
    const [suspect] = cases.undecided.findings;
    const findings = (count: number): readonly Finding[] =>
      ids.slice(0, count).map((cause) => ({ ...suspect!, cause, unread: [] }));
    const of = (count: number): Diagnosis => ({ ...cases.undecided, findings: findings(count), blindSpots: [] });
    expect([3, 4, 5].map((count) => items(why(of(count), say)).length)).to.deep.equal([0, 1, 2]);
  });

  it('is forty ranges to add, and six addresses of a login', () => {
    const check: AppCheck = walked(openCase('jwt'));
    const ranges = (count: number): readonly IpRange[] =>
      some(count, (index) => ({ start: `10.0.${index}.1`, end: `10.0.${index}.9` }));
    const lines = (count: number) =>
      verbatim(rangesToAdd({ ...check, addresses: { sources: [], toAdd: ranges(count) } }, sayFrom(words, 'gates')))
        .join()
        .split('\n').length;
    expect([lines(40), lines(41)]).to.deep.equal([40, 40]);
    const ips = (count: number) => {
      const sourceIps = some(count, (index) => `192.0.2.${index}`);
      return asDiagnosis({ ...check, integration: { ...check.integration, sourceIps } }).integration.sourceIps;
    };
    expect(ips(6)).to.have.lengthOf(6).and.include('192.0.2.5');
    expect(ips(7)).to.have.lengthOf(7).and.include('... (7)').and.include('192.0.2.5').and.not.include('192.0.2.6');
  });
});

import { expect } from 'chai';
import { endOfRoads, lastEnded, leadsBy } from '../../src/clues/assignment-ends.ts';
import { soonMs } from '../../src/clues/times.ts';
import type { AssignmentEnd, Path } from '../../src/model/index.ts';

const now = '2026-11-23T03:00:00.000Z';
const after = (ms: number): string => new Date(Date.parse(now) + ms).toISOString();
const set = (name: string): Path => ({ via: 'permission-set', name });
const end = (name: string, endsAt: string): AssignmentEnd => ({ path: set(name), endsAt, apiEnabled: false });

describe('assignments for a time', () => {
  it('are over from the very moment of their end', () => {
    const endedAt = (endsAt: string) => lastEnded([end('One', endsAt)], now, () => true)?.endsAt;
    expect(endedAt(now)).to.equal(now);
    expect(endedAt(after(1))).to.equal(undefined);
  });

  it('that are over: the last one that carried what is missing', () => {
    const ends = [end('Early', after(-9)), end('Late', after(-5)), end('Other', after(-1))];
    expect(lastEnded(ends, now, ({ path }) => path.name !== 'Other')?.path.name).to.equal('Late');
    expect(lastEnded(ends, now, () => false)).to.equal(undefined);
  });

  it('are known by kind and name', () => {
    expect(leadsBy([set('One')], end('One', now))).to.equal(true);
    expect(leadsBy([set('Two')], end('One', now))).to.equal(false);
    expect(leadsBy([{ via: 'permission-set-group', name: 'One' }], end('One', now))).to.equal(false);
  });

  describe('foretell', () => {
    const on = (paths: readonly Path[], ...ends: readonly AssignmentEnd[]): string | undefined => {
      const sign = endOfRoads(paths, ends, now);
      return sign?.kind === 'foretells' ? sign.on : undefined;
    };

    it('the day on which the last road ends', () => {
      const [one, two] = [end('One', after(1000)), end('Two', after(2000))];
      expect(on([set('One'), set('Two')], one, two)).to.equal(after(2000));
    });

    it('nothing while a road has no end', () => {
      expect(on([set('One'), set('Two')], end('One', after(1000)))).to.equal(undefined);
    });

    it('nothing that is over, or further ahead than a warning is worth', () => {
      expect(on([set('One')], end('One', now))).to.equal(undefined);
      expect(on([set('One')], end('One', after(soonMs)))).to.equal(after(soonMs));
      expect(on([set('One')], end('One', after(soonMs + 1)))).to.equal(undefined);
    });

    it('nothing of roads that are not there', () => {
      expect(on([], end('One', after(1000)))).to.equal(undefined);
    });
  });
});

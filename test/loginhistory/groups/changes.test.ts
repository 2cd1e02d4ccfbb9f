import { expect } from 'chai';
import { nearChanges } from '../../../src/loginhistory/groups/changes.ts';
import type { Change } from '../../../src/model/index.ts';

const action = 'profileLoginHoursChangedCustom';
const entry = (at: string, display: string): Change => ({ at, action, display, about: 'user' });

/** 24 November 2026 is a Tuesday. */
const failed = Date.parse('2026-11-24T02:00:00Z');
const near = (...changes: readonly Change[]): readonly string[] =>
  nearChanges(changes, failed, 0, [], () => []).map(({ display }) => display);

describe('changes before the first failure', () => {
  it('of login hours, an entry for each weekday, are told by the day on which it failed first', () => {
    const at = (second: number) => `2026-11-24T01:00:0${second}.000Z`;
    const days = ['Friday', 'Monday', 'Saturday', 'Sunday', 'Thursday', 'Tuesday', 'Wednesday'];
    const [first, ...others] = near(...days.map((day, index) => entry(at(index), `Hours from ${day} All Day`)));
    expect(first).to.equal('Hours from Tuesday All Day');
    expect(others).to.have.length(4);
  });

  it('are told nearest first, whatever day a name holds', () => {
    const earlier = entry('2026-11-24T00:59:59.000Z', 'Changed profile Tuesday Crew');
    expect(near(earlier, entry('2026-11-24T01:00:00.000Z', 'Later'))).to.deep.equal([
      'Later',
      'Changed profile Tuesday Crew',
    ]);
    const sameMinute = [entry('2026-11-24T01:00:01.000Z', 'A'), entry('2026-11-24T01:00:02.000Z', 'B')];
    expect(near(...sameMinute)).to.deep.equal(['B', 'A']);
    const sameMoment = [entry('2026-11-24T01:00:01.000Z', 'B'), entry('2026-11-24T01:00:01.000Z', 'A')];
    expect(near(...sameMoment)).to.deep.equal(['A', 'B']);
  });
});

import { expect } from 'chai';
import { overviewOf } from '../../src/loginhistory/overview.ts';
import type { LoginFailures } from '../../src/model/index.ts';
import { cases } from '../report/loginhistory/cases.ts';
import { without } from '../support/without.ts';

const [group] = cases.alarm.groups;

const result = (overrides: Partial<LoginFailures>): LoginFailures => ({ ...cases.alarm, silences: [], ...overrides });

describe('what fails in an org now', () => {
  it('is what has not worked since, with its likeliest change', () => {
    const open = without(group!, 'firstSuccessAfter');
    const overview = overviewOf(result({ groups: [open, group!] }));
    expect(overview.failing).to.have.lengthOf(1);
    expect(overview.failing[0]).to.include({
      user: 'integration.marketing@acme.com',
      app: 'Marketing Sync',
      status: 'User Is Frozen',
      lastSuccess: open.lastSuccessBefore,
    });
    expect(overview.failing[0]?.change).to.include({ likely: true });
    expect(overview.outcome).to.equal('cause-found');
  });

  it('is not decided where a row leaves several causes, or where not every login was seen', () => {
    const open = without({ ...group!, causes: [] }, 'firstSuccessAfter');
    expect(overviewOf(result({ groups: [open] })).outcome).to.equal('inconclusive');
    const { completeness } = cases.alarm;
    expect(overviewOf(result({ groups: [], completeness: { ...completeness, whole: false } })).outcome).to.equal(
      'inconclusive',
    );
  });

  it('is nothing where everything works and nobody is silent', () => {
    expect(overviewOf(result({ groups: [] })).outcome).to.equal('healthy');
    expect(overviewOf(result({ groups: [], silences: cases.alarm.silences })).outcome).to.equal('inconclusive');
  });
});

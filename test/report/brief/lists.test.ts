import { expect } from 'chai';
import { noRow } from '../../../src/model/index.ts';
import type { BlindSpot, CauseId, Finding, Question } from '../../../src/model/index.ts';
import { briefFor } from '../../../src/report/brief/brief.ts';
import type { Group } from '../../../src/report/brief/fit.ts';
import { look } from '../../../src/report/brief/look.ts';
import { laterLines } from '../../../src/report/brief/outlook.ts';
import { nobody } from '../../../src/report/brief/misnamed.ts';
import { missing } from '../../../src/report/brief/missing.ts';
import { ranks } from '../../../src/report/brief/ranks.ts';
import { asItCame } from '../../../src/report/brief/unknown-text.ts';
import { suspectLines } from '../../../src/report/brief/suspects.ts';
import { cases } from '../cases/index.ts';
import { page } from './page.ts';

const brief = briefFor(page());
const [suspect] = cases.undecided.findings;

const suspects = (...ids: readonly CauseId[]): readonly Finding[] => ids.map((cause) => ({ ...suspect!, cause }));

const textOf = (group: Group | undefined): string =>
  (group ?? []).flatMap(({ lines }) => lines.map(({ text }) => text.trim())).join(' ');

const four = ['missing-scope', 'jwt-malformed', 'jwt-wrong-audience', 'jwt-wrong-subject'] as const;

const eight = [
  ...(['ip-restricted', 'login-hours', 'mfa-required', 'rate-limited'] as const),
  ...(['user-frozen', 'user-inactive', 'user-locked-out', 'missing-scope'] as const),
];

const question = (...choices: Question['choices']): Question => ({ id: 'login-history', choices });

describe('a text in which nothing is known', () => {
  it('is shown as it came, its first four lines', () => {
    const shown = (text: string): readonly string[] => {
      const [, ...groups] = asItCame([{ ...cases.unknownText.refusals[0]!, text }], brief);
      return groups.flatMap((group) => textOf(group));
    };
    expect(shown('a\nb\nc')).to.deep.equal(['| a | b | c']);
    expect(shown('a\nb\nc\nd\ne')).to.deep.equal(['| a | b | c | d']);
  });
});

describe('a user whom the org does not have', () => {
  const diagnosis = {
    ...cases.undecided,
    absent: ['user'] as const,
    targetOrg: { username: 'admin@acme.com', orgId: '00D', instanceUrl: 'https://acme.my.salesforce.com' },
  };
  const [cause] = suspects('jwt-wrong-subject');
  const change = {
    at: '2026-11-23T01:14:00Z',
    by: 'Ada Admin',
    action: 'changedusername',
    section: 'Manage Users',
    about: 'user' as const,
    display: 'Changed username from a@acme.com to b@acme.com',
  };
  const head = (finding: Finding): string => textOf(nobody(diagnosis, finding, brief)[0]);

  it('is told with who gave the user another name, where that is known', () => {
    expect(head({ ...cause!, change }))
      .to.include('Ada Admin')
      .and.include('from a@acme.com to b@acme.com');
    expect(head({ ...cause!, change })).to.not.include('nearly so');
    expect(head(cause!)).to.include('nearly so');
  });
});

describe('what comes later', () => {
  it('has its day before it, and nothing where it has none', () => {
    const [finding] = suspects('full-scope');
    const later = (more: Partial<Finding>): readonly string[] =>
      laterLines({ findings: [{ ...finding!, role: 'later', title: 'It ends', ...more }] }, brief);
    expect(later({})).to.deep.equal(['It ends (full-scope).']);
    expect(later({ on: '2027-02-20T00:00:00Z' })).to.deep.equal(['2027-02-20: It ends (full-scope).']);
  });
});

describe('the lists of the short screen', () => {
  it('name three causes of a row, and count the others', () => {
    const told = (count: number): string => {
      const causes = four.slice(0, count);
      return textOf(look(question({ answer: noRow, causes }), suspects(...causes), brief)[2]);
    };
    expect(told(3)).to.include('jwt-wrong-audience').and.not.include('more');
    expect(told(4)).to.include('jwt-wrong-audience').and.include('1 more').and.not.include('jwt-wrong-subject');
  });

  it('give a status 38 columns, and break a longer one', () => {
    const [first, second] = look(
      question({ answer: 'Failed '.repeat(9).trim(), causes: ['missing-scope'] }),
      suspects('missing-scope'),
      brief,
    )[2]!.flatMap(({ lines }) => lines.map(({ text }) => text));
    expect(first?.indexOf('missing-scope')).to.equal(40);
    expect(second).to.match(/^Failed/u);
  });

  it('keep six rows and the last, whatever else must go', () => {
    const rows = question(...eight.map((cause) => ({ answer: cause, causes: [cause] })));
    expect(look(rows, suspects(...eight), brief)[2]?.map(({ rank }) => rank)).to.deep.equal([
      ...[0, 0, 0, 0, 0, 0],
      ranks.alsoPossible,
      0,
    ]);
  });

  it('name six suspects, keep the first two, and count the others', () => {
    const told = (count: number) =>
      suspectLines(
        eight.slice(0, count).map((id) => ({ id, title: id })),
        brief,
      );
    expect(textOf(told(6)))
      .to.include(`6. ${eight[5]}`)
      .and.not.include('more');
    expect(textOf(told(7)))
      .to.include(`6. ${eight[5]}`)
      .and.include('and 1 more')
      .and.not.include(eight[6]);
    expect(told(3).map(({ rank }) => rank)).to.deep.equal([0, 0, 0, ranks.alsoPossible]);
  });

  it('name two facts behind a permission, and say that there are more', () => {
    const spot = (fact: BlindSpot['fact']): BlindSpot => ({
      fact,
      why: 'denied',
      permission: 'Manage Users',
      text: '-',
      causes: ['user-frozen'],
    });
    const told = (...facts: readonly string[]): string => textOf(missing(facts.map(spot), cases.undecided, brief)[0]);
    const [user, login, hours] = ['user', 'userLogin', 'loginHours'].map((fact) => brief.also.fact(fact));
    expect(told('user', 'userLogin'))
      .to.include(user)
      .and.include(login)
      .and.not.match(/\bmore\b/u);
    expect(told('user', 'userLogin', 'loginHours'))
      .to.include(login)
      .and.match(/\bmore\b/u)
      .and.not.include(hours);
  });
});

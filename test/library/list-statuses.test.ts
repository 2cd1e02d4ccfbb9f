import { expect } from 'chai';
import { listStatuses } from '../../src/library/list-statuses.ts';
import { causeIds } from '../../src/model/index.ts';
import { readStatus } from '../../src/recognition/index.ts';
import { eventLogRows } from '../../src/recognition/status-book/event-log.ts';
import { historyRows } from '../../src/recognition/status-book/history.ts';

const { statuses } = listStatuses();

/** As statuses are compared. */
const plain = (status: string): string => status.toLowerCase().replace(/^failed: ?/u, '');

describe('the list of statuses', () => {
  it('has every text and every code of the status book, each once whatever its case', () => {
    const texts = [...historyRows, ...eventLogRows].flatMap(({ value, variants = [], code }) =>
      [value, ...variants, code].filter((text) => text !== undefined),
    );
    const listed = statuses.map(({ status }) => status.toLowerCase());
    expect(new Set(listed).size).to.equal(listed.length);
    for (const text of texts)
      expect(
        listed.some((status) => plain(status) === plain(text)),
        text,
      ).to.equal(true);
  });

  it('says of each what a row with it is taken for', () => {
    for (const { status, match, success, cause, suspects } of statuses) {
      const reading = readStatus(match === 'prefix' ? `${status} and more` : status);
      expect({ success, cause, suspects }, status).to.deep.equal({
        success: reading.success,
        cause: reading.decides,
        suspects: reading.suspects,
      });
    }
  });

  it('names the cause in words, and who must act', () => {
    const frozen = statuses.find(({ status }) => status === 'LOGIN_ERROR_USER_FROZEN');
    expect(frozen).to.include({ of: 'event-log', cause: 'user-frozen', title: 'The user is frozen', who: 'org-admin' });
    for (const { cause } of statuses) expect([undefined, ...causeIds]).to.include(cause);
  });
});

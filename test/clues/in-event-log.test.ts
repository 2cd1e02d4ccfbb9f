import { expect } from 'chai';
import appWrongConsumerKey from '../../src/causes/app-wrong-consumer-key.ts';
import userFrozen from '../../src/causes/user-frozen.ts';
import wrongPassword from '../../src/causes/wrong-username-or-password.ts';
import type { Cause, LoginEvent } from '../../src/model/index.ts';
import { readStatus } from '../../src/recognition/index.ts';
import { healthy } from '../support/healthy.ts';
import { standing } from '../support/standing.ts';

const event = (status: string, by: LoginEvent['by'] = 'user'): LoginEvent => ({
  id: '2026-11-22T21:00:00.000Z',
  at: '2026-11-22T21:00:00.000Z',
  status,
  ...readStatus(status),
  sourceIp: '203.0.113.7',
  by,
});

const how = (cause: Cause, loginEvents: readonly LoginEvent[], failedAt?: string) =>
  standing(cause, {
    integration: { ...healthy.integration, sourceIps: [] },
    failedAt,
    now: healthy.now,
    refusals: [],
    loginEvents,
  });

describe('what the event log says of a cause', () => {
  it('makes a cause suspected that its code means, and never confirms it', () => {
    const { standing: stands, sentences } = how(userFrozen, [event('LOGIN_ERROR_USER_FROZEN')]);
    expect(stands).to.equal('suspected');
    expect(sentences.join(' ')).to.include('LOGIN_ERROR_USER_FROZEN').and.include('203.0.113.7');
  });

  it('says so of a row that names nobody, in words of its own', () => {
    const { standing: stands, sentences } = how(appWrongConsumerKey, [event('LOGIN_OAUTH_NO_CONSUMER', 'source-ip')]);
    expect(stands).to.equal('suspected');
    expect(sentences.join(' ')).to.include('names no user');
  });

  it('says nothing of causes that the code does not mean, of a code that nobody knows, and of another moment', () => {
    expect(how(userFrozen, [event('LOGIN_ERROR_INVALID_USERNAME')]).standing).to.not.equal('suspected');
    expect(how(wrongPassword, [event('LOGIN_ERROR_BRAND_NEW')]).standing).to.not.equal('suspected');
    const frozen = [event('LOGIN_ERROR_USER_FROZEN')];
    expect(how(userFrozen, frozen, '2026-11-22T21:01:00.000Z').standing).to.equal('suspected');
    expect(how(userFrozen, frozen, '2026-11-22T22:00:00.000Z').standing).to.not.equal('suspected');
  });
});

import { expect } from 'chai';
import { blindTo, listSeen, lookAt, refused, whyNot } from '../../src/evidence/denial.ts';
import type { Look, No } from '../../src/evidence/denial.ts';
import type { OrgRefusal } from '../../src/evidence/org-wire.ts';
import type { PermissionName, Rights } from '../../src/evidence/org/permissions.ts';
import { denied, known, unknown } from '../../src/model/index.ts';

const no = (refusal: Omit<OrgRefusal, 'ok'>): OrgRefusal => ({ ok: false, ...refusal });

/** A code that Salesforce answers, and the status that it comes with or that would mislead. */
const coded: Readonly<Record<No, ReadonlyArray<readonly [code: string, status?: number]>>> = {
  'no-session': [
    ['INVALID_SESSION_ID', 401],
    ['INVALID_AUTH_HEADER', 401],
    ['MUTUAL_AUTHENTICATION_FAILED', 403],
    ['API_DISABLED_FOR_ORG', 403],
    ['API_CURRENTLY_DISABLED', 403],
    ['INVALID_OPERATION_WITH_EXPIRED_PASSWORD', 403],
    ['ORG_LOCKED', 403],
  ],
  'timed-out': [
    ['QUERY_TIMEOUT', 400],
    ['REQUEST_RUNNING_TOO_LONG', 403],
  ],
  unreachable: [
    ['REQUEST_LIMIT_EXCEEDED', 403],
    ['SERVER_UNAVAILABLE', 403],
    ['FUNCTIONALITY_TEMPORARILY_UNAVAILABLE', 403],
    ['UNKNOWN_EXCEPTION', 403],
    ['INTERNAL_ERROR', 403],
  ],
  refused: [['MALFORMED_QUERY', 400]],
  'not-there': [
    ['INVALID_TYPE', 403],
    ['INVALID_FIELD', 403],
    ['NOT_FOUND', 403],
    ['FUNCTIONALITY_NOT_ENABLED', 403],
  ],
  'no-permission': [
    ['INSUFFICIENT_ACCESS'],
    ['INSUFFICIENT_ACCESS_OR_READONLY'],
    ['TXN_SECURITY_NO_ACCESS'],
    ['FORBIDDEN'],
  ],
};

describe('how Salesforce says no', () => {
  for (const [why, codes] of Object.entries(coded))
    for (const [code, status] of codes)
      it(`${code}, ${status ?? 'whatever the status'}: ${why}`, () =>
        expect(whyNot(no({ code, ...(status === undefined ? {} : { status }) }))).to.equal(why));

  it('a status says it alone only where it is 403', () => {
    expect(whyNot(no({ status: 403 }))).to.equal('no-permission');
    for (const status of [400, 402, 404, 500]) expect(whyNot(no({ status }))).to.equal('unreachable');
  });

  it('a code that only holds the words of another is not that one', () => {
    for (const code of ['MY_INSUFFICIENT_ACCESS', 'MY_TXN_SECURITY_', 'FORBIDDEN_SITE'])
      expect(whyNot(no({ code }))).to.equal('refused');
  });

  it('what was refused to the envelope says nothing of the thing asked for, but that the session is dead or the org is busy', () => {
    for (const code of ['NOT_FOUND', 'INSUFFICIENT_ACCESS', 'INVALID_TYPE'])
      expect(whyNot(no({ code, status: 404, envelope: true }))).to.equal('refused');
    expect(whyNot(no({ status: 404, envelope: true }))).to.equal('unreachable');
    expect(whyNot(no({ code: 'INVALID_SESSION_ID', envelope: true }))).to.equal('no-session');
    expect(whyNot(no({ code: 'SERVER_UNAVAILABLE', envelope: true }))).to.equal('unreachable');
  });

  it('what did not come from Salesforce goes before any code', () => {
    for (const trouble of ['unreachable', 'timed-out'] as const)
      expect(whyNot(no({ trouble, code: 'FORBIDDEN', status: 403 }))).to.equal(trouble);
  });
});

const rights = (held: readonly PermissionName[]) =>
  known<Rights>({ held: new Set(held), known: new Set(['ManageUsers', 'ViewSetup']) }, { place: 'org' });

describe('how much a session sees of a place', () => {
  const place = { name: 'LoginHistory', needs: [['ManageUsers']] } as const;
  const source = { place: 'org', name: 'LoginHistory' } as const;

  it('all with the right, a part without, and who knows where the rights are not known', () => {
    expect(lookAt(rights(['ManageUsers']), place)).to.deep.equal({
      source,
      sight: 'whole',
      permission: 'Manage Users',
      always: true,
    });
    expect(lookAt(rights([]), place).sight).to.equal('partial');
    expect(lookAt(unknown('timed-out'), place)).to.include({ sight: 'unsure', permission: 'Manage Users' });
  });

  it('names the right that is missing, not the first', () => {
    const both = { ...place, needs: [['ManageUsers'], ['ViewSetup']] } as const;
    expect(lookAt(rights(['ManageUsers']), both).permission).to.equal('View Setup and Configuration');
  });

  it('a place that needs no right of its own needs the API', () => {
    expect(lookAt(rights([]), { ...place, needs: [] })).to.include({ sight: 'whole', permission: 'API Enabled' });
  });

  it('a place may not be in every org', () => {
    expect(lookAt(rights([]), { ...place, always: false }).always).to.equal(false);
  });

  it('an empty answer is one only to those who see all', () => {
    const look: Look = { source, sight: 'whole', permission: 'Manage Users', always: true };
    expect(blindTo(look)).to.equal(undefined);
    expect(blindTo({ ...look, sight: 'partial' })).to.deep.equal(denied('Manage Users', source));
    expect(blindTo({ ...look, sight: 'unsure' })).to.deep.equal(unknown('depends-on-unknown', undefined, source));
    expect(listSeen([], look)).to.deep.equal(known([], source));
    expect(listSeen([], { ...look, sight: 'partial' })).to.deep.equal(denied('Manage Users', source));
    expect(listSeen(['one'], { ...look, sight: 'partial' })).to.deep.equal(known(['one'], source));
  });
});

describe('what a refused answer means', () => {
  const source = { place: 'org', name: 'ConnectedApplication' } as const;
  const look: Look = { source, sight: 'whole', permission: 'Customize Application', always: true };
  const absent = no({ code: 'INVALID_TYPE', status: 400 });

  it('late and busy are not known, and so is what a dead session asks', () => {
    expect(refused(no({ trouble: 'timed-out' }), look)).to.deep.equal(unknown('timed-out', undefined, source));
    for (const refusal of [no({ trouble: 'unreachable' }), no({ code: 'INVALID_SESSION_ID', status: 401 })])
      expect(refused(refusal, look)).to.deep.equal(unknown('unreachable', undefined, source));
  });

  it('a missing right is named, or the session that Setup asks for', () => {
    const refusal = no({ code: 'INSUFFICIENT_ACCESS', status: 403 });
    expect(refused(refusal, look)).to.deep.equal(denied('Customize Application', source));
    expect(refused({ ...refusal, message: 'insufficient rights' }, look)).to.deep.equal(
      denied('Customize Application', source),
    );
    expect(refused({ ...refusal, message: 'This Operation Requires Extra Verification.' }, look)).to.deep.equal(
      denied('High Assurance session', source),
    );
  });

  it('what is in every org and seems absent is hidden from a session of which nothing is known', () => {
    expect(refused(absent, { ...look, sight: 'unsure' })).to.deep.equal(denied('Customize Application', source));
    expect(refused(absent, look)).to.deep.equal(unknown('not-in-this-org', undefined, source));
  });

  it('a column that is not there is named, where the place is', () => {
    const column = no({
      code: 'INVALID_FIELD',
      message: "No such column 'Users.Name' on entity 'ConnectedApplication'.",
    });
    const named = { ...source, name: 'ConnectedApplication.Users.Name' };
    expect(refused(column, look)).to.deep.equal(unknown('not-in-this-org', undefined, named));
  });

  it('a column is named by the refusal of a field alone, and only where it says one', () => {
    const elsewhere = no({ code: 'INVALID_TYPE', message: "No such column 'X' on entity 'ConnectedApplication'." });
    const silent = no({ code: 'INVALID_FIELD', message: 'It is not supported.' });
    for (const refusal of [elsewhere, silent])
      expect(refused(refusal, look)).to.deep.equal(unknown('not-in-this-org', undefined, source));
  });

  it('a question that Salesforce refused is told apart from one that nobody heard', () => {
    expect(refused(no({ code: 'MALFORMED_QUERY', status: 400 }), look)).to.deep.equal(
      unknown('refused', undefined, source),
    );
  });

  it('what is not in every org is absent to those who see all, and not known to others', () => {
    const some = { ...look, always: false };
    expect(refused(absent, some)).to.deep.equal(unknown('not-in-this-org', undefined, source));
    expect(refused(absent, { ...some, sight: 'partial' })).to.deep.equal(denied('Customize Application', source));
    expect(refused(absent, { ...some, sight: 'unsure' })).to.deep.equal(
      unknown('depends-on-unknown', undefined, source),
    );
  });
});

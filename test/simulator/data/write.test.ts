import { expect } from 'chai';
import { createPermissionSet } from '../../../simulator/index.ts';
import { openDesk } from './support.ts';
import type { Desk } from './support.ts';

describe('what can be written by record', () => {
  let desk: Desk;
  let actions: () => string[];
  beforeEach(async () => {
    desk = await openDesk();
    const before = desk.org.auditRows.length;
    actions = () => desk.org.auditRows.slice(before).map(({ action }) => action);
  });
  afterEach(() => desk.close());

  const loginId = async (): Promise<string> => {
    const { records } = await desk.query(`SELECT Id FROM UserLogin WHERE UserId = '${desk.integration.id}'`);
    return String(records[0]!.Id);
  };
  const patch = async (path: string, body: unknown) => {
    const response = await fetch(`${desk.sim.urls.myDomain}/services/data/v64.0/sobjects/${path}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${desk.session.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  };

  it('a user is deactivated and activated, once', async () => {
    const path = `User/${desk.integration.id}`;
    expect(await patch(path, { IsActive: false })).to.deep.equal({ status: 204, text: '' });
    expect(desk.integration.isActive).to.equal(false);
    await patch(path, { IsActive: false });
    await patch(path, { IsActive: 'true' });
    expect(desk.integration.isActive).to.equal(true);
    expect(actions()).to.deep.equal(['deactivateduser', 'activateduser']);
  });

  it('a user is frozen, unfrozen and unlocked', async () => {
    const path = `UserLogin/${await loginId()}`;
    desk.integration.lockedUntil = 'forever';
    await patch(path, { IsFrozen: true });
    expect(desk.integration.isFrozen).to.equal(true);
    await patch(path, { IsFrozen: false, IsPasswordLocked: false });
    expect([desk.integration.isFrozen, desk.integration.lockedUntil]).to.deep.equal([false, undefined]);
    expect(actions()).to.deep.equal(['frozeuser', 'unfrozeuser', 'unlockeduser']);
  });

  it('a permission set is assigned, once', async () => {
    const set = createPermissionSet(desk.org, { name: 'Fresh' });
    const body = { AssigneeId: desk.integration.id, PermissionSetId: set.id };
    const { status, json } = await desk.post('sobjects/PermissionSetAssignment', body);
    expect(status).to.equal(201);
    expect(json).to.deep.include({ success: true, errors: [] });
    expect(actions()).to.deep.equal(['PermSetAssign']);
    const again = await desk.post('sobjects/PermissionSetAssignment', body);
    expect([again.status, again.json]).to.deep.equal([
      400,
      [
        {
          message: `Duplicate PermissionSetAssignment.  Assignee: ${desk.integration.id.slice(0, 15)}; Permission Set: ${set.id.slice(0, 15)}`,
          errorCode: 'DUPLICATE_VALUE',
          fields: ['AssigneeId', 'PermissionSetId'],
        },
      ],
    ]);
    const nobody = await desk.post('sobjects/PermissionSetAssignment', { ...body, AssigneeId: '005000000000000AAA' });
    expect(nobody.text).to.include('INVALID_CROSS_REFERENCE_KEY');
  });

  it('nothing else is, nor by who may not, nor where there is no such record', async () => {
    const refused =
      '[{"message":"insufficient access rights on object","errorCode":"INSUFFICIENT_ACCESS_OR_READONLY"}]';
    const path = `User/${desk.integration.id}`;
    expect(await patch(path, { Email: 'x@acme.com' })).to.deep.equal({ status: 403, text: refused });
    expect((await patch(path, { Nonsense: 1 })).text).to.include('INVALID_FIELD');
    expect((await patch('User/005000000000000AAA', { IsActive: true })).status).to.equal(404);
    desk.withhold('ManageUsers');
    expect((await patch(path, { IsActive: false })).status).to.equal(403);
    expect(desk.integration.isActive).to.equal(true);
  });
});

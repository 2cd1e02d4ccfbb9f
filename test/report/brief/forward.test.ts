import { XMLParser } from 'fast-xml-parser';
import { expect } from 'chai';
import type { Diagnosis } from '../../../src/model/index.ts';
import { askAdmin, permissionSet } from '../../../src/report/index.ts';
import { cases } from '../cases/index.ts';
import { words } from '../words.ts';

const blind = (...permissions: readonly string[]): Diagnosis => ({
  ...cases.found,
  blindSpots: permissions.map((permission) => ({
    fact: 'loginRows',
    why: 'denied',
    permission,
    text: '',
    causes: ['user-frozen'],
  })),
});

describe('what is handed to somebody who may see more', () => {
  it('is the command with all that is known of the login, quoted for a shell', () => {
    const message = askAdmin(blind('Monitor Login History'), words);
    expect(message).to.match(/\nsf auth doctor -o <their alias> --username integration\.marketing@acme\.com /u);
    expect(message).to.include('My session lacks: Monitor Login History.');
    const quote = { ...cases.found, integration: { ...cases.found.integration, app: "Bob's App" } };
    expect(askAdmin(quote, words)).to.include(String.raw`--app 'Bob'\''s App'`);
  });

  it('is a permission set with what was lacking, each right once, by its name in metadata', () => {
    const xml = permissionSet(blind('Monitor Login History', 'Manage Users', 'Manage Users'), words) ?? '';
    const { PermissionSet: set } = new XMLParser().parse(xml) as {
      PermissionSet: { label: string; userPermissions: ReadonlyArray<{ enabled: boolean; name: string }> };
    };
    expect(set.label).to.equal('Auth Doctor Viewer');
    expect(set.userPermissions).to.deep.equal([
      { enabled: true, name: 'ManageUsers' },
      { enabled: true, name: 'MonitorLoginHistory' },
    ]);
  });

  it('is a permission set with what stops the integration, where that is proved, and not with what we lack', () => {
    const [finding] = cases.found.findings;
    const [remedy] = finding?.remedies ?? [];
    if (finding === undefined || remedy === undefined) throw new Error('no finding');
    const lacking = (change: Partial<typeof finding>): Diagnosis => ({
      ...blind('Manage Users'),
      findings: [{ ...finding, remedies: [{ ...remedy, gives: 'ApiEnabled' }], ...change }],
    });
    const xml = permissionSet(lacking({ standing: 'confirmed', role: 'root' }), words) ?? '';
    expect(xml).to.include('<name>ApiEnabled</name>').and.to.include('<label>Integration Access</label>');
    expect(xml).to.not.include('ManageUsers');
    for (const change of [{ standing: 'suspected' }, { role: 'later' }, { remedies: [remedy] }] as const)
      expect(permissionSet(lacking({ standing: 'confirmed', ...change }), words)).to.include(
        '<name>ManageUsers</name>',
      );
  });

  it('is no permission set where none was lacking', () => expect(permissionSet(blind(), words)).to.equal(undefined));
});

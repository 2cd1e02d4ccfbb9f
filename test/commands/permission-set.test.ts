import { XMLParser } from 'fast-xml-parser';
import { expect } from 'chai';
import { callHere } from '../support/every-command.ts';
import { withScenario } from '../support/gathered.ts';

describe('the permission set that an integration lacks', function () {
  this.timeout(60_000);

  it('is printed as metadata, with the one permission that stops the login', () =>
    withScenario('api-disabled-for-user-or-edition', {}, async ({ info }) => {
      const login = [
        '--target-org',
        'admin',
        '--username',
        info.username,
        '--app',
        info.app,
        '--error',
        info.errorText,
      ];
      const { stdout } = await callHere({ command: 'doctor', argv: [...login, '--permission-set'] }, info.env);
      const { PermissionSet: set } = new XMLParser().parse(stdout) as { PermissionSet: Record<string, unknown> };
      expect(set.userPermissions, stdout).to.deep.equal({ enabled: true, name: 'ApiEnabled' });
    }));
});

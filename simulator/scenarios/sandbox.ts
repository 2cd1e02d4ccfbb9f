import type { Setting } from './scenario.ts';

/** Acme's org becomes a sandbox: its users, its My Domain and its past are named accordingly. */
export const becomeSandbox = ({ org, user, admin, client }: Setting): void => {
  org.isSandbox = true;
  org.name = 'Acme UAT';
  org.myDomainName = 'acme--uat.sandbox';
  for (const one of [user, admin]) one.username += '.uat';
  for (const row of org.loginRows) row.loginUrl = 'test.salesforce.com';
  client.username = user.username;
  client.loginHost = 'test';
};

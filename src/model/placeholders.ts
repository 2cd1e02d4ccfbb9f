import type { Values } from './sign.ts';

/** What a step or a command is filled with where nothing is known of the login. */
export const placeholders: Values = {
  username: '<username>',
  app: '<app>',
  appId: '<app id>',
  login: '<alias>',
  targetOrg: '<alias of an admin>',
  ownApp: ' --client-id <consumer key>',
  loginUrl: '<login URL>',
  myDomainName: '<name in Setup, My Domain>',
  userId: '<user id>',
  profileId: '<profile id>',
  profileName: '<profile>',
  permissionSet: '<permission set>',
  appManager: 'App Manager or External Client App Manager',
  changedBy: 'the admin whom the Setup Audit Trail names',
  sourceIp: '<source IP of the failing row in Login History>',
  wrongPasswordsFrom: '<source IP and application of the rows "Invalid Password" in Login History>',
  busiest: '<source IP and application of most rows of the last hour in Login History>',
  consumerKey: '<consumer key>',
  keyFile: 'server.key',
};

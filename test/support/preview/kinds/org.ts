import { fileOf, type ChangeFile } from '../change-file.ts';
import { always, type Kind } from './kind.ts';

const settings = (name: string, inside: string): ChangeFile => fileOf('Settings', name, inside, `${name}Settings`);

const myDomain = (inside: string): ChangeFile => settings('MyDomain', inside);

const oauthOidc = (inside: string): ChangeFile => settings('OauthOidc', inside);

const trusted = (inside: string): ChangeFile => settings('Security', `<networkAccess>${inside}</networkAccess>`);

const all: ReadonlyArray<readonly [id: string, file: ChangeFile]> = [
  ['API by My Domain alone', myDomain('<doesApiLoginRequireOrgDomain>true</doesApiLoginRequireOrgDomain>')],
  ['API by any host', myDomain('<doesApiLoginRequireOrgDomain>false</doesApiLoginRequireOrgDomain>')],
  ['password flow blocked', oauthOidc('<blockOAuthUnPwFlow>true</blockOAuthUnPwFlow>')],
  ['password flow allowed', oauthOidc('<blockOAuthUnPwFlow>false</blockOAuthUnPwFlow>')],
  ['user-agent flow blocked', oauthOidc('<blockOAuthUsrAgtFlow>true</blockOAuthUsrAgtFlow>')],
  ['PKCE for all', oauthOidc('<isPkceRequired>true</isPkceRequired>')],
  ['no trusted range', trusted('')],
  ['a trusted range', trusted('<ipRanges><end>203.0.113.255</end><start>203.0.113.0</start></ipRanges>')],
  ['approved apps only', settings('ConnectedApp', '<enableAdminApprovedAppsOnly>true</enableAdminApprovedAppsOnly>')],
  ['any app', settings('ConnectedApp', '<enableAdminApprovedAppsOnly>false</enableAdminApprovedAppsOnly>')],
  [
    'sessions of another length',
    settings('Security', '<sessionSettings><sessionTimeout>EightHours</sessionTimeout></sessionSettings>'),
  ],
];

/** A change of the org is one of everybody's. */
export const orgKinds: readonly Kind[] = all.map(([id, file]) => ({ id, fits: always, file: () => file }));

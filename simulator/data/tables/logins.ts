import type { LoginRow, Org, Session } from '../../state/types.ts';
import { sisterId, type Row, type Table } from './row.ts';

/** Login History keeps six months. */
const loginRetention = 183 * 24 * 3600 * 1000;

const loginCells = (row: LoginRow): Row => ({
  Id: row.id,
  LoginTime: row.at,
  UserId: row.userId,
  Status: row.status,
  LoginType: row.loginType,
  LoginSubType: row.loginSubType,
  Application: row.application,
  SourceIp: row.sourceIp,
  ForwardedForIp: row.forwardedForIp,
  LoginUrl: row.loginUrl,
  ApiType: row.apiType,
  ApiVersion: row.apiVersion,
  Browser: row.browser,
  Platform: row.platform,
  ClientVersion: row.clientVersion,
  CountryIso: row.countryIso,
  TlsProtocol: row.tlsProtocol,
  CipherSuite: row.cipherSuite,
  OptionsIsPost: true,
});

export const loginHistory: Table = ({ org, now }) =>
  org.loginRows.filter((row) => row.at >= now - loginRetention).map(loginCells);

const loginOf = (org: Org, session: Session): LoginRow | undefined =>
  org.loginRows.find(
    (row) => row.userId === session.userId && row.at === session.createdAt && row.status === 'Success',
  );

/** The row of a session is named by letters and digits of its token. */
const nameFrom = (token: string): string => {
  const letters = token.replaceAll(/\W/g, '');
  return `0Ak${letters.slice(-12).padStart(12, '0')}`;
};

/** Live sessions only. */
export const authSessions: Table = ({ org, now, session: current }) =>
  org.sessions
    .filter((session) => !session.ended && session.expiresAt > now)
    .map((session) => {
      const login = loginOf(org, session);
      return {
        Id: sisterId('0Ak', nameFrom(session.token)),
        CreatedDate: session.createdAt,
        LastModifiedDate: session.createdAt,
        NumSecondsValid: Math.round((session.expiresAt - session.createdAt) / 1000),
        UsersId: session.userId,
        UserType: 'Standard',
        IsCurrent: session === current,
        LoginHistoryId: login?.id,
        LoginType: login?.loginType ?? (session.appId === undefined ? 'Other Apex API' : 'Remote Access 2.0'),
        LoginSubType: login?.loginSubType,
        SessionType: session.appId === undefined ? 'API' : 'Oauth2',
        SessionSecurityLevel: 'STANDARD',
        SourceIp: session.sourceIp ?? login?.sourceIp ?? '203.0.113.7',
      };
    });

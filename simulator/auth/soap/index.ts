import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { XMLParser } from 'fast-xml-parser';
import { sourceIpOf } from '../../frame/context.ts';
import type { HostContext } from '../../frame/context.ts';
import { html, xml } from '../../frame/headers.ts';
import { page405 } from '../../frame/pages.ts';
import { id15 } from '../../state/ids.ts';
import { nameOf, permissionsOf } from '../../state/lookup.ts';
import type { Org, User } from '../../state/types.ts';
import { isExpired } from '../passwords.ts';
import { bare, faultXml, namespaceOf } from './fault.ts';
import type { SoapApi } from './fault.ts';
import { soapLogin } from './login.ts';
import { escapeXml } from '../../frame/escape-xml.ts';

type Envelope = { Envelope?: { Header?: { SessionHeader?: { sessionId?: string } }; Body?: Record<string, unknown> } };

const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, trimValues: false });

type Member = readonly [name: string, value: string | undefined];

type Members = readonly Member[];

const elements = (members: Members): string =>
  members
    .map(([name, value]) =>
      value === undefined ? `<${name} xsi:nil="true"/>` : `<${name}>${escapeXml(value)}</${name}>`,
    )
    .join('');

const envelope = (api: SoapApi, body: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?>' +
  `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:${namespaceOf(api)}.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
  `<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;

const userInfo = (org: Org, user: User): Members => [
  ['accessibilityMode', 'false'],
  ['currencySymbol', '$'],
  ['orgAttachmentFileSizeLimit', '5242880'],
  ['orgDefaultCurrencyIsoCode', 'USD'],
  ['orgDisallowHtmlAttachments', 'false'],
  ['orgHasPersonAccounts', 'false'],
  ['organizationId', org.id],
  ['organizationMultiCurrency', 'false'],
  ['organizationName', org.name],
  ['profileId', user.profileId],
  ['roleId', undefined],
  ['sessionSecondsValid', String(org.settings.sessionMinutes * 60)],
  ['userDefaultCurrencyIsoCode', undefined],
  ['userEmail', user.email],
  ['userFullName', nameOf(user)],
  ['userId', user.id],
  ['userLanguage', 'en_US'],
  ['userLocale', 'en_US'],
  ['userName', user.username],
  ['userTimeZone', org.timeZone],
  ['userType', user.userType],
  ['userUiSkin', 'Theme3'],
];

type Call = { context: HostContext; api: SoapApi; version: string; request: FastifyRequest; reply: FastifyReply };

const send = async (reply: FastifyReply, status: number, body: string): Promise<void> => {
  await reply.code(status).type(xml).send(body);
};

/** From this version on there is no login(). */
const firstWithoutLogin = 65;

const login = async (call: Call, given: { username?: string; password?: string }): Promise<void> => {
  const { context, api, version, request, reply } = call;
  if (Number(version) >= firstWithoutLogin) return send(reply, 500, faultXml(api, bare('UNSUPPORTED_API_VERSION')));
  const now = context.clock.now();
  const outcome = soapLogin({
    context,
    username: given.username ?? '',
    password: given.password ?? '',
    version,
    now,
    sourceIp: sourceIpOf(context.world, request),
  });
  if ('fault' in outcome) return send(reply, 500, faultXml(api, outcome.fault));
  const { org, user, session } = outcome;
  const soap = `${context.url('my-domain', org)}/services/Soap`;
  const neverExpires = permissionsOf(org, user).has('PasswordNeverExpires');
  const result = elements([
    ['metadataServerUrl', `${soap}/m/${version}/${id15(org.id)}`],
    ['passwordExpired', String(isExpired(user, neverExpires, now))],
    ['sandbox', String(org.isSandbox)],
    ['serverUrl', `${soap}/${api}/${version}/${id15(org.id)}`],
    ['sessionId', session.token],
    ['userId', user.id],
  ]);
  const info = `<userInfo>${elements(userInfo(org, user))}</userInfo>`;
  return send(reply, 200, envelope(api, `<loginResponse><result>${result}${info}</result></loginResponse>`));
};

/** Calls that need a session: logout and getUserInfo; nothing else of the partner API is served. */
const inSession = async ({ context, api, request, reply }: Call, name: string, sessionId: string): Promise<void> => {
  const who = context.authenticateToken(sessionId, request);
  if (who === undefined) {
    const text = 'Invalid Session ID found in SessionHeader: Illegal Session';
    return send(reply, 500, faultXml(api, { code: 'INVALID_SESSION_ID', text }, 'UnexpectedErrorFault'));
  }
  if (name === 'logout') {
    who.session.ended = true;
    return send(reply, 200, envelope(api, '<logoutResponse/>'));
  }
  if (name === 'getUserInfo') {
    const info = elements(userInfo(who.org, who.user));
    return send(reply, 200, envelope(api, `<getUserInfoResponse><result>${info}</result></getUserInfoResponse>`));
  }
  return send(
    reply,
    500,
    faultXml(api, { code: 'INVALID_OPERATION', text: `${name} is not simulated` }, 'UnexpectedErrorFault'),
  );
};

const answer = async (call: Call): Promise<void> => {
  const parsed = parser.parse(typeof call.request.body === 'string' ? call.request.body : '') as Envelope;
  const body = parsed.Envelope?.Body ?? {};
  const [name] = Object.keys(body).filter((key) => !key.startsWith('#'));
  if (name === 'login') return login(call, body.login as { username?: string; password?: string });
  return inSession(call, name ?? '', parsed.Envelope?.Header?.SessionHeader?.sessionId ?? '');
};

export const registerSoap = (app: FastifyInstance, context: HostContext): void => {
  for (const api of ['u', 'c'] as const) {
    for (const url of [`/services/Soap/${api}/:version`, `/services/Soap/${api}/:version/*`]) {
      app.post<{ Params: { version: string } }>(url, (request, reply) =>
        answer({ context, api, version: request.params.version, request, reply }),
      );
      app.get(url, async (request, reply) => {
        await reply.code(405).type(html).send(page405(request.url));
      });
    }
  }
};

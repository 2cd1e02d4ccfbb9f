import { createSession, userById } from '../../../simulator/index.ts';
import type { User } from '../../../simulator/index.ts';
import type { Stage } from '../auth/support.ts';
import { send } from './replay.ts';
import type { Reply } from './replay.ts';

export const adminOf = ({ sim }: Stage): User => userById(sim.org, sim.world.integration.adminId);

/** The administrator's access token, made at the time that the simulator has now. */
export const tokenOf = (stage: Stage): string =>
  createSession(stage.sim.org, { userId: adminOf(stage).id, createdAt: stage.sim.clock.now() }).token;

export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

/** Path on the My Domain, asked by the administrator. */
export const ask = (stage: Stage, path: string, init: RequestInit = {}): Promise<Reply> =>
  send(stage.sim.urls.myDomain + path, {
    ...init,
    headers: { ...bearer(tokenOf(stage)), ...(init.headers as Record<string, string> | undefined) },
  });

export const query = (stage: Stage, soql: string, version = 60, path = 'query'): Promise<Reply> =>
  ask(stage, `/services/data/v${version}.0/${path}?q=${encodeURIComponent(soql)}`);

export const post = (
  stage: Stage,
  path: string,
  body: string,
  more: Record<string, string> = {},
  method = 'POST',
): Promise<Reply> => ask(stage, path, { method, body, headers: { 'content-type': 'application/json', ...more } });

export const soap = (
  stage: Stage,
  path: string,
  call: string,
  token: string,
  namespace = 'http://soap.sforce.com/2006/04/metadata',
): Promise<Reply> =>
  send(`${stage.sim.urls.myDomain}/services/Soap/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', soapaction: '""' },
    body: `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="${namespace}"><soapenv:Header><SessionHeader><sessionId>${token}</sessionId></SessionHeader></soapenv:Header><soapenv:Body>${call}</soapenv:Body></soapenv:Envelope>`,
  });

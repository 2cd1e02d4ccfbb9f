import type { FastifyInstance, FastifyRequest } from 'fastify';
import { apiRefusal } from '../../auth/api-access.ts';
import type { HostContext } from '../../frame/context.ts';
import { html, xml } from '../../frame/headers.ts';
import { page405 } from '../../frame/pages.ts';
import { deskFor, type Desk } from '../rest/desk.ts';
import { illegalSession, mayNotUse, MetadataFault } from './fault.ts';
import { checkRetrieveStatus, retrieveCall } from './retrieve.ts';
import { describeMetadata, listMetadata, readMetadata } from './read.ts';
import { checkDeployStatus, deployCall } from './deploy/calls.ts';
import { elementsOf, readCall, textOf, textsOf, type SoapCall } from './soap.ts';
import { envelope, fault } from './xml.ts';

/** Who calls. What keeps a session from the REST API keeps it from this one, in the words of SOAP. */
const deskOf = (context: HostContext, request: FastifyRequest, { sessionId }: SoapCall, version: number): Desk => {
  const who = context.org === undefined ? undefined : context.authenticateToken(sessionId, request);
  if (who === undefined) throw illegalSession();
  const refused = apiRefusal(context, who);
  if (refused !== undefined)
    throw new MetadataFault(refused.errorCode, refused.message.replace('the REST API', 'the API'));
  who.org.apiUsage += 1;
  return deskFor(context, who, version);
};

const answer = async (desk: Desk, call: SoapCall): Promise<string> => {
  const { scene, version } = desk;
  const { permissions } = scene.viewer;
  if (!permissions.has('ModifyMetadata') && !permissions.has('ModifyAllData')) throw mayNotUse();
  switch (call.name) {
    case 'readMetadata':
      return readMetadata(scene, version, textOf(call.given, 'type'), textsOf(call.given, 'fullNames'));
    case 'listMetadata':
      return listMetadata(
        scene,
        version,
        elementsOf(call.given, 'queries').map((query) => textOf(query, 'type')),
      );
    case 'describeMetadata':
      return describeMetadata(version);
    case 'deploy':
      return deployCall(desk, call);
    case 'checkDeployStatus':
      return checkDeployStatus(desk, call);
    case 'retrieve':
      return retrieveCall(desk, call);
    case 'checkRetrieveStatus':
      return checkRetrieveStatus(desk, call);
    default:
      throw new MetadataFault('INVALID_OPERATION', `${call.name} is not simulated`);
  }
};

const reply = async (
  context: HostContext,
  request: FastifyRequest,
  version: number,
): Promise<{ status: number; body: string }> => {
  try {
    const call = readCall(typeof request.body === 'string' ? request.body : '');
    return { status: 200, body: envelope(await answer(deskOf(context, request, call, version), call)) };
  } catch (error) {
    if (error instanceof MetadataFault) return { status: 500, body: fault(error.code, error.message) };
    throw error;
  }
};

/** The Metadata API under /services/Soap/m. */
export const registerMetadata = (app: FastifyInstance, context: HostContext): void => {
  for (const url of ['/services/Soap/m/:version', '/services/Soap/m/:version/*']) {
    app.post<{ Params: { version: string } }>(url, async (request, response) => {
      const { status, body } = await reply(context, request, Number(request.params.version));
      await response.code(status).type(xml).send(body);
    });
    app.get(url, async (request, response) => {
      await response.code(405).type(html).send(page405(request.url));
    });
  }
};

import type { FastifyInstance } from 'fastify';
import { XMLParser } from 'fast-xml-parser';
import { sourceIpOf } from '../frame/context.ts';
import type { HostContext } from '../frame/context.ts';
import { html } from '../frame/headers.ts';
import { addLoginRow } from '../state/rows.ts';
import { findUser } from './clients.ts';

type Assertion = { Response?: { Assertion?: { Issuer?: string; Subject?: { NameID?: string } } } };

const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, trimValues: false });

/** What Microsoft's and others' guides quote of the page. Source: https://learn.microsoft.com/entra/identity/saas-apps/salesforce-tutorial */
const refusedPage =
  "<html><body><p>We can't log you in because of an issue with single sign-on. Contact your Salesforce admin for help.</p></body></html>";

/** Of an assertion, issuer and user alone are looked at. What tells of the user leaves a row. */
export const registerSaml = (app: FastifyInstance, context: HostContext): void => {
  app.post<{ Body: { SAMLResponse?: string } }>('/', async (request, reply) => {
    const sent = Buffer.from(request.body.SAMLResponse ?? '', 'base64').toString();
    const { Issuer, Subject } = (parser.parse(sent) as Assertion).Response?.Assertion ?? {};
    const found = findUser(context, Subject?.NameID ?? '');
    const fits = found !== undefined && Issuer === found.org.settings.samlIssuer;
    if (found !== undefined)
      addLoginRow(found.org, {
        at: context.clock.now(),
        userId: found.user.id,
        status: fits ? 'Success' : 'Failed: Issuer Mismatched',
        loginType: 'SAML Sfdc Initiated SSO',
        application: 'Browser',
        sourceIp: sourceIpOf(context.world, request),
      });
    await reply
      .code(fits ? 200 : 403)
      .type(html)
      .send(fits ? '' : refusedPage);
  });
};

import { XMLParser } from 'fast-xml-parser';
import type { Client, Login } from '../client.ts';
import { from } from './source-address.ts';
import { escapeXml } from '../../frame/escape-xml.ts';

type Answer = {
  Envelope?: {
    Body?: {
      loginResponse?: { result?: { sessionId?: string; serverUrl?: string } };
      Fault?: { faultstring?: string };
    };
  };
};

const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false });

const envelope = ({ username, password, securityToken }: Client): string =>
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<se:Envelope xmlns:se="http://schemas.xmlsoap.org/soap/envelope/"><se:Body><login xmlns="urn:partner.soap.sforce.com">' +
  `<username>${escapeXml(username)}</username><password>${escapeXml(password + securityToken)}</password>` +
  '</login></se:Body></se:Envelope>';

/** `login()` of the partner API. A refusal is told by its fault string. */
export const soapLogin = async (client: Client, loginUrl: string): Promise<Login> => {
  const answer = await fetch(`${loginUrl}/services/Soap/u/${client.soapVersion ?? '60.0'}`, {
    method: 'POST',
    headers: { ...from(client), 'content-type': 'text/xml', soapaction: '""' },
    body: envelope(client),
  });
  const text = await answer.text();
  const body = (parser.parse(text) as Answer).Envelope?.Body;
  const { sessionId, serverUrl } = body?.loginResponse?.result ?? {};
  return sessionId === undefined || serverUrl === undefined
    ? { granted: false, by: 'soap', status: answer.status, body: body?.Fault?.faultstring ?? text }
    : { accessToken: sessionId, instanceUrl: new URL(serverUrl).origin };
};

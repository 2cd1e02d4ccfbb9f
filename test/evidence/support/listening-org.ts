import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { homeEnvironment } from '../../../simulator/home/env.ts';
import { storeLogin, type StoredLogin } from '../../../simulator/home/logins.ts';
import { openOrg, type OrgPort, type PortOptions } from '../../../src/evidence/org-port.ts';
import { inHome } from '../../support/home.ts';

export type Heard = {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly authorization: string | undefined;
};

export const json = { 'content-type': 'application/json;charset=UTF-8' };

const nil = '<records xsi:nil="true"/>';
const component =
  '<records xsi:type="ConnectedApp"><fullName>A</fullName><label>A</label><oauthConfig><callbackUrl>x</callbackUrl><isAdminApproved>true</isAdminApproved><scopes>Api</scopes></oauthConfig></records>';

export const envelope = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>${inner}</soapenv:Body></soapenv:Envelope>`;

/** No rows, and by which path. */
const nobody = (url: string) => ({ totalSize: 0, done: true, records: [], url });

/** Answers each part with its own path, and a path with `bad` as Salesforce answers an unknown object. */
const batchAnswer = (body: string): string => {
  const { batchRequests } = JSON.parse(body) as { batchRequests: Array<{ url: string }> };
  const results = batchRequests.map(({ url }) =>
    url.includes('bad')
      ? { statusCode: 400, result: [{ errorCode: 'INVALID_TYPE', message: "sObject type 'X' is not supported." }] }
      : { statusCode: 200, result: nobody(url) },
  );
  return JSON.stringify({ hasErrors: results.some(({ statusCode }) => statusCode > 299), results });
};

/** As `batchAnswer`, for Composite; the answers come in another order. */
const compositeAnswer = (body: string): string => {
  const { compositeRequest } = JSON.parse(body) as {
    compositeRequest: Array<{ url: string; referenceId: string }>;
  };
  const compositeResponse = compositeRequest.map(({ url, referenceId }) =>
    url.includes('bad')
      ? { httpStatusCode: 400, referenceId, body: [{ errorCode: 'INVALID_TYPE', message: 'not supported' }] }
      : { httpStatusCode: 200, referenceId, body: nobody(url) },
  );
  return JSON.stringify({ compositeResponse: compositeResponse.toReversed() });
};

export type Talk = { readonly port: OrgPort; readonly heard: readonly Heard[] };

export const listen = async (
  answer: (heard: Heard) => RequestListener,
  use: (url: string, heard: Heard[]) => Promise<void>,
) => {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const said = { method, url, body: Buffer.concat(chunks).toString(), authorization: headers.authorization };
      heard.push(said);
      answer(said)(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

export const send =
  (status: number, body: string, headers: Record<string, string> = json): RequestListener =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);

export const good = ({ url, body }: Heard): RequestListener => {
  if (url.includes('/Soap/m/')) {
    const records = body.includes('Missing') ? component + nil : component;
    return send(200, envelope(`<readMetadataResponse><result>${records}</result></readMetadataResponse>`), {
      'content-type': 'text/xml; charset=utf-8',
    });
  }
  if (body === '') return send(200, JSON.stringify(nobody(url)));
  return send(200, url.endsWith('/batch') ? batchAnswer(body) : compositeAnswer(body));
};

/** Opens a stored login of a server that answers so, as the commands do. */
export const talk = async (
  answer: (heard: Heard) => RequestListener,
  use: (talk: Talk) => Promise<void>,
  options: PortOptions = {},
  stored: (url: string) => Partial<StoredLogin> = () => ({}),
): Promise<void> => {
  const home = await mkdtemp(path.join(tmpdir(), 'org-port-'));
  try {
    await listen(answer, async (url, heard) => {
      storeLogin(home, {
        alias: 'prod',
        username: 'admin@acme.com',
        orgId: '00D000000000001AAA',
        instanceUrl: url,
        loginUrl: url,
        accessToken: '00D000000000001!AAAA',
        isSandbox: false,
        orgName: 'Acme',
        instanceName: 'EU45',
        organizationType: 'Enterprise Edition',
        apiVersion: '64.0',
        ...stored(url),
      });
      await inHome(homeEnvironment(home), async () => {
        const port = await openOrg('prod', undefined, options);
        return use({ port, heard });
      });
    });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
};

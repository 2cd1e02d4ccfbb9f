import { escapeXml } from '../../frame/escape-xml.ts';
import type { Client } from '../client.ts';
import { from } from './source-address.ts';

const assertion = (issuer: string, username: string): string =>
  '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"><saml:Assertion>' +
  `<saml:Issuer>${escapeXml(issuer)}</saml:Issuer><saml:Subject><saml:NameID>${escapeXml(username)}</saml:NameID></saml:Subject>` +
  '</saml:Assertion></samlp:Response>';

const textOf = (page: string): string => page.replaceAll(/<[^>]*>/gu, ' ').trim();

/** The browser brings what the single sign-on service signed. Throws what stands on the page where it is refused. */
export const samlSignOn =
  (issuer: string) =>
  async (client: Client, loginUrl: string): Promise<void> => {
    const response = Buffer.from(assertion(issuer, client.username)).toString('base64');
    const answer = await fetch(loginUrl, {
      method: 'POST',
      headers: from(client),
      body: new URLSearchParams({ SAMLResponse: response }),
    });
    const page = await answer.text();
    if (!answer.ok) throw new Error(textOf(page));
  };

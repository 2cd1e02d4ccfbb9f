import { defined } from '../model/index.ts';
import type { OrgAnswer } from './org-wire.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"]/gu, (character) => entities[character] ?? '');

const namespace = 'http://soap.sforce.com/2006/04/metadata';

/** The call `readMetadata()` of the Metadata API. */
export const readEnvelope = (accessToken: string, type: string, fullNames: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">',
    `<soapenv:Header xmlns="${namespace}"><SessionHeader><sessionId>${escaped(accessToken)}</sessionId></SessionHeader></soapenv:Header>`,
    `<soapenv:Body xmlns="${namespace}"><readMetadata><type>${escaped(type)}</type>`,
    ...fullNames.map((name) => `<fullNames>${escaped(name)}</fullNames>`),
    '</readMetadata></soapenv:Body></soapenv:Envelope>',
  ].join('');

type Node = Readonly<Record<string, unknown>>;

const nodeOf = (value: unknown): Node | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;

const child = (node: Node | undefined, name: string): Node | undefined => nodeOf(node?.[name]);

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The parser closes by itself what an answer that was cut off left open. */
const isWhole = (text: string): boolean => /<\/(?:\w+:)?Envelope>\s*$/u.test(text);

/** Few runs read metadata, and the parser takes its time to load: it is got ready while the answer is on its way. */
export const parserReady = (): Promise<typeof import('fast-xml-parser')> => import('fast-xml-parser');

const parse = async (text: string): Promise<Node | undefined> => {
  if (!isWhole(text)) return undefined;
  const { XMLParser } = await parserReady();
  try {
    const parsed: unknown = new XMLParser({ removeNSPrefix: true, parseTagValue: false }).parse(text);
    return nodeOf(parsed);
  } catch {
    return undefined;
  }
};

/** What came of `readMetadata()`: its components, or the fault. Values are texts; what is not there is a component without members. */
export const readEnvelopeAnswer = async (status: number, text: string): Promise<OrgAnswer> => {
  const body = child(child(await parse(text), 'Envelope'), 'Body');
  const fault = child(body, 'Fault');
  if (fault !== undefined) {
    // `sf:INSUFFICIENT_ACCESS` here is `INSUFFICIENT_ACCESS` elsewhere.
    const code = textOf(fault.faultcode)?.replace(/^\w+:/u, '');
    const message = textOf(fault.faultstring);
    return {
      ok: false,
      status,
      ...defined({ code, message }),
    };
  }
  const response = body?.readMetadataResponse;
  if (status !== 200 || response === undefined) return { ok: false, status, trouble: 'unreachable' };
  const records = child(nodeOf(response), 'result')?.records ?? [];
  return { ok: true, status, body: (Array.isArray(records) ? records : [records]).map((one) => nodeOf(one) ?? {}) };
};

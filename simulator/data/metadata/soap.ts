import { XMLParser } from 'fast-xml-parser';

/** A SOAP call of the Metadata API: its session, its name, and what it asks for. */
export type SoapCall = { sessionId: string; name: string; type: string; fullNames: string[]; types: string[] };

type Tree = Record<string, unknown>;

const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, ignoreAttributes: true });

const inside = (value: unknown, ...names: string[]): unknown =>
  names.reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? (at as Tree)[name] : undefined), value);

const list = (value: unknown): unknown[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const readCall = (xml: string): SoapCall => {
  const root: unknown = parser.parse(xml);
  const body = inside(root, 'Envelope', 'Body');
  const [name = ''] = Object.keys(typeof body === 'object' && body !== null ? body : {});
  const call = inside(body, name);
  return {
    sessionId: text(inside(root, 'Envelope', 'Header', 'SessionHeader', 'sessionId')),
    name,
    type: text(inside(call, 'type')),
    fullNames: list(inside(call, 'fullNames')).map(text),
    types: list(inside(call, 'queries')).map((query) => text(inside(query, 'type'))),
  };
};

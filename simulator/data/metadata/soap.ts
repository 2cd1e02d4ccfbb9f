import { XMLParser } from 'fast-xml-parser';

type Tree = Record<string, unknown>;

/** A SOAP call of the Metadata API: its session, its name, and what it asks for. */
export type SoapCall = { sessionId: string; name: string; given: unknown };

const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, ignoreAttributes: true });

const inside = (value: unknown, names: readonly string[]): unknown =>
  names.reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? (at as Tree)[name] : undefined), value);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The elements of that name: none, one or several. */
export const elementsOf = (value: unknown, ...names: string[]): unknown[] => {
  const found = inside(value, names);
  if (found === undefined) return [];
  return Array.isArray(found) ? found : [found];
};

export const textOf = (value: unknown, ...names: string[]): string => text(inside(value, names));

export const textsOf = (value: unknown, ...names: string[]): string[] => elementsOf(value, ...names).map(text);

export const readCall = (xml: string): SoapCall => {
  const root: unknown = parser.parse(xml);
  const body = inside(root, ['Envelope', 'Body']);
  const [name = ''] = Object.keys(typeof body === 'object' && body !== null ? body : {});
  return {
    sessionId: textOf(root, 'Envelope', 'Header', 'SessionHeader', 'sessionId'),
    name,
    given: inside(body, [name]),
  };
};

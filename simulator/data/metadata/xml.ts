import type { Elements, Value } from './component.ts';

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');

const elementXml = (name: string, value: Value): string => {
  if (Array.isArray(value)) return value.map((one) => elementXml(name, one)).join('');
  if (typeof value === 'object') return `<${name}>${elementsXml(value)}</${name}>`;
  return value === '' ? `<${name}/>` : `<${name}>${escape(String(value))}</${name}>`;
};

/** In alphabetical order, but `fullName` first. */
const inOrder = (elements: Elements): Array<[string, Value]> =>
  Object.entries(elements)
    .filter((entry): entry is [string, Value] => entry[1] !== undefined)
    .sort(([a], [b]) => Number(b === 'fullName') - Number(a === 'fullName') || (a < b ? -1 : 1));

/** Elements in one line; a list repeats its element. */
export const elementsXml = (elements: Elements): string =>
  inOrder(elements)
    .map(([name, value]) => elementXml(name, value))
    .join('');

const linesOf = (name: string, value: Value, indent: string): string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => linesOf(name, one, indent));
  if (typeof value !== 'object') return [indent + elementXml(name, value)];
  return [`${indent}<${name}>`, ...linesIn(value, `${indent}    `), `${indent}</${name}>`];
};

const linesIn = (elements: Elements, indent: string): string[] =>
  inOrder(elements).flatMap(([name, value]) => linesOf(name, value, indent));

/** The file of a component, or a manifest. */
export const documentXml = (root: string, elements: Elements): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://soap.sforce.com/2006/04/metadata">`,
    ...linesIn(elements, '    '),
    `</${root}>`,
    '',
  ].join('\n');

/** One line, as it comes from the wire. */
export const envelope = (body: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;

/** A fault of the Metadata API: prefixed code, no detail. */
export const fault = (code: string, text: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="http://soap.sforce.com/2006/04/metadata">' +
  `<soapenv:Body><soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${code}: ${escape(text).replaceAll('&apos;', "'")}</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>`;

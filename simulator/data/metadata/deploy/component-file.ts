import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import type { Element, MetadataType } from '../../schema/metadata.ts';
import type { Elements, Value } from '../component.ts';
import { DeployProblem } from './problem.ts';

const parser = new XMLParser({
  removeNSPrefix: true,
  parseTagValue: false,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
});

type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

const parsing = (what: string): DeployProblem => new DeployProblem(`Error parsing file: ${what}`);

const invalid = (name: string, type: string): DeployProblem =>
  parsing(`Element {http://soap.sforce.com/2006/04/metadata}${name} invalid at this location in type ${type}`);

const scalar = (text: string, name: string, { type }: Element): Value => {
  if (type === 'boolean') {
    if (text !== 'true' && text !== 'false') throw parsing(`'${text}' is not a boolean, in ${name}`);
    return text === 'true';
  }
  if (type !== 'int or double') return text;
  const number = Number(text);
  if (text === '' || Number.isNaN(number)) throw parsing(`'${text}' is not a number, in ${name}`);
  return number;
};

type Shape = { name: string; elements: Record<string, Element>; version: number };

const one = (value: unknown, name: string, element: Element, version: number): Value | undefined => {
  if (isTree(value) && value['@nil'] === 'true') return undefined;
  if (element.fields === undefined) {
    if (typeof value !== 'string') throw invalid(Object.keys(isTree(value) ? value : {})[0] ?? name, name);
    return scalar(value, name, element);
  }
  return elementsOf(isTree(value) ? value : {}, { name: element.type, elements: element.fields, version });
};

const valueOf = (value: unknown, name: string, element: Element, version: number): Value | undefined => {
  const all = Array.isArray(value) ? value : [value];
  const read = all.map((item) => one(item, name, element, version)).filter((item) => item !== undefined);
  if (element.array === true) return read;
  if (all.length > 1) throw parsing(`Duplicate element: ${name}`);
  return read[0];
};

const elementsOf = (tree: Tree, { name: type, elements, version }: Shape): Elements =>
  Object.fromEntries(
    Object.entries(tree)
      .filter(([name]) => !name.startsWith('@') && name !== 'fullName')
      .map(([name, value]) => {
        const element = elements[name];
        if (element === undefined || (element.sinceApi ?? 0) > version) throw invalid(name, type);
        return [name, valueOf(value, name, element, version)];
      }),
  );

/** The parser itself forgives what is not closed. */
const validate = (xml: string): void => {
  try {
    SyntaxValidator.validate(xml);
  } catch (error) {
    throw parsing(error instanceof Error ? error.message : String(error));
  }
};

/** What the file of a component says, in the types that its schema has. Throws where Salesforce would not read it. */
export const readComponentFile = (xml: string, type: MetadataType, version: number): Elements => {
  validate(xml);
  const root: unknown = parser.parse(xml);
  const found = isTree(root) ? root[type.name] : undefined;
  if (found === undefined) throw parsing(`its root is not ${type.name}`);
  return elementsOf(isTree(found) ? found : {}, { name: type.name, elements: type.elements, version });
};

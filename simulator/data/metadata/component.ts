import type { MetadataElements, MetadataValue } from '../../state/types.ts';
import type { Element, MetadataType } from '../schema/metadata.ts';

export type Value = MetadataValue;
export type Elements = MetadataElements;

/** One component of the org. `readable` false: it is listed, but its read is nil, as for apps that another org owns. */
export type Component = {
  type: string;
  fullName: string;
  id: string;
  value: Elements;
  createdAt: number;
  changedAt: number;
  readable: boolean;
};

const isInVersion = (element: Element | undefined, version: number): element is Element =>
  element !== undefined && (element.sinceApi ?? 0) <= version;

const isElements = (value: Value): value is Elements => typeof value === 'object' && !Array.isArray(value);

const prune = (value: Value, element: Element, version: number): Value => {
  if (Array.isArray(value)) return value.map((one) => prune(one, element, version));
  return isElements(value) && element.fields !== undefined ? elementsIn(value, element.fields, version) : value;
};

/** Only the elements that this API version knows. */
export const elementsIn = (value: Elements, known: Record<string, Element>, version: number): Elements =>
  Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      const element = known[name];
      return one === undefined || !isInVersion(element, version) ? [] : [[name, prune(one, element, version)]];
    }),
  );

const jsonOf = (value: Value | undefined, element: Element, version: number): unknown => {
  if (element.array === true) {
    const items = value === undefined ? [] : Array.isArray(value) ? value : [value];
    return items.map((one) => jsonOf(one, { ...element, array: false }, version));
  }
  if (value === undefined) return null;
  return isElements(value) && element.fields !== undefined ? jsonElements(value, element.fields, version) : value;
};

const jsonElements = (value: Elements, known: Record<string, Element>, version: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(known)
      .filter(([, element]) => isInVersion(element, version))
      .map(([name, element]) => [name, jsonOf(value[name], element, version)]),
  );

/** What the Tooling column `Metadata` holds: every element of the type, empty lists as [], absent parts as null. */
export const metadataJson = (component: Component, type: MetadataType, version: number): Record<string, unknown> =>
  jsonElements(component.value, type.elements, version);

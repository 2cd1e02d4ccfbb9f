import type { Elements, Value } from '../component.ts';

const isElements = (value: Value | undefined): value is Elements => typeof value === 'object' && !Array.isArray(value);

const at = (elements: Elements, path: string): Value | undefined =>
  path.split('.').reduce<Value | undefined>((value, name) => (isElements(value) ? value[name] : undefined), elements);

/** What a file says under a path such as `oauthConfig.callbackUrl`; undefined: nothing. */
export const textAt = (elements: Elements, path: string): string | undefined => {
  const value = at(elements, path);
  return value === undefined || typeof value === 'object' ? undefined : String(value);
};

export const flagAt = (elements: Elements, path: string): boolean | undefined => {
  const value = at(elements, path);
  return typeof value === 'boolean' ? value : undefined;
};

export const numberAt = (elements: Elements, path: string): number | undefined => {
  const value = at(elements, path);
  return typeof value === 'number' ? value : undefined;
};

const listAt = (elements: Elements, path: string): Value[] | undefined => {
  const value = at(elements, path);
  return Array.isArray(value) ? value : undefined;
};

export const textsAt = (elements: Elements, path: string): string[] | undefined => listAt(elements, path)?.map(String);

export const partsAt = (elements: Elements, path: string): Elements[] | undefined =>
  listAt(elements, path)?.filter(isElements);

export const partAt = (elements: Elements, path: string): Elements | undefined => {
  const value = at(elements, path);
  return isElements(value) ? value : undefined;
};

/** Every element that holds a value, by its path; a list is one value. */
export const leavesOf = (elements: Elements, before = ''): Array<[path: string, value: Value]> =>
  Object.entries(elements).flatMap(([name, value]): Array<[string, Value]> => {
    if (value === undefined) return [];
    return isElements(value) ? leavesOf(value, `${before}${name}.`) : [[`${before}${name}`, value]];
  });

const canon = (value: Value | undefined): string => {
  if (value === undefined || value === '' || value === false) return '';
  if (Array.isArray(value)) return value.map(canon).sort().join('\n');
  if (typeof value !== 'object') return String(value);
  return leavesOf(value)
    .map(([path, leaf]) => `${path}=${canon(leaf)}`)
    .sort()
    .join(';');
};

/** Whether the org says the same: an element that it leaves out is empty, or off. */
export const isSaid = (elements: Elements, path: string, value: Value): boolean =>
  canon(at(elements, path)) === canon(value);

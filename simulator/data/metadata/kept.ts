import type { Org } from '../../state/types.ts';
import type { Elements, Value } from './component.ts';

const isElements = (value: Value | undefined): value is Elements => typeof value === 'object' && !Array.isArray(value);

const over = (below: Elements, above: Elements): Elements => ({
  ...below,
  ...Object.fromEntries(
    Object.entries(above).map(([name, value]) => {
      const under = below[name];
      return [name, isElements(under) && isElements(value) ? over(under, value) : value];
    }),
  ),
});

const keyOf = (type: string, fullName: string): string => `${type} ${fullName}`;

/** What was deployed of a component and bears on no login: kept, so that it is read back. */
export const keep = (org: Org, type: string, fullName: string, elements: Elements): void => {
  const key = keyOf(type, fullName);
  org.keptMetadata[key] = over(org.keptMetadata[key] ?? {}, elements);
};

export const withKept = (org: Org, type: string, fullName: string, value: Elements): Elements =>
  over(value, org.keptMetadata[keyOf(type, fullName)] ?? {});

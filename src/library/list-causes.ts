import { causes } from '../causes/index.ts';
import { gateOrder } from '../model/index.ts';
import type { Explanation } from '../model/index.ts';
import { words } from './catalogue.ts';

/** The whole catalogue, in the order in which Salesforce checks a login. */
export const listCauses = (): Explanation => ({
  schemaVersion: 1,
  about: 'catalogue',
  causes: causes
    .toSorted((a, b) => gateOrder(a.gate) - gateOrder(b.gate) || (a.id < b.id ? -1 : 1))
    .map(({ id, gate }) => ({ id, gate, title: words.text(`cause.${id}`, 'title') })),
});

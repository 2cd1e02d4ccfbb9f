import { byTruth, editAt, type Reader } from './component.ts';
import { textAt } from './element.ts';

/** Events that are no login, and that no client raises by an API: what such a policy stops is a page. */
const ofPages: ReadonlySet<string> = new Set(['listviewevent', 'reportevent', 'fileevent']);

/**
 * A policy looks at logins, or at calls, and may block them. Which, its condition decides.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_transactionsecuritypolicy.htm
 */
export const transactionSecurityPolicy: Reader = ({ root }) =>
  ofPages.has((textAt(root, 'eventName') ?? '').toLowerCase())
    ? []
    : byTruth(root, ['active'], (value) =>
        value ? { set: 'untold', about: { of: 'org' }, why: 'transaction-policy' } : undefined,
      );

/** By what people log in who do not type a password of Salesforce; on the way of a flow too. */
export const singleSignOn: Reader = ({ root }) => [
  editAt(root.name, root.at, { set: 'untold', about: { of: 'org' }, why: 'single-sign-on', flows: ['web', 'device'] }),
];

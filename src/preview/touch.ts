import { known, unknown } from '../model/index.ts';
import type { Evidence, Fact, Flow } from '../model/index.ts';

/** The facts that a setting changes, as it leaves them. */
export type Touched = Partial<Evidence>;

/** It is changed, and to what was not seen. */
export const hidden = unknown('depends-on-unknown');

/** A fact with its value changed. What is not known stays so: then nobody can say what becomes of it. */
export const mapFact = <T, U = T>(fact: Fact<T>, to: (value: T) => U): Fact<U> =>
  fact.state === 'known' ? known(to(fact.value), fact.source) : fact;

/** A fact that the change settles, whatever it was. */
export const setFact = <T>(fact: Fact<T>, value: T): Fact<T> =>
  known(value, fact.state === 'known' ? fact.source : { place: 'asked' });

/** Whether another user may log in than the one who was named. */
export const isRunAs = (flow: Flow | undefined): boolean => flow === undefined || flow === 'client-credentials';

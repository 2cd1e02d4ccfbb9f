import fc from 'fast-check';

/**
 * One seed for every property test, so that a run can be repeated and a change is judged by itself alone.
 * `PROPERTY_SEED=random`, or a number, draws other examples.
 */
const { PROPERTY_SEED: asked = '20261123' } = process.env;
const seed = asked === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(asked);
if (!Number.isSafeInteger(seed)) throw new Error(`PROPERTY_SEED=${asked}: give a whole number, or "random".`);
fc.configureGlobal({ seed });

import type { Evidence, TargetOrg } from '../model/index.ts';
import { redactedRun } from './evidence.ts';

/** By which programs it was seen. */
export type Versions = {
  readonly plugin: string;
  readonly cli: string;
  readonly node: string;
  /** `linux-x64`. */
  readonly platform: string;
};

type Seen = { readonly evidence: Evidence; readonly targetOrg?: TargetOrg };

/**
 * What a stranger needs to judge it again, and nothing else: the evidence with a pseudonym for every name, the versions, and which flags were
 * given. `--evidence` reads it like any other.
 */
export const bundleOf = <T extends Seen>(
  run: T,
  bundle: { readonly versions: Versions; readonly asked: readonly string[] },
) => ({
  bundle,
  ...redactedRun(run),
});

/** A flag as it was parsed: where its values are a list of ours, its value tells nobody's name. */
type FlagShape = { readonly type: string; readonly options?: readonly string[] | undefined };

/** The flags that were given, without a value that could name something. */
export const askedBy = (
  flags: Readonly<Record<string, unknown>>,
  shapes: Readonly<Record<string, FlagShape>>,
  isDefault: (name: string) => boolean,
): readonly string[] =>
  Object.entries(flags).flatMap(([name, value]) => {
    if (value === undefined || value === false || isDefault(name)) return [];
    const says = typeof value === 'string' && shapes[name]?.options?.includes(value) === true ? ` ${value}` : '';
    return [`--${name}${says}`];
  });

import type { Alteration, Edit, FilePlace } from '../../model/index.ts';
import { at, type Element } from './element.ts';

/** A component of a change: what its file holds. */
export type Component = {
  readonly type: string;
  readonly fullName: string;
  readonly root: Element;
  /** Of the API by which it is deployed; absent: one of today. */
  readonly version?: number;
};

export type Reader = (component: Component) => readonly Edit[];

export const editAt = (element: string, place: FilePlace, setting: Alteration): Edit => ({
  setting,
  element,
  at: place,
});

/** An edit by the element at a path, where the file has it, and where what stands there can be read. */
export const byElement = (
  root: Element,
  path: readonly string[],
  settingOf: (text: string) => Alteration | undefined,
): readonly Edit[] => {
  const found = at(root, ...path);
  const setting = found === undefined ? undefined : settingOf(found.text);
  return found === undefined || setting === undefined ? [] : [editAt(path.join('.'), found.at, setting)];
};

const truths: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** A checkbox: XML Schema knows two words for each of its values. Undefined: it is none. */
export const truthOf = (text: string | undefined): boolean | undefined => truths.get(text?.toLowerCase() ?? '');

/** As `byElement`, of a checkbox. */
export const byTruth = (
  root: Element,
  path: readonly string[],
  settingOf: (value: boolean) => Alteration | undefined,
): readonly Edit[] =>
  byElement(root, path, (text) => {
    const value = truthOf(text);
    return value === undefined ? undefined : settingOf(value);
  });

/** The words of a list that is divided by commas. */
export const words = (text: string): readonly string[] => text.split(/[\s,]+/u).filter((word) => word !== '');

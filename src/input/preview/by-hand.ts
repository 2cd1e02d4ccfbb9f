import type { Edit, FilePlace, IpRange, Path } from '../../model/index.ts';
import { Trouble } from '../../model/index.ts';
import { rangeOf, blockOf } from '../../clues/blocks.ts';
import { truthOf } from '../../preview/files/component.ts';
import type { Element } from '../../preview/files/element.ts';
import { editsOf, typesThatCount } from '../../preview/files/read-component.ts';

/** `ConnectedApp:Marketing Sync.oauthConfig.isAdminApproved=true`: as `--metadata` names a component, then the element and its text. */
const shape = /^(?<type>[A-Za-z]+):(?<name>.+?)\.(?<path>[A-Za-z]+(?:\.[A-Za-z]+)*)(?<how>=|\+=|-=)(?<value>.*)$/su;

const nowhere: FilePlace = { file: '', line: 1, column: 1 };

const leaf = (name: string, text: string): Element => ({ name, text, at: nowhere, children: [] });

const node = (name: string, children: readonly Element[]): Element => ({ name, text: '', at: nowhere, children });

const wrong = (text: string): Trouble => new Trouble('set-invalid', { text });

const checkbox = (text: string): boolean => {
  const value = truthOf(text);
  if (value === undefined) throw wrong(text);
  return value;
};

const rangeIn = (text: string): IpRange => {
  const [start, end] = text.split(/\s*-\s*/u);
  if (start !== undefined && end !== undefined) return { start, end };
  const block = blockOf(text);
  if (block === undefined) throw wrong(text);
  return rangeOf(block);
};

const listed = (value: string): readonly string[] =>
  value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Elements that are more than a text, as a person would write them. */
const elementsFor = (path: readonly string[], value: string): readonly Element[] => {
  const [first = '', ...rest] = path;
  if (first === 'loginIpRanges')
    return listed(value).map((text) => {
      const { start, end } = rangeIn(text);
      return node(first, [leaf('startAddress', start), leaf('endAddress', end)]);
    });
  if (first === 'userPermissions')
    return [node(first, [leaf('enabled', String(checkbox(value))), leaf('name', rest.join('.'))])];
  if (rest.length === 0) return [leaf(first, value)];
  const [second = ''] = rest;
  if (second === 'scopes')
    return [
      node(
        first,
        listed(value).map((scope) => leaf(second, scope)),
      ),
    ];
  return [node(first, elementsFor(rest, value))];
};

const rootOf = (type: string, name: string): string => (type === 'Settings' ? `${name}Settings` : type);

const carriers: Readonly<Record<string, Path['via']>> = { permissionSetName: 'permission-set', profileName: 'profile' };

/** Who is pre-authorised for an app, and whether it is blocked: what no element of a file says. */
const special = (app: string, path: string, how: string, value: string): Edit | undefined => {
  const element = `${app}.${path}`;
  if (path === 'blocked' && how === '=')
    return { element, setting: { set: 'app-blocked', app, value: checkbox(value) } };
  const via = carriers[path];
  return via === undefined || how === '='
    ? undefined
    : { element, setting: { set: 'app-in-carrier', app, path: { via, name: value }, value: how === '+=' } };
};

const isApp = (type: string): boolean => type === 'ConnectedApp' || type === 'ExternalClientApplication';

/** A setting that was given by hand, read as the file of a deployment would be. Throws `Trouble('set-invalid', { text })`. */
export const editByHand = (text: string): Edit => {
  const { type = '', name = '', path = '', how = '', value = '' } = shape.exec(text.trim())?.groups ?? {};
  if (!typesThatCount.includes(type)) throw wrong(text);
  const own = isApp(type) ? special(name, path, how, value) : undefined;
  if (own !== undefined) return own;
  if (how !== '=') throw wrong(text);
  const root = node(rootOf(type, name), elementsFor(path.split('.'), value));
  const found = editsOf({ type, fullName: name, root }).find(({ element }) => element === path);
  if (found === undefined) throw wrong(text);
  return { setting: found.setting, element: `${name}.${path}` };
};

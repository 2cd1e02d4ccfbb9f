const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** JSON as Salesforce prints it for `X-PrettyPrint: 1`: a blank before the colon, lists on the line of their brackets. */
export const pretty = (value: unknown, indent = ''): string => {
  const deeper = `${indent}  `;
  if (isList(value)) return value.length === 0 ? '[ ]' : `[ ${value.map((one) => pretty(one, indent)).join(', ')} ]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  if (members.length === 0) return '{ }';
  return `{\n${members.map(([name, one]) => `${deeper}${JSON.stringify(name)} : ${pretty(one, deeper)}`).join(',\n')}\n${indent}}`;
};

import { messageOf, Trouble } from '../../model/index.ts';
import { readAddress } from '../address.ts';
import { linesIn, textIn } from '../list-file.ts';

type Prefix = { readonly cidr: string; readonly region: string; readonly service: string };

const shape = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const prefix = (value: unknown): readonly Prefix[] => {
  const { ip_prefix: v4, ipv6_prefix: v6, region, service } = shape(value);
  const cidr = v4 ?? v6;
  if (typeof cidr !== 'string') return [];
  return [
    { cidr, region: typeof region === 'string' ? region : '', service: typeof service === 'string' ? service : '' },
  ];
};

const parse = (text: string, path: string): readonly Prefix[] => {
  try {
    const { prefixes, ipv6_prefixes: v6 } = shape(JSON.parse(text));
    return [...list(prefixes), ...list(v6)].flatMap(prefix);
  } catch (error) {
    throw new Trouble('ip-ranges-invalid', { path, why: messageOf(error) });
  }
};

const chosen = (value: string, wanted: readonly string[] | undefined): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.some((one) => one.toLowerCase() === value.toLowerCase());

/**
 * A cloud provider's published ranges in the form of AWS's `ip-ranges.json` (docs.aws.amazon.com, "aws-ip-syntax"), by region and service.
 * Throws `Trouble` where there are none.
 */
const fromRanges = async (
  path: string,
  regions: readonly string[] | undefined,
  services: readonly string[] | undefined,
): Promise<readonly string[]> => {
  const all = parse(await textIn(path, 'address-file'), path);
  if (all.length === 0) throw new Trouble('ip-ranges-invalid', { path, why: 'no prefixes in it' });
  const found = all.filter(({ region, service }) => chosen(region, regions) && chosen(service, services));
  if (found.length === 0) {
    throw new Trouble('ip-ranges-none', {
      path,
      regions: regions?.join(', ') ?? 'any',
      services: services?.join(', ') ?? 'any',
    });
  }
  return found.map(({ cidr }) => readAddress(cidr));
};

type SourcesRequest = {
  readonly 'source-ip'?: readonly string[] | undefined;
  readonly 'ip-ranges-file'?: string | undefined;
  readonly region?: readonly string[] | undefined;
  readonly service?: readonly string[] | undefined;
};

/** Every address that the login may come from, each once: given, from files (`@file`), from published ranges. Throws `Trouble`. */
export const readSources = async (asked: SourcesRequest): Promise<readonly string[]> => {
  const given = await Promise.all(
    (asked['source-ip'] ?? []).map((one) =>
      one.startsWith('@') ? linesIn(one.slice(1), 'address-file') : Promise.resolve([one]),
    ),
  );
  const file = asked['ip-ranges-file'];
  const published = file === undefined ? [] : await fromRanges(file, asked.region, asked.service);
  return [...new Set([...given.flat().map(readAddress), ...published])];
};

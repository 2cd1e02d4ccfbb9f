import type { FastifyRequest } from 'fastify';

const strings = (bag: unknown): Record<string, string> => {
  if (typeof bag !== 'object' || bag === null) return {};
  const pairs = Object.entries(bag).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return Object.fromEntries(pairs);
};

/** Form and query members together; the form wins. A JSON body is no form. */
export const paramsOf = (request: FastifyRequest): Record<string, string> => {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  return { ...strings(request.query), ...(isForm ? strings(request.body) : {}) };
};

export const basicCredentials = (request: FastifyRequest): { id: string; secret: string } | undefined => {
  const encoded = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':', 2);
  return { id: decodeURIComponent(id), secret: decodeURIComponent(secret) };
};

import { answerOf, isRow, literal, matching, type Shape } from './block.ts';

/** One record by its id: what has Metadata comes one in a query. */
const shape = new RegExp(
  String.raw`^SELECT (?<select>Id, Metadata) FROM (?<from>\w+) WHERE Id = '(?<id>${literal})' LIMIT 1$`,
  'su',
);

/**
 * As records of the Tooling API, of which its Composite takes twenty-five, and of queries five. Source: limits sheet, section 4;
 * https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/intro_rest_resources.htm
 */
export const asRecords: Shape = (requests) => {
  const found = matching(requests, shape, 'tooling');
  return found.length < 2
    ? []
    : found.map(({ at, of: { from = '', id = '' } }) => ({
        requests: [{ kind: 'get', path: `tooling/sobjects/${from}/${id}` }],
        members: [
          { at, read: ([answer]) => (answer?.ok === true && isRow(answer.body) ? answerOf([answer.body]) : undefined) },
        ],
      }));
};

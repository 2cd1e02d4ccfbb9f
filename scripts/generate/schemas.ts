import { createGenerator } from 'ts-json-schema-generator';

/** Schema file -> the type of the command's `result` and where it is defined. */
const results = [{ file: 'schemas/auth-doctor.json', path: 'src/model/diagnosis.ts', type: 'Diagnosis' }] as const;

/** One JSON Schema for each command's result. */
export const resultSchemas = (): Array<readonly [string, string]> =>
  results.map(({ file, path, type }) => {
    const schema = createGenerator({
      path,
      type,
      tsconfig: 'tsconfig.json',
      skipTypeCheck: true,
      additionalProperties: false,
    }).createSchema(type);
    return [file, `${JSON.stringify(schema, undefined, 2)}\n`] as const;
  });

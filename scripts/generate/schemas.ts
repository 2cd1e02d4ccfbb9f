import { createGenerator } from 'ts-json-schema-generator';

/** Schema file -> the type of the command's `result` and where it is defined. */
const results = [
  { file: 'schemas/auth-doctor.json', path: 'src/model/overview.ts', type: 'DoctorResult' },
  { file: 'schemas/auth-explain.json', path: 'src/model/explanation.ts', type: 'Explanation' },
  { file: 'schemas/auth-connectedapp-check.json', path: 'src/model/app-check.ts', type: 'CheckResult' },
  { file: 'schemas/auth-loginhistory-failures.json', path: 'src/model/loginhistory.ts', type: 'FailuresResult' },
  { file: 'schemas/auth-loginhistory-sql.json', path: 'src/model/warehouse.ts', type: 'WarehouseQuery' },
  { file: 'schemas/auth-loginhistory-statuses.json', path: 'src/model/warehouse.ts', type: 'LoginStatuses' },
  { file: 'schemas/auth-runbook.json', path: 'src/model/runbook.ts', type: 'Runbooks' },
  { file: 'schemas/auth-selftest.json', path: 'src/model/selftest.ts', type: 'Selftest' },
  { file: 'schemas/auth-selftest-can-see.json', path: 'src/model/can-see.ts', type: 'CanSee' },
  { file: 'schemas/auth-preview.json', path: 'src/model/preview.ts', type: 'Preview' },
  { file: 'schemas/requests.json', path: 'src/model/requests.ts', type: 'RequestList' },
] as const;

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

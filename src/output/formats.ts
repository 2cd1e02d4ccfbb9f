import { addTo } from '../files/index.ts';
import type { Sheet, Sheets } from '../report/sheets/index.ts';
import type { Words } from '../words/index.ts';
import { outgoingPlain } from './outgoing.ts';

/** How a report may come out. `human` is the screen; each of the others is made from the same sheet. */
export const formats = [
  'human',
  'markdown',
  'html',
  'json',
  'csv',
  'junit',
  'sarif',
  'github',
  'gitlab',
  'openmetrics',
] as const;

export type Format = (typeof formats)[number];

/** Of what judges nothing: pages to read, and the data. */
export const readingFormats = ['human', 'markdown', 'html', 'json'] as const;

export type ReadingFormat = (typeof readingFormats)[number];

/** Every format but the screen. */
export type SheetFormat = Exclude<Format, 'human'>;

type Environment = Readonly<Record<string, string | undefined>>;

/** The file of the pipeline that runs this, from the root of its repo. Source: the default variables of GitHub Actions and GitLab CI. */
export const pipelineFile = ({ GITHUB_WORKFLOW_REF, GITLAB_CI, CI_CONFIG_PATH }: Environment): string | undefined => {
  const [, workflow] = /^[^/]+\/[^/]+\/([^@]+)@/u.exec(GITHUB_WORKFLOW_REF ?? '') ?? [];
  if (workflow !== undefined) return workflow;
  if (GITLAB_CI === undefined) return undefined;
  return CI_CONFIG_PATH === undefined || CI_CONFIG_PATH === '' ? '.gitlab-ci.yml' : CI_CONFIG_PATH;
};

/** How the command ends. */
type End = { readonly words: Words; readonly exit: { readonly code: number; readonly meaning: string } };

/** A report in a format; what makes it is loaded when it is wanted. For a workflow of GitHub the whole report stands in the summary of the step as well. */
export const inFormat = async (make: (sheets: Sheets) => Sheet, format: SheetFormat, end: End): Promise<string> => {
  const { sheets, writers } = await import('../report/sheets/index.ts');
  const sheet = make(sheets);
  const written = { ...end, at: new Date().toISOString(), place: pipelineFile(process.env) };
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (format === 'github' && summary !== undefined && summary !== '')
    await addTo(summary, outgoingPlain(writers.markdown(sheet)));
  return writers[format](sheet, written);
};

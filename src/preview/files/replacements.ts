import type { SourceComponent } from '@salesforce/source-deploy-retrieve';

type Marks = NonNullable<SourceComponent['replacements']>[string];

/** Texts of a file in whose place a deployment puts others; `unknown`: what would stand there is not here, and the deployment stops at it. */
export type Replacing = Marks | 'unknown';

/** No index of the library names it, and it is the deployment's own: loaded for projects alone that replace something. */
const library = () => import('@salesforce/source-deploy-retrieve/lib/src/convert/replacements.js');

/**
 * What `sfdx-project.json` says is to be replaced in the file of a component, from the environment as it is now.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.sfdx_dev.meta/sfdx_dev/sfdx_dev_ws_string_replace.htm
 */
export const replacingIn = async (component: SourceComponent, project: string): Promise<Replacing | undefined> => {
  const { getReplacementMarkingStream } = await library();
  const marking = await getReplacementMarkingStream(project);
  if (marking === undefined) return undefined;
  const isMarked = await new Promise<boolean>((resolve) => {
    marking.once('error', () => resolve(false));
    marking.write(component, (error) => resolve(!error));
  });
  return isMarked ? component.replacements?.[component.xml ?? component.content ?? ''] : 'unknown';
};

/** Each file keeps its lines, so that what stands in it is found at its place. */
const inOneLine = (marks: Marks): Marks =>
  marks.map((mark) => ({ ...mark, replaceWith: mark.replaceWith.replaceAll(/\s*\n\s*/gu, ' ') }));

/** A text as it would be deployed. */
export const replaced = async (text: string, marks: Marks): Promise<string> => {
  const { replacementIterations } = await library();
  return (await replacementIterations(text, inOneLine(marks))).output;
};

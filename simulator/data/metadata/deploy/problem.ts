/** Why a component is not deployed, as its line in the result says it. */
export class DeployProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DeployProblem';
  }
}

/** What Salesforce may well take and this org does not know: it says so, and changes nothing. */
export const notSimulated = (what: string): DeployProblem =>
  new DeployProblem(`${what} is not simulated: this org cannot say what a login meets then.`);

/** A name that the file gives and the org has not. */
export const noSuch = (field: string, what: string, name: string): DeployProblem =>
  new DeployProblem(`In field: ${field} - no ${what} named ${name} found`);

export const missing = (field: string): DeployProblem => new DeployProblem(`Required field is missing: ${field}`);

// Every npm script runs on the Node that the devDependency `node` installs. Says so in one sentence where that did not work.
const wanted = 22;
const major = Number(process.versions.node.split('.')[0]);
if (major < wanted) {
  console.error(
    `This needs Node ${wanted} or newer, and the scripts found Node ${process.versions.node}. ` +
      'Run "npm ci" again with install scripts allowed (npm ci --ignore-scripts=false): it installs the right Node into node_modules/.bin. ' +
      `Where that cannot be done, put a Node ${wanted} or newer first on the PATH.`,
  );
  process.exit(1);
}

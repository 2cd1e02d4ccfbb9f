#!/usr/bin/env node
// As run.js, from the sources: Node strips the types, so nothing is built.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { execute } from '@oclif/core';

const root = fileURLToPath(new URL('..', import.meta.url));
const pjson = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const oclif = JSON.parse(
  JSON.stringify(pjson.oclif).replaceAll(/"\.\/lib\/([^"]*?)(\.js)?"/gu, (_whole, path, ending) =>
    JSON.stringify(`./src/${path}${ending === undefined ? '' : '.ts'}`),
  ),
);

await execute({ loadOptions: { root, pjson: { ...pjson, oclif }, ignoreManifest: true } });

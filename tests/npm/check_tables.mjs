// Checks the tables of a folder against the Table Schema of its datapackage.json, with the library of those who wrote the
// specification.
//
//   node check_tables.mjs MODULES FOLDER…      MODULES: the node_modules folder
//
// Prints one line for each problem; exit status 1 where there is one.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, ...folders] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(resolve(modules), 'checkers.js')));
const { Table } = require('tableschema');

let bad = 0;
for (const folder of folders) {
  const description = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
  for (const resource of description.resources) {
    try {
      const table = await Table.load(join(folder, resource.path), { schema: resource.schema });
      if (!table.schema.valid) throw new Error(table.schema.errors.map((error) => error.message).join('; '));
      const rows = await table.read({ forceCast: true });
      for (const error of rows.filter((row) => row instanceof Error)) throw error;
    } catch (error) {
      const details = (error.errors ?? []).map((one) => one.message).join('; ');
      console.log(`${folder}/${resource.path}: ${error.message} ${details}`);
      bad += 1;
    }
  }
}
process.exitCode = bad === 0 ? 0 : 1;

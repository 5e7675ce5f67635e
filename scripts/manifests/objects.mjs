// Reads the built manifests as objects.

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";

// API versions that both Kubernetes 1.20 and today's serve. A newer one may be used in an overlay only, and is listed
// here.
const everywhere = new Set(["v1", "apps/v1", "batch/v1", "networking.k8s.io/v1"]);
const newer = new Set(["policy/v1"]);

// Overlays that only newer versions take as a whole, by name.
const newerBuilds = new Set(["failure-policy"]);

/** Loads packages that the caller installed into this folder. */
export function packages(work) {
  return createRequire(join(work, "package.json"));
}

/** Reads every build in the folder: its name, its objects, and the faults of its text. */
export function builds(work) {
  const folder = join(work, "built");
  return readdirSync(folder).sort().map(file =>
    read(packages(work)("yaml"), basename(file, ".yaml"), readFileSync(join(folder, file), "utf8")));
}

/** Checks whether all supported versions of Kubernetes take an object of a build. */
export function isForAll(build, object) {
  return isEverywhere(object) && !newerBuilds.has(build.name);
}

/** Lists the faults in the API versions of a build. */
export function versions(build) {
  return build.objects
    .filter(object => !isEverywhere(object) && !(newer.has(object.apiVersion) && build.name !== "base"))
    .map(object => `${title(build, object)}: apiVersion ${object.apiVersion} `
      + `is not one of ${[...everywhere].join(", ")}`);
}

/** Gets the name of an object in messages. */
export function title(build, object) {
  return `${build.name}: ${object.kind} ${object.metadata?.name}`;
}

function isEverywhere(object) {
  return everywhere.has(object.apiVersion);
}

function read(yaml, name, text) {
  const documents = yaml.parseAllDocuments(text, { version: "1.1", uniqueKeys: true });
  const faults = documents
    .flatMap(document => [...document.errors, ...document.warnings])
    .map(error => `${name}: ${error.message}`);
  if (documents.length === 0)
    faults.push(`${name}: nothing was built`);
  return { name, faults, objects: faults.length > 0 ? [] : documents.map(document => document.toJS()) };
}

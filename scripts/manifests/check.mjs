// Checks the builds in a folder: node check.mjs FOLDER. Faults go to the error stream, a line each.

import { builds, versions } from "./objects.mjs";
import { linkFaults } from "./links.mjs";
import { typeFaults } from "./types.mjs";

const work = process.argv[2];
const list = builds(work);
const faults = [...list.flatMap(build => [...build.faults, ...versions(build)]), ...typeFaults(work, list)];
// Check that objects fit together only if all have the right form.
if (faults.length === 0)
  faults.push(...list.flatMap(linkFaults));

for (const fault of faults)
  console.error(fault);
const objects = list.reduce((sum, build) => sum + build.objects.length, 0);
console.log(faults.length === 0
  ? `k8s-check: passed: ${list.map(build => build.name).join(", ")}, ${objects} objects`
  : `k8s-check: FAILED: ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

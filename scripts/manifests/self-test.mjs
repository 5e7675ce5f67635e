// Tests the check: breaks the built base in one way at a time: node self-test.mjs FOLDER.

import { builds, versions } from "./objects.mjs";
import { linkFaults } from "./links.mjs";
import { typeFaults } from "./types.mjs";

const work = process.argv[2];
const base = builds(work).find(build => build.name === "base");

const breakages = [
  ["nothing is wrong", null, () => { }],
  ["a misspelt field", /readinesProbe/,
    objects => rename(container(objects, "StatefulSet"), "readinessProbe", "readinesProbe")],
  ["a misspelt field, deep", /periodSecond\b/,
    objects => rename(container(objects, "Job").livenessProbe, "periodSeconds", "periodSecond")],
  ["a misspelt field at the top", /sepc/, objects => rename(find(objects, "NetworkPolicy"), "spec", "sepc")],
  ["a number as text", /not assignable to type 'number'/,
    objects => { find(objects, "StatefulSet").spec.replicas = "3"; }],
  ["half a replica", /integer/, objects => { find(objects, "StatefulSet").spec.replicas = 2.5; }],
  ["an object instead of a list", /not assignable|array/i,
    objects => { container(objects, "Job").args = { run: "yin-yang" }; }],
  ["a missing field", /'"?selector"?' is missing/, objects => { delete find(objects, "StatefulSet").spec.selector; }],
  ["a missing field, deep", /'"?name"?' is missing/, objects => { delete container(objects, "Job").name; }],
  ["a kind that does not exist", /StatefullSet/, objects => { find(objects, "StatefulSet").kind = "StatefullSet"; }],
  ["an API version of yesterday", /policy\/v1beta1/,
    objects => { find(objects, "NetworkPolicy").apiVersion = "policy/v1beta1"; }],
  ["a field that came later than 1.21", /podReplacementPolicy.*models-old|models-old.*podReplacementPolicy/,
    objects => { find(objects, "Job").spec.podReplacementPolicy = "Failed"; }],
  ["a selector beside its pods", /matches no pod/,
    objects => { find(objects, "Service").spec.selector = { "app.kubernetes.io/component": "aera" }; }],
  ["a service that is not there", /no service is called/, objects => {
    container(objects, "StatefulSet").env.find(entry => entry.name === "PALACTORS_JOIN").value = "palactors:4053";
  }],
  ["a name outside its service", /names no service/, objects => {
    container(objects, "StatefulSet").env.find(entry => entry.name === "PALACTORS_PUBLIC_HOST").value = "$(POD_NAME)";
  }],
  ["a probe of another port", /its livenessProbe asks port htp/,
    objects => { container(objects, "Job").livenessProbe.httpGet.port = "htp"; }],
  ["an HTTP port without a name", /is not the port called http/, objects => {
    container(objects, "StatefulSet").env.find(entry => entry.name === "PALACTORS_HTTP_BIND").value = "0.0.0.0:4057";
  }],
  ["too few nodes", /waits for 3 nodes, and there are 2/,
    objects => { find(objects, "StatefulSet").spec.replicas = 2; }],
  ["nodes that end with a run", /end with a run/,
    objects => { container(objects, "StatefulSet").args = ["node"]; }],
  ["a policy on failures in the base", /podFailurePolicy.*models-old|models-old.*podFailurePolicy/,
    objects => { find(objects, "Job").spec.podFailurePolicy = { rules: [] }; }],
  ["neither TLS nor leave to do without", /either TLS or/, objects => {
    const it = container(objects, "Job");
    it.env = it.env.filter(entry => entry.name !== "PALACTORS_ALLOW_PLAIN");
  }],
];

// Compile all cases at once, since reading the types takes the compiler some time.
const broken = breakages.map(([, , damage], index) => {
  const build = { name: `case ${index}`, faults: [], objects: structuredClone(base.objects) };
  damage(build.objects);
  return build;
});
const formal = [...broken.flatMap(versions), ...typeFaults(work, broken)];

let missed = 0;
for (const [index, [name, expected]] of breakages.entries()) {
  const own = formal.filter(fault => fault.startsWith(`case ${index}: `));
  const faults = own.length > 0 ? own : linkFaults(broken[index]);
  const fitting = faults.find(fault => expected?.test(fault));
  const noticed = expected === null ? faults.length === 0 : fitting !== undefined;
  const found = faults.length > 0 ? `: ${short(fitting ?? faults[0])}` : "";
  console.log(`${noticed ? "noticed" : "MISSED"}: ${name}${found}`);
  missed += noticed ? 0 : 1;
}

console.log(missed === 0
  ? `k8s-check: self-test passed: ${breakages.length} cases`
  : `k8s-check: self-test FAILED: ${missed} missed`);
process.exitCode = missed === 0 ? 0 : 1;

function short(text) {
  return text.length > 160 ? `${text.slice(0, 160)}...` : text;
}

function find(objects, kind) {
  return objects.find(object => object.kind === kind);
}

function container(objects, kind) {
  return find(objects, kind).spec.template.spec.containers[0];
}

function rename(object, from, to) {
  object[to] = object[from];
  delete object[from];
}

// Checks beyond types: the objects of a build fit together.

import { title } from "./objects.mjs";

/** Lists what does not fit together in a build, each as a line. */
export function linkFaults(build) {
  const of = kind => build.objects.filter(object => object.kind === kind);
  const named = kind => new Set(of(kind).map(object => object.metadata.name));
  const workloads = [...of("Job"), ...of("StatefulSet"), ...of("Deployment")];
  const faults = [];
  const expect = (holds, object, what) => { if (!holds) faults.push(`${title(build, object)}: ${what}`); };

  for (const secret of of("Secret"))
    expect(false, secret, "a secret belongs into the cluster, not into the tree");

  for (const object of [...of("Service"), ...of("NetworkPolicy"), ...of("PodDisruptionBudget")]) {
    const labels = object.kind === "Service"
      ? object.spec.selector
      : (object.spec.podSelector ?? object.spec.selector).matchLabels;
    expect(workloads.some(workload => covers(labels, workload.spec.template)), object, "its selector matches no pod");
  }

  for (const set of of("StatefulSet")) {
    expect(covers(set.spec.selector.matchLabels, set.spec.template), set, "its selector does not match its own pods");
    expect(named("Service").has(set.spec.serviceName), set, `there is no service ${set.spec.serviceName}`);
  }

  for (const workload of workloads) {
    const pod = workload.spec.template.spec;
    const volumes = new Set((pod.volumes ?? []).map(volume => volume.name));
    expect(
      named("ServiceAccount").has(pod.serviceAccountName),
      workload,
      `there is no service account ${pod.serviceAccountName}`);
    for (const claim of (pod.volumes ?? []).map(volume => volume.persistentVolumeClaim?.claimName).filter(Boolean))
      expect(named("PersistentVolumeClaim").has(claim), workload, `there is no volume claim ${claim}`);
    for (const map of (pod.volumes ?? []).map(volume => volume.configMap?.name).filter(Boolean))
      expect(named("ConfigMap").has(map), workload, `there is no config map ${map}`);
    for (const container of pod.containers) {
      for (const mount of container.volumeMounts ?? [])
        expect(volumes.has(mount.name), workload, `there is no volume ${mount.name}`);
      const ports = new Set((container.ports ?? []).map(port => port.name));
      for (const probe of ["startupProbe", "livenessProbe", "readinessProbe"]) {
        const port = container[probe]?.httpGet?.port;
        expect(port === undefined || ports.has(port), workload, `its ${probe} asks port ${port}, which it has not`);
      }
      if (workload.kind !== "Deployment")
        faults.push(...settings(container, named("Service")).map(fault => `${title(build, workload)}: ${fault}`));
    }
  }

  for (const set of of("StatefulSet"))
    for (const { args } of set.spec.template.spec.containers)
      expect(args?.includes("--stay"), set, "its nodes end with a run, and are then started again later and later");

  const seed = of("Job")
    .flatMap(job => job.spec.template.spec.containers)
    .find(container => container.args?.[0] === "run");
  const wanted = Number(seed?.args[seed.args.indexOf("--nodes") + 1]);
  for (const set of of("StatefulSet"))
    expect(wanted <= set.spec.replicas, set, `the seed waits for ${wanted} nodes, and there are ${set.spec.replicas}`);
  return faults;
}

function covers(labels, template) {
  return Object.entries(labels).every(([name, value]) => template.metadata.labels[name] === value);
}

// Checks a container's settings: names of other nodes, and TLS.
function settings(container, services) {
  const env = Object.fromEntries((container.env ?? []).map(entry => [entry.name, entry.value]));
  const tls = ["PALACTORS_TLS_CERTIFICATE", "PALACTORS_TLS_KEY", "PALACTORS_TLS_CA"]
    .filter(name => env[name] !== undefined);
  const host = env.PALACTORS_JOIN?.split(":")[0];
  const own = env.PALACTORS_PUBLIC_HOST?.split(".").slice(0, 2) ?? [];
  const faults = [];
  const http = env.PALACTORS_HTTP_BIND?.split(":").at(-1);
  if (!container.ports.some(port => port.name === "http" && String(port.containerPort) === http))
    faults.push(`PALACTORS_HTTP_BIND ${env.PALACTORS_HTTP_BIND} is not the port called http`);
  if (tls.length !== 0 && tls.length !== 3)
    faults.push(`of certificate, key and authority only ${tls.join(", ")}`);
  if ((tls.length === 3) === (env.PALACTORS_ALLOW_PLAIN !== undefined))
    faults.push("either TLS or PALACTORS_ALLOW_PLAIN, and not both");
  if (host !== undefined && !services.has(host))
    faults.push(`PALACTORS_JOIN names ${host}, which no service is called`);
  // The host is the service itself or a pod below it.
  if (!own.some(name => services.has(name)))
    faults.push(`PALACTORS_PUBLIC_HOST ${env.PALACTORS_PUBLIC_HOST} names no service`);
  return faults;
}

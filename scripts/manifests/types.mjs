// Checks objects against the published types of the Kubernetes API.
//
// Each object is written as a literal of its type and given to the TypeScript compiler. A fresh literal may have only
// fields that its type names, at any depth, so the compiler finds a misspelt field, which a validator of values
// ignores. The package's own validation adds what types do not express (whole numbers, formats).

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isForAll, packages, title } from "./objects.mjs";

const options = { strict: true, noEmit: true, skipLibCheck: true, types: [] };

/** Lists the faults of the objects of these builds, each as a line. */
export function typeFaults(work, list) {
  return [
    ...compile(work, list),
    ...list.flatMap(build => build.objects.flatMap(object => validate(work, build, object))),
  ];
}

function compile(work, list) {
  const ts = packages(work)("typescript");
  const folder = join(work, "literals");
  mkdirSync(folder, { recursive: true });
  const titles = new Map();
  for (const build of list)
    for (const object of build.objects)
      // An object that only newer versions take has no older type.
      for (const models of isForAll(build, object) ? ["models-old", "models-new"] : ["models-new"]) {
        const file = join(folder, `${titles.size}.ts`);
        writeFileSync(file, literal(models, object));
        titles.set(file, `${title(build, object)} (${models})`);
      }

  const program = ts.createProgram([...titles.keys()], {
    ...options,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
  });
  return ts.getPreEmitDiagnostics(program).map(diagnostic => {
    const what = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
    return `${titles.get(diagnostic.file?.fileName) ?? "types"}: ${place(diagnostic)}${what}`;
  });
}

function literal(models, object) {
  return `import type { I${object.kind} } from "${models}/${object.apiVersion}/${object.kind}";\n`
    + `export const it: I${object.kind} = ${JSON.stringify(object, null, 1)};\n`;
}

// Gets the line of the literal that the compiler points at; the first lines have no field.
function place(diagnostic) {
  if (!diagnostic.file || diagnostic.start === undefined)
    return "";
  const { line } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
  return line > 1 ? `at ${diagnostic.file.text.split("\n")[line].trim()}: ` : "";
}

function validate(work, build, object) {
  let model;
  try {
    model = packages(work)(`models-new/${object.apiVersion}/${object.kind}`)[object.kind];
  } catch {
    return [`${title(build, object)}: there is no kind ${object.kind} in ${object.apiVersion}`];
  }

  try {
    new model(object).validate();
    return [];
  } catch (error) {
    return [`${title(build, object)}: ${error.message}`];
  }
}

// Reads JSON: {schema, lines}. Makes types of the schema, and compiles each line of TypeScript beside them.
// Writes JSON: {typescript, go, faults}: the types' source, and for each line the messages of the compiler.
import { compile } from "json-schema-to-typescript";
import { readFileSync } from "node:fs";
import { FetchingJSONSchemaStore, InputData, JSONSchemaInput, quicktype } from "quicktype-core";
import ts from "typescript";

const { schema, lines } = JSON.parse(readFileSync(0, "utf8"));

const source = new JSONSchemaInput(new FetchingJSONSchemaStore());
await source.addSource({ name: "Story", schema: JSON.stringify(schema) });
const inputData = new InputData();
inputData.addInput(source);
const go = (await quicktype({ inputData, lang: "go", rendererOptions: { "just-types": "true" } })).lines.join("\n");

const typescript = await compile(schema, "Story", { bannerComment: "" });

// The types and the lines are files of a program that stand nowhere but here.
const names = [...typescript.matchAll(/^export (?:type|interface) (\w+)/gm)].map((match) => match[1]);
const files = {
  "/types.ts": typescript,
  "/lines.ts": [`import type { ${names.join(", ")} } from "./types";`, ...lines].join("\n"),
};
const options = { strict: true, noEmit: true, skipLibCheck: true, types: [], lib: ["lib.es2022.d.ts"], target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists, readFile } = host;
host.getSourceFile = (name, ...rest) =>
  name in files ? ts.createSourceFile(name, files[name], ts.ScriptTarget.ES2022) : getSourceFile.call(host, name, ...rest);
host.fileExists = (name) => name in files || fileExists.call(host, name);
host.readFile = (name) => files[name] ?? readFile.call(host, name);
const program = ts.createProgram(Object.keys(files), options, host);
const faults = lines.map(() => []);
for (const fault of ts.getPreEmitDiagnostics(program)) {
  const text = ts.flattenDiagnosticMessageText(fault.messageText, "\n");
  const line = fault.file?.fileName === "/lines.ts" ? fault.file.getLineAndCharacterOfPosition(fault.start).line - 1 : -1;
  if (!(line in faults)) throw new Error(`${fault.file?.fileName}: ${text}`);
  faults[line].push(text);
}
process.stdout.write(JSON.stringify({ typescript, go, faults }));

// Reads lines of JSON: first a schema, then documents. Writes for each document whether ajv finds it valid.
import Ajv2020 from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";

const [schema, ...documents] = readFileSync(0, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
// What ajv only warns of, such as a keyword beside the wrong type, is a mistake in the schema.
const fail = (...message) => { throw new Error(message.join(" ")); };
const ajv = new Ajv2020({ strict: true, strictRequired: true, logger: { log: fail, warn: fail, error: fail } });
const validate = ajv.compile(schema);
process.stdout.write(JSON.stringify(documents.map((document) => validate(document))));

// node ajv.cjs JOB MODULES: compiles documents in strict mode, and holds payloads against definitions.
const fs = require("fs");
const [job, modules] = [JSON.parse(fs.readFileSync(process.argv[2], "utf8")), process.argv[3]];
const Ajv = require(`${modules}/ajv/dist/2020`).default;
const addFormats = require(`${modules}/ajv-formats`).default;

const faults = [];
let compiled = 0;
const attempt = (what, action) => {
  try {
    return action();
  } catch (error) {
    faults.push(`${what}: ${error.message}`);
    return undefined;
  }
};
const logger = { log() {}, warn: (message) => faults.push(message), error: (message) => faults.push(message) };
const strict = () => addFormats(new Ajv({ strict: true, logger }));
const segment = (key) => encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));

// Every definition of the documents of everything.
const ajv = strict();
for (const document of job.documents) {
  attempt(document.$id, () => ajv.addSchema(document));
  for (const key of job.compile ? Object.keys(document.$defs) : []) {
    compiled += attempt(key, () => ajv.compile({ $ref: `${document.$id}#/$defs/${segment(key)}` })) ? 1 : 0;
  }
}
// Documents that refer to each other.
const folder = strict();
const base = "https://schemas.example/";
const files = Object.entries(job.files).map(([name, document]) => [base + encodeURIComponent(name), document]);
for (const [name, document] of files) attempt(name, () => folder.addSchema(document, name));
for (const [name] of job.compile ? files : []) compiled += attempt(name, () => folder.getSchema(name)) ? 1 : 0;
// And those of one target.
for (const document of job.alone) compiled += attempt(document.$ref, () => strict().compile(document)) ? 1 : 0;

// Patterns mean the same with either flag.
const patterns = new Set();
const collect = (value) => {
  if (Array.isArray(value)) value.forEach(collect);
  else if (value && typeof value === "object") {
    if (typeof value.pattern === "string") patterns.add(value.pattern);
    for (const pattern of Object.keys(value.patternProperties ?? {})) patterns.add(pattern);
    Object.values(value).forEach(collect);
  }
};
job.documents.forEach(collect);
const strings = new Set();
const texts = (value) => {
  if (typeof value === "string") strings.add(value);
  else if (value && typeof value === "object") {
    if (!Array.isArray(value)) Object.keys(value).forEach((name) => strings.add(name));
    Object.values(value).forEach(texts);
  }
};
job.texts.forEach((text) => texts(JSON.parse(text)));
for (const pattern of patterns) {
  const both = attempt(pattern, () => ["u", "v"].map((flag) => new RegExp(pattern, flag)));
  for (const text of both ? strings : []) {
    if (both[0].test(text) !== both[1].test(text)) faults.push(`${pattern} of ${text}: u and v differ`);
  }
}

const validators = new Map();
const verdicts = job.payloads.map(([reference, text]) => {
  if (!validators.has(reference)) validators.set(reference, attempt(reference, () => ajv.compile({ $ref: reference })));
  return Boolean(validators.get(reference)?.(JSON.parse(text)));
});
console.log(JSON.stringify({ faults, compiled, patterns: patterns.size, verdicts }));

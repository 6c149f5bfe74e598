// node openapi.cjs JOB MODULES: two validators of OpenAPI say what is wrong with a document, and Ajv what its components say of payloads.
const fs = require("fs");
const { spawnSync } = require("child_process");
const [job, modules] = [JSON.parse(fs.readFileSync(process.argv[2], "utf8")), process.argv[3]];
const Ajv = require(`${modules}/ajv/dist/2020`).default;

const run = async () => {
  const faults = [];
  const { Validator } = await import(`${modules}/@seriousme/openapi-schema-validator/index.js`);
  const { valid, errors } = await new Validator().validate(structuredClone(job.document));
  if (!valid) faults.push(`openapi-schema-validator: ${JSON.stringify(errors).slice(0, 2000)}`);

  const file = process.argv[2].replace(/json$/, "document.json");
  fs.writeFileSync(file, JSON.stringify(job.document));
  const lint = ["lint", "--extends=spec", "--format=json", file];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const { stdout } = spawnSync(process.execPath, [`${modules}/@redocly/cli/bin/cli.js`, ...lint], { env, encoding: "utf8", maxBuffer: 1 << 28 });
  const { totals, problems } = JSON.parse(stdout.slice(stdout.indexOf("{")));
  if (totals.errors > 0) faults.push(...problems.slice(0, 5).map((problem) => `redocly: ${problem.message} ${JSON.stringify(problem.location)}`));

  const ajv = new Ajv({ strict: false });
  ajv.addSchema({ $id: "document.json", ...job.document });
  const validators = new Map();
  const verdicts = job.payloads.map(([component, text]) => {
    if (!validators.has(component)) validators.set(component, ajv.compile({ $ref: `document.json#/components/schemas/${component}` }));
    return validators.get(component)(JSON.parse(text));
  });
  console.log(JSON.stringify({ faults, verdicts }));
};
run();

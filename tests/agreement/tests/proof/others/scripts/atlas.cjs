// node atlas.cjs JOB MODULES: opens atlases in a browser, does what people do there, and prints what came of it.
const fs = require("fs");
const [job, modules] = [JSON.parse(fs.readFileSync(process.argv[2], "utf8")), process.argv[3]];
const { chromium } = require(`${modules}/playwright-core`);
const { said } = require("./atlas/browser.cjs");

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

(async () => {
  const executablePath = require("child_process").execFileSync("which", [job.browser]).toString().trim();
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const told = {};
  const tasks = { ...require("./atlas/pictures.cjs"), ...require("./atlas/way.cjs"), ...require("./atlas/texts.cjs"), ...require("./atlas/shapes.cjs") };
  for (const [name, of] of Object.entries(job.tasks)) {
    told[name] = [];
    for (const one of of) told[name].push(await tasks[name](browser, one, modules));
  }
  await browser.close();
  console.log(JSON.stringify({ ...told, said }));
})().catch((error) => {
  console.error(error);
  process.exit(1);
});

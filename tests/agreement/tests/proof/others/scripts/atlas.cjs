// node atlas.cjs JOB MODULES: opens atlases in a browser, does what people do there, and prints what came of it.
const fs = require("fs");
const [job, modules] = [JSON.parse(fs.readFileSync(process.argv[2], "utf8")), process.argv[3]];
const { chromium } = require(`${modules}/playwright-core`);

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };
const said = [];

async function opened(browser, file, options = {}) {
  const context = await browser.newContext({ viewport: WIDE, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60000);
  page.on("console", (message) => said.push(`${file}: ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`${file}: ${error.stack}`));
  page.on("request", (request) => /^(file|data|blob):/.test(request.url()) || said.push(`${file}: asks for ${request.url()}`));
  await page.goto(`file://${file}`);
  await page.waitForSelector("html[data-ready]");
  return page;
}

async function go(page, hash) {
  await page.evaluate((hash) => { location.hash = hash; }, hash);
  await page.waitForFunction((hash) => location.hash === hash, hash);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

// Boxes of a picture that overlap, texts that are not within theirs, and how large the writing is on the screen.
function look() {
  const groups = [...document.querySelectorAll("svg.picture g.type")];
  const of = (element) => element.getBoundingClientRect();
  const boxes = groups.map((group) => ({ name: group.dataset.name, ...of(group.querySelector("rect")).toJSON(), texts: [...group.querySelectorAll("text")].map(of).filter((text) => text.width > 0) }));
  const overlaps = [];
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom) overlaps.push(`${one.name} ${other.name}`);
    }
  }
  const spills = boxes.filter((box) => box.texts.some((text) => text.left < box.left || text.right > box.right || text.top < box.top - 1 || text.bottom > box.bottom + 1)).map((box) => box.name);
  const crossed = boxes.filter((box) => box.texts.some((text, index) => box.texts.some((other, second) => index < second && text.left < other.right && other.left < text.right && text.top + 3 < other.bottom && other.top + 3 < text.bottom))).map((box) => box.name);
  const frame = of(document.querySelector("svg.picture"));
  const writing = Math.max(0, ...boxes.flatMap((box) => box.texts).map((text) => text.height));
  const seen = boxes.filter((box) => box.right > frame.left && box.left < frame.right && box.bottom > frame.top && box.top < frame.bottom).length;
  return { boxes: boxes.length, overlaps, spills, crossed, writing, seen, lines: document.querySelectorAll("svg.picture .line").length };
}

async function pictures(browser, { file, name, count }) {
  const page = await opened(browser, file);
  const found = { first: null, all: null };
  await go(page, `#/picture/${name}`);
  found.first = await page.evaluate(look);
  await go(page, `#/picture/${name}?size=${count}`);
  found.all = await page.evaluate(look);
  await page.click("text=fit");
  found.fitted = await page.evaluate(look);
  // A row is opened and closed again, by the pointer and by the keyboard.
  await go(page, `#/picture/${name}?size=2`);
  const boxes = () => page.locator("svg.picture g.type").count();
  found.steps = [await boxes()];
  await page.locator("a.row[aria-expanded=false]").first().click();
  await page.waitForFunction(() => location.hash.includes("more="));
  found.steps.push(await boxes());
  await page.goBack();
  found.steps.push(await boxes());
  await page.locator("a.row[aria-expanded=false]").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash.includes("more="));
  found.steps.push(await boxes());
  await page.context().close();
  return found;
}

async function found(page, text) {
  await page.keyboard.press("/");
  await page.fill("#query", text);
  await page.waitForFunction((text) => decodeURIComponent(location.hash) === `#/search/${text}`, text);
  return page.locator("a.result").evaluateAll((all) => all.slice(0, 5).map((one) => `${one.querySelector("strong").textContent} ${one.querySelector(".what").textContent}`));
}

async function walk(browser, { file, searches, type, member }) {
  const page = await opened(browser, file);
  const told = { searches: {}, keys: [] };
  for (const text of searches) told.searches[text] = await found(page, text);
  // By the keyboard alone: search, down to the second result, and back to the field; then the first.
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type(type);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  told.keys.push(await page.evaluate(() => document.activeElement.id));
  await page.keyboard.press("Enter");
  await page.waitForSelector("article");
  told.keys.push(await page.textContent("h1"));
  await page.keyboard.press("p");
  await page.waitForSelector("svg.picture");
  told.keys.push(await page.title());
  await page.goBack();
  await page.waitForSelector("article");
  await page.click(`tr[data-member="${member}"] a.anchor`);
  await page.waitForSelector("tr.marked");
  told.keys.push(new URL(page.url()).hash);
  await page.keyboard.press("h");
  await page.waitForSelector("main.home");
  // An address that somebody shared, opened anew.
  const shared = await opened(browser, `${file}${told.keys.at(-1)}`);
  told.keys.push(await shared.locator("tr.marked").getAttribute("data-member"));
  await page.context().close();
  return told;
}

// Every link on the page of each type, or of some, leads to a page.
async function links(browser, { file, every }) {
  const page = await opened(browser, file);
  const told = await page.evaluate((every) => {
    const dead = new Set();
    let checked = 0;
    for (const name of [...types.keys()].filter((name, index) => index % every === 0)) {
      const made = typePage(name, {});
      for (const details of made.querySelectorAll("details")) details.open = true;
      for (const one of made.querySelectorAll("a[href]")) {
        const { page, name: to, parameters } = globalThis.told(one.getAttribute("href"));
        checked++;
        const type = types.get(to);
        const member = parameters.member;
        const has = !member || members(type).some((one) => one.member.name === member) || type.values?.some((one) => one.name === member);
        if (!["type", "picture"].includes(page) || !type || !has) dead.add(one.getAttribute("href"));
      }
    }
    return { checked, dead: [...dead] };
  }, every);
  await page.context().close();
  return told;
}

async function examples(browser, file) {
  const page = await opened(browser, file);
  const told = await page.evaluate(async () => {
    const payloads = data.types.filter((type) => !type.gone && ["entity type", "complex type", "action"].includes(type.kind))
      .flatMap((type) => {
        const made = example(type);
        return made ? [[type.name, JSON.stringify(made.value), made.missing.length]] : [];
      });
    return { payloads, definitions: [...await bundle()], alone: whole(await bundle(), data.dialect, payloads[0][0]) };
  });
  await page.context().close();
  return told;
}

// What one writes in Rust, by the names of types.
async function rust(browser, file) {
  const page = await opened(browser, file);
  const told = await page.evaluate(() => data.types.map((type) => [type.name, rustOf(type)]).filter(([, text]) => text));
  await page.context().close();
  return told;
}

// Why Mermaid cannot read a diagram; nothing if it can.
async function mermaid(browser, text) {
  const page = await browser.newPage();
  await page.addScriptTag({ path: `${modules}/mermaid/dist/mermaid.min.js` });
  const told = await page.evaluate(async (text) => {
    globalThis.mermaid.initialize({ startOnLoad: false, maxTextSize: 1e7 });
    return globalThis.mermaid.parse(text).then(() => null, (error) => String(error.message));
  }, text);
  await page.close();
  return told;
}

async function shapes(browser, { file, hashes }) {
  const told = { over: [], paper: [] };
  const page = await opened(browser, file, { viewport: NARROW, isMobile: true, hasTouch: true });
  for (const hash of hashes) {
    await go(page, hash);
    const [wide, all] = await page.evaluate(() => [innerWidth, document.scrollingElement.scrollWidth]);
    if (all > wide) told.over.push(`${hash}: ${all} of ${wide}`);
  }
  await page.context().close();
  for (const colorScheme of ["light", "dark"]) {
    const page = await opened(browser, file, { colorScheme });
    await go(page, hashes.at(-1));
    told.paper.push(await page.evaluate(() => {
      const light = (color) => color.match(/[\d.]+/g).slice(0, 3).map((part) => Number(part) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
      const contrast = (left, right) => (Math.max(light(left), light(right)) + 0.05) / (Math.min(light(left), light(right)) + 0.05);
      const style = (selector) => getComputedStyle(document.querySelector(selector));
      return {
        paper: light(style("body").backgroundColor),
        text: contrast(style("body").color, style("body").backgroundColor),
        box: contrast(style("svg.picture g.type text.name").fill, style("svg.picture g.type rect").fill),
        kind: contrast(style("svg.picture g.type text.kind").fill, style("svg.picture g.type rect").fill),
      };
    }));
    await page.context().close();
  }
  return told;
}

async function hostile(browser, { file, hashes }) {
  const page = await opened(browser, file);
  for (const hash of hashes) await go(page, hash);
  const told = await page.evaluate(() => ({
    ran: globalThis.taken === true,
    shown: document.querySelector(".says").textContent,
    elements: document.querySelectorAll("main img, main b, main script").length,
  }));
  // Even a script that got into the page is not run.
  const before = said.length;
  told.inserted = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.taken = true";
    document.body.append(script);
    return globalThis.taken === true;
  });
  told.refused = said.splice(before).length > 0;
  await page.context().close();
  return told;
}

async function update(browser, { file, gone, changed, breaking }) {
  const page = await opened(browser, file);
  const told = {};
  await go(page, "#/changes");
  told.sections = await page.locator("section.change").count();
  await go(page, "#/changes?only=breaking");
  told.breaking = await page.locator("section.change").count();
  await go(page, `#/type/${gone}`);
  told.gone = await page.textContent("p.kind");
  await go(page, `#/type/${changed}`);
  told.changed = await page.textContent("table.changes");
  await go(page, `#/picture/${breaking}`);
  told.marked = await page.getAttribute("svg.picture g.type.root", "class");
  await page.context().close();
  return told;
}

(async () => {
  const executablePath = require("child_process").execFileSync("which", [job.browser]).toString().trim();
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const told = {};
  const tasks = { pictures, rust, mermaid, walk, links, examples, shapes, hostile, update };
  for (const [name, of] of Object.entries(job.tasks)) {
    told[name] = [];
    for (const one of of) told[name].push(await tasks[name](browser, one));
  }
  await browser.close();
  console.log(JSON.stringify({ ...told, said }));
})().catch((error) => {
  console.error(error);
  process.exit(1);
});

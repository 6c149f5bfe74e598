// Small screens, light and dark; a hostile schema; an update.
const { opened, go, said } = require("./browser.cjs");

const NARROW = { width: 360, height: 740 };

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

// Light and dark by choice, with the keyboard alone: what is seen, and what is kept.
async function schemes(browser, { file, hash }) {
  const told = [];
  const seen = (page) => page.evaluate(() => {
    const dark = (color) => color.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) < 384;
    const style = (selector) => getComputedStyle(document.querySelector(selector));
    return [style("body").backgroundColor, style("svg.picture g.type rect").fill].map((color) => (dark(color) ? "dark" : "light"))
      .concat(document.getElementById("scheme").value, style("html").colorScheme);
  });
  // Without a store, as in a frame that may not have one, it holds as long as the page is open.
  for (const stored of [true, false]) {
    const page = await opened(browser, file, { colorScheme: "light" });
    if (!stored) await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } }));
    const again = async () => {
      await page.reload();
      await page.waitForSelector("html[data-ready]");
      await go(page, hash);
      return seen(page);
    };
    const by = { start: await again() };
    await page.focus("#query");
    while (await page.evaluate(() => document.activeElement.id) !== "scheme") await page.keyboard.press("Tab");
    await page.keyboard.type("dark");
    by.chosen = await seen(page);
    by.again = await again();
    await page.selectOption("#scheme", "system");
    await page.emulateMedia({ colorScheme: "dark" });
    by.system = await seen(page);
    await page.selectOption("#scheme", "light");
    by.against = await seen(page);
    told.push(by);
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
  await go(page, "#/");
  [told.marks, told.legend] = await page.evaluate(() => {
    const mark = (element) => [element.textContent, getComputedStyle(element, "::after").content, getComputedStyle(element).textDecorationLine];
    return ["section a.type", ".legend .sample"].map((what) => [...document.querySelectorAll(`main ${what}`)].map(mark));
  });
  await go(page, "#/changes");
  told.sections = await page.locator("section.change").count();
  await go(page, "#/changes?only=breaking");
  told.breaking = await page.locator("section.change").count();
  await go(page, `#/type/${gone}`);
  told.gone = await page.textContent("p.kind");
  await go(page, `#/type/${changed}`);
  told.changed = await page.textContent("table.changes");
  await go(page, `#/picture/${breaking}`);
  told.boxes = await page.locator(".legend .sample.box").count();
  told.marked = await page.getAttribute("svg.picture g.type.root", "class");
  await page.context().close();
  return told;
}

module.exports = { shapes, schemes, hostile, update };

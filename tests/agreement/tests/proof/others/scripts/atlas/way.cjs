// What people do who look for something: search, keys, links.
const { opened, go } = require("./browser.cjs");

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

// Pages that are only looked at: what is wrong there is said in the console.
async function visit(browser, { file, hashes }) {
  const page = await opened(browser, file);
  const told = [];
  for (const hash of hashes) {
    await go(page, hash);
    told.push(await page.evaluate(() => document.getElementById("main").textContent.length));
  }
  await page.context().close();
  return told;
}

module.exports = { walk, links, visit };

// What pictures look like, and that rows open and close.
const { opened, go } = require("./browser.cjs");

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

module.exports = { pictures };

// Pages in a browser, and all that is said in their consoles.
const WIDE = { width: 1280, height: 900 };
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

module.exports = { opened, go, said };

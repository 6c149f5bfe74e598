// Texts that pages make for other tools.
const { opened } = require("./browser.cjs");

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
async function mermaid(browser, text, modules) {
  const page = await browser.newPage();
  await page.addScriptTag({ path: `${modules}/mermaid/dist/mermaid.min.js` });
  const told = await page.evaluate(async (text) => {
    globalThis.mermaid.initialize({ startOnLoad: false, maxTextSize: 1e7 });
    return globalThis.mermaid.parse(text).then(() => null, (error) => String(error.message));
  }, text);
  await page.close();
  return told;
}

module.exports = { examples, rust, mermaid };

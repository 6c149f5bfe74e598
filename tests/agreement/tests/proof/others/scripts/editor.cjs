// node editor.cjs JOB MODULES: what VS Code's JSON language service completes, shows and finds at the place of each `|`.
const fs = require("fs");
const [job, modules] = [JSON.parse(fs.readFileSync(process.argv[2], "utf8")), process.argv[3]];
const { getLanguageService, TextDocument } = require(`${modules}/vscode-json-languageservice`);

const plain = (text) => String(text?.value ?? text ?? "").replace(/\\(.)/g, "$1");
const ask = async ([schema, text]) => {
  const service = getLanguageService({});
  service.configure({ validate: true, schemas: [{ uri: "mem://schema.json", fileMatch: ["*.json"], schema: job.schemas[schema] }] });
  const [offset, content] = [text.indexOf("|"), text.replace("|", "")];
  const document = TextDocument.create("file:///payload.json", "json", 1, content);
  const json = service.parseJSONDocument(document);
  const position = document.positionAt(offset);
  const { items } = await service.doComplete(document, position, json);
  const hover = await service.doHover(document, position, json);
  return {
    labels: items.map((item) => item.label),
    documented: Object.fromEntries(items.map((item) => [item.label, plain(item.documentation)])),
    hover: plain(hover?.contents?.[0]),
    problems: (await service.doValidation(document, json)).map((problem) => problem.message),
  };
};
Promise.all(job.asked.map(ask)).then((said) => console.log(JSON.stringify(said)));

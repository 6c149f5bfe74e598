"use strict";
// The JSON Schema: one bundle of definitions, unpacked when one of them is first looked at. Definitions stay texts, since numbers
// of 64 bits are more than a script can hold.

const REFERENCE = /("\$ref": )("(?:[^"\\]|\\.)*")/;

// The texts of the definitions by their names.
const bundle = (() => {
  let unpacked;
  return () => (unpacked ??= unpack());
})();

async function unpack() {
  const packed = Uint8Array.from(atob(document.getElementById("definitions").textContent), (one) => one.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Map(Object.entries(JSON.parse(await new Response(stream).text())));
}

// The definition that a reference names.
function referred(reference) {
  const path = /^#\/\$defs\/(.*)$/.exec(JSON.parse(reference));
  return path ? decodeURIComponent(path[1]).replaceAll("~1", "/").replaceAll("~0", "~") : null;
}

// Definitions as the members of an object.
function joined(definitions, indent) {
  const lines = definitions.map(([name, text]) => `${JSON.stringify(name)}: ${text}`).join(",\n");
  return lines.replaceAll(/^/gm, indent);
}

// A document that stands alone: what a type's definition refers to, and what that refers to.
function whole(definitions, dialect, name) {
  const needed = new Map([[name, definitions.get(name)]]);
  // What is added while it is walked is walked too.
  for (const text of needed.values()) {
    for (const [, , reference] of text.matchAll(new RegExp(REFERENCE, "g"))) {
      const key = referred(reference);
      if (definitions.has(key)) needed.set(key, definitions.get(key));
    }
  }
  const $ref = `#/$defs/${encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
  return `{\n  "$schema": ${JSON.stringify(dialect)},\n  "$ref": ${JSON.stringify($ref)},\n  "$defs": {\n${joined([...needed], "    ")}\n  }\n}`;
}

// JSON as text with links where it refers to types.
function linked(text) {
  return text.split(REFERENCE).map((part, index) => {
    if (index % 3 !== 2) return part;
    const name = referred(part)?.replace(/:.*$/, "");
    return types.has(name) ? h("a", { href: address("type", name) }, part) : part;
  });
}

// What the page of a type shows.
async function definitionsOf(type) {
  const definitions = await bundle();
  if (!definitions.has(type.name)) return h("p", null, "None: it is no payload by itself.");
  const own = [...definitions].filter(([name]) => name === type.name || name.startsWith(`${type.name}:`));
  const shown = own.length === 1 ? own[0][1] : `{\n${joined(own, "  ")}\n}`;
  return h("div", null,
    h("p", null, "In the strict profile. Copied, it is a whole document with everything that it refers to."),
    code(() => whole(definitions, data.dialect, type.name), linked(shown)));
}

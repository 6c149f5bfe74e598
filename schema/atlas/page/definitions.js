"use strict";
// The JSON Schema: one bundle of definitions, unpacked when one of them is first looked at.

const bundle = (() => {
  let unpacked;
  return () => (unpacked ??= unpack());
})();

async function unpack() {
  const packed = Uint8Array.from(atob(document.getElementById("definitions").textContent), (one) => one.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

// The definition that a reference names.
function referred(reference) {
  const path = /^#\/\$defs\/(.*)$/.exec(reference);
  return path ? decodeURIComponent(path[1]).replaceAll("~1", "/").replaceAll("~0", "~") : null;
}

// The definitions of a type: the one that is named so, and its parts.
function own(definitions, name) {
  return Object.fromEntries(Object.entries(definitions).filter(([key]) => key === name || key.startsWith(`${name}:`)));
}

// A document that stands alone: what a type's definition refers to, and what that refers to.
function whole(document, name) {
  const needed = {};
  const open = [name];
  while (open.length > 0) {
    const key = open.pop();
    if (key in needed || !(key in document.$defs)) continue;
    needed[key] = document.$defs[key];
    const walk = (value) => {
      if (value === null || typeof value !== "object") return;
      if (typeof value.$ref === "string") open.push(referred(value.$ref));
      Object.values(value).forEach(walk);
    };
    walk(needed[key]);
  }
  const $ref = `#/$defs/${encodeURIComponent(name).replaceAll("~", "~0").replaceAll("%2F", "~1")}`;
  return { $schema: document.$schema, $ref, $defs: needed };
}

// JSON as text with links where it refers to types.
function linked(value) {
  const parts = JSON.stringify(value, null, 2).split(/("\$ref": )("(?:[^"\\]|\\.)*")/);
  return parts.map((part, index) => {
    if (index % 3 !== 2) return part;
    const name = referred(JSON.parse(part))?.replace(/:.*$/, "");
    return types.has(name) ? h("a", { href: address("type", name) }, part) : part;
  });
}

// What the page of a type shows.
async function definitionsOf(type) {
  const document = await bundle();
  const definitions = own(document.$defs, type.name);
  if (Object.keys(definitions).length === 0) return h("p", null, "None: it is no payload by itself.");
  const shown = Object.values(definitions).length === 1 ? Object.values(definitions)[0] : definitions;
  return h("div", null,
    h("p", null, "In the strict profile. Copied, it is a whole document with everything that it refers to."),
    code(JSON.stringify(whole(document, type.name), null, 2), linked(shown)));
}

"use strict";
// Addresses within the page: what is shown is told by what follows `#`, so that it can be shared.

// `#/type/ns.Type?member=subject`
function address(page, name, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== "" && value !== false);
  const query = given.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
  return `#/${page}${name ? "/" + encodeURIComponent(name) : ""}${query ? "?" + query : ""}`;
}

// What an address tells; one that is no address of this page is that of the first page.
function told(hash) {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const [page, ...rest] = path.split("/");
  const decode = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  const parameters = {};
  for (const part of query.split("&").filter((part) => part)) {
    const [key, value = ""] = part.split(/=(.*)/s);
    parameters[key] = decode(value);
  }
  return { page: decode(page), name: decode(rest.join("/")), parameters };
}

// A link to a type, or to a property of it; a name that is none is only text.
function link(name, member, text) {
  const type = types.get(name);
  if (!type) return h("code", null, text ?? name);
  const mark = verdict(name);
  return h("a", {
    href: address("type", name, { member }), title: name, class: mark ? `type ${mark}` : "type",
  }, text ?? (member ? `${simple(name)}/${member}` : simple(name)));
}

// What the marks say, if there are some: at links, or at boxes of pictures, which have none for what is gone.
function legend(atBoxes) {
  const shown = MARKS.filter(([mark]) => !atBoxes || mark !== "gone");
  return data.changes && h("p", { class: "legend" }, shown.map(([mark, says]) =>
    h("span", null, h("span", { class: `sample ${atBoxes ? "box" : "type"} ${mark}` }, "type"), ` ${says}`)));
}

// A type as it is written, with a link in it.
function typeLink(text) {
  const { name, many } = item(text);
  const of = link(name);
  return many ? h("span", { title: text }, "list of ", of) : of;
}

"use strict";
// Elements. What a schema says comes here as text and stays text: nothing in this page writes HTML.

const SVG = "http://www.w3.org/2000/svg";

// An element with attributes and children: elements, texts, lists of them, or nothing.
function h(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

// The same in a picture.
function s(name, attributes, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

// `items` with `text` between them.
function between(items, text) {
  return items.flatMap((item, index) => (index === 0 ? [item] : [text, item]));
}

// A number of things in words.
function counted(number, one, many = one + "s") {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

// A part of a page that can be folded, and that is made when it is first opened.
function folded(title, make, open = false) {
  const body = h("div");
  const details = h("details", { ontoggle: () => details.open && !body.hasChildNodes() && body.append(...[make()].flat()) },
    h("summary", null, title), body);
  details.open = open;
  return details;
}

// A block of code with a button that copies it; `shown` is what stands there if it is not plain text. A text that takes long to
// make is made when it is copied.
function code(text, shown = text) {
  const button = h("button", {
    type: "button", class: "copy", onclick: async () => {
      button.textContent = (await copied(typeof text === "function" ? text() : text)) ? "copied" : "cannot copy";
      setTimeout(() => { button.textContent = "copy"; }, 1500);
    },
  }, "copy");
  return h("div", { class: "code" }, button, h("pre", { tabindex: "0" }, h("code", null, shown)));
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages that are opened as files may not have a clipboard; this way is old and works there.
    const area = h("textarea", { class: "hidden" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

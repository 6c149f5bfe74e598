"use strict";
// A picture of what types lead to. What is shown is told by the address: the type that it begins with, how many types are shown
// of those that are reached, and which are shown or hidden beside that. Every change is an address, so going back undoes it.

const SIZES = [10, 20, 40, 80, 160, 320];

function picturePage(name, parameters) {
  const type = types.get(name);
  const starts = name ? (type ? [type] : []) : beginnings();
  const state = stateOf(parameters);
  if (starts.length === 0) return h("p", null, "There is nothing to draw.");
  const shown = reached(starts, state);
  const boxes = [...shown].map((one) => box(one, state, shown, state.long.has(one.name) || (starts.length === 1 && starts[0] === one)));
  const drawing = draw(boxes, name, state, shown, starts);
  const viewer = view(drawing, boxes.find((one) => one.type === starts[0]));
  const hidden = new Set(boxes.flatMap((one) => one.rows.flatMap((row) => row.to)).filter((to) => !shown.has(to)));
  const tools = h("div", { class: "tools" },
    h("strong", null, type ? ["What ", link(name), " reaches"] : "What there is"),
    h("label", null, "types ", h("select", { onchange: (event) => { location.hash = pictureAddress(name, state, { size: Number(event.target.value), more: new Set(), less: new Set() }); } },
      [...new Set([...SIZES, state.size])].sort((left, right) => left - right).map((size) =>
        h("option", { value: size, selected: size === state.size }, String(size))))),
    h("label", null, h("input", { type: "checkbox", checked: state.enumerations, onchange: (event) => { location.hash = pictureAddress(name, state, { enumerations: event.target.checked }); } }), " enumerations"),
    h("span", { class: "buttons" },
      h("button", { type: "button", title: "Smaller (−)", onclick: () => viewer.zoom(1 / 1.25) }, "−"),
      h("button", { type: "button", title: "Larger (+)", onclick: () => viewer.zoom(1.25) }, "+"),
      h("button", { type: "button", title: "All of it (0)", onclick: () => viewer.fit() }, "fit")),
    h("span", { class: "status", role: "status" }, `${counted(shown.size, "type")}${hidden.size > 0 ? `, ${hidden.size} more beside them: a row with ▸ shows what it leads to` : ""}`));
  const page = h("div", { class: "pictured" }, tools, legend(true), viewer.element);
  page.leave = viewer.leave;
  requestAnimationFrame(() => viewer.begin());
  return page;
}

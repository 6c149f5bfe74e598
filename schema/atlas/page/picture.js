"use strict";
// A picture of what types lead to. What is shown is told by the address: the type that it begins with, how many types are shown
// of those that are reached, and which are shown or hidden beside that. Every change is an address, so going back undoes it.

const SIZES = [10, 20, 40, 80, 160, 320];
const ROWS_SHOWN = 12;
const LONGEST = 38;
const BOX = { row: 19, head: 44, padding: 10, least: 120 };

function canPicture(type) {
  return ["entity type", "complex type", "action"].includes(type.kind) && !type.gone;
}

// Where a picture without a type begins: with the roots, or with what nothing leads to.
function beginnings() {
  const roots = data.roots.flatMap((root) => [...types.values()].filter(({ name }) => name === root || name.startsWith(`${root}(`)));
  if (roots.length > 0) return roots;
  const all = data.types.filter((type) => canPicture(type) && type.kind !== "action");
  const first = all.filter((type) => !type.base && users(type).every(({ owner }) => owner === type));
  return first.length > 0 ? first : all;
}

// The rows of a box: each leads to types. Properties are there that the type inherits, but for those of a base that is shown.
function rowsOf(type, enumerations, shown) {
  const rows = [];
  if (type.base && types.has(type.base)) rows.push({ text: `derives from ${simple(type.base)}`, to: [types.get(type.base)], how: "base" });
  for (const { member, owner } of members(type)) {
    if (owner !== type && shown?.has(owner)) continue;
    const to = targets(member).filter((one) => !one.gone && (canPicture(one) || (enumerations && one.kind === "enumeration type")));
    if (to.length > 0) rows.push({ text: `${member.name}: ${to.map((one) => simple(one.name)).join(" | ")}${item(member.type).many ? "[]" : ""}`, to, how: "holds" });
  }
  const below = (derived.get(type.name) ?? []).filter((one) => !one.gone);
  if (below.length > 0) rows.push({ text: counted(below.length, "derived type"), to: below, how: "derived" });
  return rows;
}

// What is shown: the types that are reached first, as many as are wanted; then those that were asked for. What a type derives from
// is only shown where that is asked for: in many schemas everything derives from one type, which tells nothing.
function reached(starts, state) {
  const shown = new Set();
  const walk = (may) => {
    const open = [...starts];
    const seen = new Set(starts);
    while (open.length > 0) {
      const type = open.shift();
      if (!may(type)) continue;
      shown.add(type);
      for (const row of rowsOf(type, state.enumerations)) {
        for (const to of row.to) {
          if (seen.has(to) || (row.how === "base" && !state.more.has(to.name))) continue;
          seen.add(to);
          open.push(to);
        }
      }
    }
  };
  walk((type) => shown.size < state.size && !state.less.has(type.name));
  const kept = new Set(shown);
  shown.clear();
  walk((type) => (kept.has(type) || state.more.has(type.name)) && !state.less.has(type.name));
  return shown;
}

function stateOf(parameters) {
  const names = (text) => new Set((text ?? "").split(" ").filter((name) => name));
  return {
    size: Number(parameters.size) || 20,
    enumerations: parameters.enumerations !== "no",
    more: names(parameters.more),
    less: names(parameters.less),
    long: names(parameters.long),
  };
}

function pictureAddress(name, state, changes = {}) {
  const next = { ...state, ...changes };
  return address("picture", name, {
    size: next.size === 20 ? undefined : next.size,
    enumerations: next.enumerations ? undefined : "no",
    more: [...next.more].join(" "),
    less: [...next.less].join(" "),
    long: [...next.long].join(" "),
  });
}

// The address at which a row's types are shown, or are not.
function toggled(name, state, to, shown) {
  const more = new Set(state.more);
  const less = new Set(state.less);
  const hide = to.every((type) => shown.has(type));
  for (const type of to) {
    (hide ? less : more).add(type.name);
    (hide ? more : less).delete(type.name);
  }
  return pictureAddress(name, state, { more, less });
}

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
  const page = h("div", { class: "pictured" }, tools, viewer.element);
  page.leave = viewer.leave;
  requestAnimationFrame(() => viewer.begin());
  return page;
}

// How wide a character of the pictures' writing is.
const characterWidth = (() => {
  let width;
  return () => {
    if (width) return width;
    const text = s("text", null, "M".repeat(50));
    const probe = s("svg", { class: "picture probe" }, s("g", { class: "type" }, text));
    document.body.append(probe);
    width = text.getComputedTextLength() / 50 || 7.3;
    probe.remove();
    return width;
  };
})();

function short(text) {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

// A box: its rows, and how big it is.
function box(type, state, shown, long) {
  const all = rowsOf(type, state.enumerations, shown);
  const rows = all.length > ROWS_SHOWN + 1 && !long
    ? [...all.slice(0, ROWS_SHOWN), { text: `… ${all.length - ROWS_SHOWN} more`, to: all.slice(ROWS_SHOWN).flatMap((row) => row.to), how: "more" }]
    : all;
  const count = (type.values ?? type.members ?? []).length;
  const about = `${type.abstract ? "abstract " : ""}${type.kind}, ${count}`;
  const texts = [simple(type.name), about, ...rows.map((row) => `▸ ${row.text}`)].map((text) => short(text).length);
  const width = Math.max(BOX.least, Math.ceil(Math.max(texts[0] + 4, ...texts) * characterWidth() * 1.06) + 2 * BOX.padding);
  const height = BOX.head + rows.length * BOX.row + (rows.length > 0 ? BOX.padding / 2 : 0);
  return { type, rows, about, width, height, shown };
}

// Puts the boxes where they do not overlap, and draws them.
function draw(boxes, name, state, shown, starts) {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", rankalign: "top", nodesep: 18, ranksep: 64, edgesep: 8, ranker: boxes.length > 100 ? "tight-tree" : "network-simplex" });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const one of boxes) graph.setNode(one.type.name, { width: one.width, height: one.height });
  const lines = [];
  for (const from of boxes) {
    from.rows.forEach((row, index) => {
      for (const to of new Set(row.to)) {
        // What derives is drawn from the base, once.
        if (!shown.has(to) || (row.how === "base" && shown.has(to))) continue;
        lines.push({ from, row, index, to: boxes.find((one) => one.type === to), id: String(lines.length) });
      }
    });
  }
  for (const line of lines) if (line.from !== line.to) graph.setEdge(line.from.type.name, line.to.type.name, {}, line.id);
  dagre.layout(graph);
  const size = graph.graph();
  const place = (turned) => {
    for (const one of boxes) {
      const { x, y } = graph.node(one.type.name);
      Object.assign(one, { x: Math.round(x - one.width / 2), y: Math.round((turned ? size.height - y : y) - one.height / 2) });
    }
    return crossings(lines);
  };
  // Rows are not known to the layout, to which upside down is the same.
  const [turned, straight] = [place(true), place(false)];
  if (turned < straight) place(true);
  const paths = lines.map((line) => path(line, way(graph, line).map(({ x, y }) => ({ x, y: turned < straight ? size.height - y : y }))));
  return { width: size.width, height: size.height, paths, groups: boxes.map((one) => group(one, name, state, shown, starts)) };
}

// How often lines from the same box cross.
function crossings(lines) {
  let count = 0;
  for (const some of grouped(lines, (line) => line.from).values()) {
    for (const [index, one] of some.entries()) {
      for (const other of some.slice(index + 1)) if (one.index < other.index && one.to.y > other.to.y) count++;
    }
  }
  return count;
}

// The places between two boxes through which a line goes, so that it goes through no box; none between neighbours.
function way(graph, { from, to, id }) {
  const ranks = [from, to].map((one) => graph.node(one.type.name).rank);
  return ranks[1] - ranks[0] > 2 ? graph.edge(from.type.name, to.type.name, id).points.slice(2, -2) : [];
}

function path({ from, row, index, to }, points) {
  const start = { x: from.x + from.width, y: from.y + BOX.head + index * BOX.row + BOX.row / 2 - 2 };
  const forward = to.x >= start.x;
  const end = { x: forward ? to.x : to.x + to.width, y: to.y + 18 };
  const middle = forward ? points : [];
  const all = [start, ...middle, end];
  let d = `M${start.x} ${start.y}`;
  for (let at = 1; at < all.length; at++) {
    const [left, right] = [all[at - 1], all[at]];
    if (!forward) {
      const bend = Math.max(left.x, right.x) + 36;
      d += `C${bend} ${left.y} ${bend} ${right.y} ${right.x} ${right.y}`;
    } else {
      const bend = (left.x + right.x) / 2;
      d += `C${bend} ${left.y} ${bend} ${right.y} ${right.x} ${right.y}`;
    }
  }
  const back = forward ? -7 : 7;
  const kind = row.how === "derived" ? " derives" : "";
  const lit = { "data-from": from.type.name, "data-to": to.type.name };
  return [
    s("path", { class: `line${kind}${forward ? "" : " back"}`, d, ...lit }),
    s("path", { class: `head${kind}`, d: `M${end.x} ${end.y}l${back} -4v8Z` }),
  ];
}

function group(one, name, state, shown, starts) {
  const { type, rows, x, y, width, height } = one;
  const class_ = type.abstract ? "abstract" : type.kind.split(" ")[0];
  const left = x + BOX.padding;
  const mark = verdict(type.name);
  const lit = (on) => () => document.querySelectorAll(".picture .line").forEach((line) =>
    line.classList.toggle("lit", on && (line.dataset.from === type.name || line.dataset.to === type.name)));
  return s("g", { class: `type ${class_}${starts.includes(type) ? " root" : ""}${mark ? ` ${mark}` : ""}`, "data-name": type.name, onpointerenter: lit(true), onpointerleave: lit(false) },
    s("rect", { x, y, width, height, rx: 6 }),
    s("a", { href: address("type", type.name) }, s("title", null, type.name),
      s("text", { class: "name", x: left, y: y + 18 }, short(simple(type.name)))),
    starts.length === 1 && starts[0] === type ? null : canPicture(type) && s("a", { href: pictureAddress(type.name, { ...state, more: new Set(), less: new Set() }), class: "focus", "aria-label": `Picture of ${simple(type.name)}` },
      s("title", null, "Begin the picture here"), s("text", { x: x + width - 20, y: y + 18 }, "◎")),
    s("text", { class: "kind", x: left, y: y + 34 }, one.about),
    rows.map((row, index) => {
      const open = row.to.every((to) => shown.has(to));
      const at = row.how === "more"
        ? pictureAddress(name, state, { long: new Set([...state.long, type.name]) })
        : toggled(name, state, row.to, shown);
      return s("a", { href: at, class: `row ${row.how}`, "data-anchor": type.name, "aria-expanded": row.how === "more" ? null : String(open) },
        s("title", null, row.how === "more" ? "Show all rows" : `${open ? "Hide" : "Show"} ${row.text}`),
        s("text", { x: left, y: y + BOX.head + index * BOX.row + 11 }, short(`${row.how === "more" ? "" : open ? "▾ " : "▸ "}${row.text}`)));
    }));
}

// Where the picture was when a row was chosen, so that its box stays under the pointer.
let anchored = null;

// A picture that is moved and zoomed: by dragging, two fingers, the wheel, and keys.
function view(drawing, first) {
  const layer = s("g", null, drawing.paths, drawing.groups);
  const svg = s("svg", { class: `picture${drawing.groups.length > 40 ? " many" : ""}`, tabindex: "0", role: "group", "aria-label": "Picture: arrow keys move it, + and - zoom, 0 shows all of it" }, layer);
  let at = { x: 0, y: 0, scale: 1 };
  const apply = () => {
    layer.setAttribute("transform", `translate(${at.x} ${at.y}) scale(${at.scale})`);
    // From far away only names are written.
    svg.classList.toggle("far", at.scale < 0.35);
  };
  const zoomAt = (factor, x, y) => {
    const scale = Math.min(Math.max(at.scale * factor, 0.05), 4);
    at = { scale, x: x - (x - at.x) * (scale / at.scale), y: y - (y - at.y) * (scale / at.scale) };
    apply();
  };
  const middle = () => [svg.clientWidth / 2, svg.clientHeight / 2];
  const fit = () => {
    const scale = Math.min((svg.clientWidth - 32) / drawing.width, (svg.clientHeight - 32) / drawing.height, 1.2);
    at = { scale, x: (svg.clientWidth - drawing.width * scale) / 2, y: (svg.clientHeight - drawing.height * scale) / 2 };
    apply();
  };
  // All of it where that can be read; or else the first box, large enough.
  const begin = () => {
    fit();
    const box = anchored && drawing.groups.find((one) => one.dataset.name === anchored.name)?.querySelector("rect");
    if (box) {
      const scale = anchored.scale;
      at = { scale, x: anchored.x - Number(box.getAttribute("x")) * scale, y: anchored.y - Number(box.getAttribute("y")) * scale };
      drawing.groups.find((one) => one.dataset.name === anchored.name).querySelector("a.row")?.focus({ preventScroll: true });
    } else if (at.scale < 0.7) {
      const scale = 0.9;
      at = { scale, x: 24 - first.x * scale, y: svg.clientHeight / 2 - (first.y + Math.min(first.height, 300) / 2) * scale };
    }
    anchored = null;
    apply();
  };
  const pointers = new Map();
  let moved = 0;
  const listen = {
    wheel: (event) => {
      event.preventDefault();
      const { left, top } = svg.getBoundingClientRect();
      zoomAt(Math.exp(-event.deltaY / 400), event.clientX - left, event.clientY - top);
    },
    pointerdown: (event) => {
      pointers.set(event.pointerId, event);
      moved = 0;
    },
    pointermove: (event) => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
      moved += Math.abs(dx) + Math.abs(dy);
      if (moved > 4 && !svg.hasPointerCapture(event.pointerId)) svg.setPointerCapture(event.pointerId);
      const other = [...pointers.entries()].find(([id]) => id !== event.pointerId)?.[1];
      if (other) {
        const { left, top } = svg.getBoundingClientRect();
        const away = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
        zoomAt(away(event) / away(before), other.clientX - left, other.clientY - top);
      } else {
        at = { ...at, x: at.x + dx, y: at.y + dy };
        apply();
      }
      pointers.set(event.pointerId, event);
    },
    pointerup: (event) => pointers.delete(event.pointerId),
    pointercancel: (event) => pointers.delete(event.pointerId),
    dragstart: (event) => event.preventDefault(),
    click: (event) => {
      if (moved > 4) {
        event.preventDefault();
        return;
      }
      const row = event.target.closest?.("a.row");
      if (!row) return;
      const box = row.closest("g.type").querySelector("rect");
      anchored = { name: row.dataset.anchor, scale: at.scale, x: at.x + Number(box.getAttribute("x")) * at.scale, y: at.y + Number(box.getAttribute("y")) * at.scale };
    },
    keydown: (event) => {
      const moves = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
      if (moves) at = { ...at, x: at.x + moves[0], y: at.y + moves[1] };
      else if (event.key === "+" || event.key === "=") zoomAt(1.25, ...middle());
      else if (event.key === "-") zoomAt(1 / 1.25, ...middle());
      else if (event.key === "0") fit();
      else return;
      event.preventDefault();
      apply();
    },
    // What has the focus is to be seen.
    focusin: (event) => {
      const seen = event.target.getBoundingClientRect();
      const frame = svg.getBoundingClientRect();
      if (event.target === svg || (seen.left >= frame.left && seen.right <= frame.right && seen.top >= frame.top && seen.bottom <= frame.bottom)) return;
      at = { ...at, x: at.x + frame.left + frame.width / 3 - seen.left, y: at.y + frame.top + frame.height / 2 - seen.top };
      apply();
    },
  };
  for (const [name, listener] of Object.entries(listen)) svg.addEventListener(name, listener, { passive: false });
  return { element: svg, zoom: (factor) => zoomAt(factor, ...middle()), fit, begin, leave: () => pointers.clear() };
}

"use strict";
// Boxes and lines: how big they are, where they stand, and how they are drawn.

const ROWS_SHOWN = 12;
const LONGEST = 38;
const BOX = { row: 19, head: 44, padding: 10, least: 120 };

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
  const of = new Map(boxes.map((one) => [one.type, one]));
  const first = starts.flatMap((type) => of.get(type) ?? []);
  const lines = boxes.flatMap((from) => from.rows.flatMap((row, index) =>
    // What derives is drawn from the base, once.
    row.how === "base" ? [] : [...new Set(row.to)].filter((to) => shown.has(to)).map((to) => ({ from, row, index, to: of.get(to) }))));
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: "LR", rankalign: "top", nodesep: 18, ranksep: 72 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const one of boxes) graph.setNode(one.type.name, { width: one.width, height: one.height });
  for (const { from, to } of ways(lines, boxes, first)) graph.setEdge(from.type.name, to.type.name);
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
  return {
    width: size.width,
    height: size.height,
    paths: lines.map(path),
    groups: boxes.map((one) => group(one, name, state, shown, starts)),
    near: [...first, ...lines.filter((line) => first.includes(line.from)).map((line) => line.to)],
  };
}

// The lines by which each box is reached first. Only these are for the layout: so a box is as far to the right as it is far from
// where the picture begins, however much leads to it, and no line to the right goes through a box.
function ways(lines, boxes, starts) {
  const from = grouped(lines, (line) => line.from);
  const seen = new Set();
  const chosen = [];
  for (const start of [...starts, ...boxes]) {
    const open = seen.has(start) ? [] : [start];
    open.forEach((one) => seen.add(one));
    while (open.length > 0) {
      for (const line of from.get(open.shift()) ?? []) {
        if (seen.has(line.to)) continue;
        seen.add(line.to);
        chosen.push(line);
        open.push(line.to);
      }
    }
  }
  return chosen;
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

// A line from a row to the head of a box; to the left, or within a column, it goes around the right sides.
function path({ from, row, index, to }) {
  const start = { x: from.x + from.width, y: from.y + BOX.head + index * BOX.row + BOX.row / 2 - 2 };
  const forward = to.x >= start.x;
  const end = { x: forward ? to.x : to.x + to.width, y: to.y + 18 };
  const bend = forward ? (start.x + end.x) / 2 : Math.max(start.x, end.x) + 36;
  const back = forward ? -7 : 7;
  const kind = row.how === "derived" ? " derives" : "";
  return [
    s("path", {
      class: `line${kind}${forward ? "" : " back"}`, d: `M${start.x} ${start.y}C${bend} ${start.y} ${bend} ${end.y} ${end.x} ${end.y}`,
      "data-from": from.type.name, "data-to": to.type.name,
    }),
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

"use strict";
// A picture that is moved and zoomed.

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
      // What the first box leads to, where that can be read; at least that box.
      const [top, bottom] = [Math.min(...drawing.near.map((one) => one.y)), Math.max(...drawing.near.map((one) => one.y + one.height))];
      const scale = Math.min(0.95, (svg.clientHeight - 32) / (bottom - top));
      at = scale >= 0.6
        ? { scale, x: 24 - first.x * scale, y: svg.clientHeight / 2 - ((top + bottom) / 2) * scale }
        : { scale: 0.9, x: 24 - first.x * 0.9, y: svg.clientHeight / 2 - (first.y + Math.min(first.height, 300) / 2) * 0.9 };
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

"use strict";
// What a picture shows: which types are reached, and what their rows are.

function canPicture(type) {
  return ["entity type", "complex type", "action"].includes(type.kind) && !type.gone;
}

// Where a picture without a type begins: with the roots, or what is served, or what nothing leads to.
function beginnings() {
  const roots = data.roots.flatMap((root) => [...types.values()].filter(({ name }) => name === root || name.startsWith(`${root}(`)));
  const all = data.types.filter((type) => canPicture(type) && type.kind !== "action");
  if (roots.length > 0) return roots;
  if (data.served.length > 0) return all.filter((type) => served.has(type.name));
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

// What an address tells of a picture.
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

// The address of a picture, with some of it changed.
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

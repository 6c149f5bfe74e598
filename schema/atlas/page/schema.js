"use strict";
// The data of the page, and what follows from it.

const data = JSON.parse(document.getElementById("data").textContent);
const types = new Map(data.types.map((type) => [type.name, type]));
const derived = grouped(data.types.filter((type) => type.base), (type) => type.base);
const served = grouped(data.served, (element) => element.of);
const operations = grouped(data.types.filter((type) => type.bound), (type) => item(type.bound).name);
const changes = grouped(data.changes ?? [], (change) => change.target.split("/")[0]);

function grouped(all, by) {
  const groups = new Map();
  for (const one of all) {
    const key = by(one);
    if (groups.has(key)) groups.get(key).push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

// A type as it is written, `Collection(ns.T)`, as a name and whether there are many.
function item(text) {
  const inside = /^Collection\((.*)\)$/.exec(text);
  return { name: inside ? inside[1] : text, many: inside !== null };
}

// An example of a built-in type; nothing if there is none, or if it is of another kind.
function builtIn(name) {
  return data.builtIn[name]?.example;
}

// A name without its namespace.
function simple(name) {
  const end = name.indexOf("(");
  const plain = end < 0 ? name : name.slice(0, end);
  return plain.slice(plain.lastIndexOf(".") + 1);
}

function namespace(name) {
  const end = name.indexOf("(");
  const plain = end < 0 ? name : name.slice(0, end);
  return plain.slice(0, Math.max(plain.lastIndexOf("."), 0));
}

// What a type derives from, nearest first.
function ancestors(type) {
  const chain = [];
  for (let base = types.get(type.base); base && !chain.includes(base); base = types.get(base.base)) chain.push(base);
  return chain;
}

// What derives from a type, directly or not.
function descendants(type) {
  const found = new Set(derived.get(type.name));
  // What is added while it is walked is walked too.
  for (const next of found) for (const below of derived.get(next.name) ?? []) found.add(below);
  found.delete(type);
  return [...found];
}

// The properties of a type, inherited ones first, each with the type that it is of; one that is declared again stands where it
// was first declared.
function members(type) {
  const all = new Map();
  for (const owner of [type, ...ancestors(type)].reverse()) {
    for (const member of owner.members ?? []) all.set(member.name, { member, owner });
  }
  return [...all.values()];
}

// The types that values of a property have; more than one where the schema lists them.
function targets(member) {
  const of = types.get(member.union)?.alternatives ?? [member.type];
  return of.map((text) => types.get(item(text).name)).filter((type) => type);
}

// Where a type is named: by properties and parameters, and by what operations return. Made when it is first asked for.
const users = (() => {
  let all;
  return (type) => {
    all ??= findUsers();
    return all.get(type.name) ?? [];
  };
})();

function findUsers() {
  const all = new Map();
  const add = (name, use) => (all.has(name) ? all.get(name).push(use) : all.set(name, [use]));
  for (const owner of data.types) {
    if (owner.gone) continue;
    for (const member of owner.members ?? []) {
      for (const target of new Set(targets(member))) add(target.name, { owner, member });
    }
    if (owner.returns) add(item(owner.returns.type).name, { owner });
  }
  return all;
}

// How much what changed about a type matters, and "gone" or "new" for the whole of it.
function verdict(name) {
  const all = changes.get(name);
  if (!all) return null;
  if (types.get(name)?.gone) return "gone";
  if (all.some((change) => change.target === name && /^(type|action)-added$/.test(change.change))) return "new";
  return worst(all);
}

// What the change means to whom it matters most.
function severity(change) {
  return heaviest([change.code, change.send, change.receive]);
}

// What the change that matters most means.
function worst(all) {
  return heaviest(all.map(severity));
}

function heaviest(all) {
  return ["breaking", "additive"].find((one) => all.includes(one)) ?? "none";
}

// How types are marked where an update is shown, and what that means. What is new is marked as what is additive.
const MARKS = [
  ["additive", "new, or changed so that nothing breaks"],
  ["breaking", "changed so that code, or what is sent or received, breaks"],
  ["none", "changed without effect"],
  ["gone", "removed"],
];

"use strict";
// Finds types, properties, members of enumerations and what descriptions say.

const MOST_FOUND = 100;

// Everything that can be found, made when something is first searched.
const haystack = (() => {
  let made;
  return () => (made ??= entries());
})();

function entries() {
  const all = [];
  for (const type of data.types) {
    all.push({ type, name: simple(type.name), says: type.says, what: type.kind });
    for (const member of type.members ?? []) {
      all.push({ type, member: member.name, name: member.name, says: member.says, what: member.link ? "link" : "property" });
    }
    for (const value of type.values ?? []) {
      all.push({ type, member: value.name, name: value.name, says: value.says, what: "member" });
    }
  }
  for (const element of data.served) {
    const type = types.get(element.of);
    if (type) all.push({ type, name: element.name, says: element.says, what: element.what });
  }
  return {
    all,
    names: all.map((entry) => entry.name),
    paths: all.map((entry) => (entry.member ? `${entry.type.name} ${entry.name}` : entry.type.name)),
    says: all.map((entry) => (entry.says ?? "").toLowerCase()),
  };
}

const exactly = new uFuzzy({ intraMode: 0 });
const nearly = new uFuzzy({ intraMode: 1, intraIns: 1 });

// What is found for a text, the best first, and how much there is.
function search(text) {
  const { all, names, paths, says } = haystack();
  const query = text.trim().toLowerCase();
  const found = new Map();
  const add = (indices, rank) => {
    for (const index of indices ?? []) if (!found.has(index)) found.set(index, rank(all[index]));
  };
  if (query === "") return { found: [], count: 0 };
  add(exactly.filter(names, query), (entry) => closeness(entry, query));
  // A name with what is around it: `call subject`, `graph.call`.
  if (/[^\p{L}\p{N}]/u.test(query)) {
    const last = query.split(/[^\p{L}\p{N}]+/u).filter((word) => word).at(-1) ?? "";
    add(exactly.filter(paths, query), (entry) => (entry.name.toLowerCase().includes(last) ? 6 : 7));
  }
  const words = query.split(/\s+/);
  add(says.flatMap((said, index) => (said !== "" && words.every((word) => said.includes(word)) ? [index] : [])), () => 8);
  if (found.size === 0 && query.length > 2) add(nearly.filter(names, query), () => 9);
  const sorted = [...found].sort(([left, rank], [right, other]) =>
    rank - other || names[left].length - names[right].length || left - right);
  return { found: sorted.slice(0, MOST_FOUND).map(([index]) => all[index]), count: found.size };
}

// How well a name fits: less is better, and types are before what is in them.
function closeness(entry, query) {
  const name = entry.name.toLowerCase();
  const inner = entry.member ? 3 : 0;
  return inner + (name === query ? 0 : name.startsWith(query) ? 1 : 2);
}

// The page of what is found.
function searchPage(text) {
  const { found, count } = search(text);
  const head = count === 0 ? `Nothing is found for “${text}”.` : counted(count, "result");
  const more = count > found.length ? `, of which these are the best ${found.length}` : "";
  return h("section", { class: "found" },
    h("p", { role: "status" }, head + more),
    h("ul", null, found.map((entry) => h("li", null,
      h("a", { class: "result", href: address("type", entry.type.name, { member: entry.member }) },
        h("strong", null, entry.name), " ",
        h("span", { class: "what" }, entry.member ? `${entry.what} of ${simple(entry.type.name)}` : entry.what),
        h("span", { class: "space" }, namespace(entry.type.name)),
        entry.says ? h("span", { class: "says" }, entry.says) : null)))));
}

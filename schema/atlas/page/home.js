"use strict";
// The first page: what there is; and the page of all that an update changes.

const KINDS = ["entity type", "complex type", "enumeration type", "action", "function", "type definition"];

function homePage() {
  const present = data.types.filter((type) => type.kind !== "union");
  const spaces = [...grouped(present, (type) => namespace(type.name))].sort(([left], [right]) => left.localeCompare(right));
  const counts = KINDS.map((kind) => [kind, present.filter((type) => type.kind === kind && !type.gone).length]);
  return h("div", null,
    h("h1", null, data.title),
    h("p", null, between(counts.filter(([, count]) => count > 0).map(([kind, count]) => counted(count, kind)), ", "), "."),
    h("p", { class: "hint" }, "Search with ", h("kbd", null, "/"), ", or begin with what is served or with a type. ",
      "An entity type is a thing of the service with a key; a complex type is a value with parts; an action is called with a body."),
    legend(false),
    data.roots.length > 0 && section("Roots", list(data.roots.map((root) =>
      [...types.keys()].filter((name) => name === root || name.startsWith(`${root}(`)).map((name) => link(name))))),
    data.served.length > 0 && section("Served",
      folded(counted(data.served.length, "entity set, singleton or import", "entity sets, singletons and imports"), () => list(data.served.map((element) =>
        [h("code", null, `/${element.name}`), ` (${element.what}) `, link(element.of)]), 400), data.served.length <= 40)),
    spaces.map(([space, all]) => section(space || "Types", KINDS.map((kind) => {
      const some = all.filter((type) => type.kind === kind);
      return some.length > 0 && folded(counted(some.length, kind),
        () => list(some.map((type) =>
          [link(type.name), type.bound && h("span", { class: "from" }, `of ${simple(item(type.bound).name)}`)]), 2000), present.length <= 120);
    }))));
}

function changesPage(parameters) {
  const wanted = parameters.only ?? "all";
  const all = (data.changes ?? []).filter((change) => wanted === "all" || severity(change) === wanted);
  const groups = [...grouped(all, (change) => change.target.split("/")[0])];
  return h("div", null,
    h("h1", null, "What the update changes"),
    h("p", null, `${data.summary}.`),
    legend(false),
    h("p", { class: "filters" }, ["all", "breaking", "additive", "none"].map((one) => h("a", {
      class: "button", href: address("changes", "", { only: one === "all" ? undefined : one }),
      "aria-current": one === wanted ? "true" : null,
    }, one === "none" ? "without effect" : one))),
    chunked(groups, 100, ([name, some]) => h("section", { class: "change" },
      h("h2", null, types.has(name) ? link(name) : name, " ", h("span", { class: "space" }, namespace(name))), changeTable(some))));
}

// Many things, so many at a time.
function chunked(all, size, make) {
  const box = h("div");
  const more = (from) => {
    box.append(...all.slice(from, from + size).map(make));
    if (all.length > from + size) {
      const button = h("button", { type: "button", onclick: () => { button.remove(); more(from + size); } },
        `${Math.min(size, all.length - from - size)} more of ${all.length}`);
      box.append(button);
    }
  };
  more(0);
  return box;
}

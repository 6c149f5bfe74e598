"use strict";
// The page of a type, an action or a function.

function typePage(name, parameters) {
  const type = types.get(name);
  if (!type) {
    return h("section", null, h("h1", null, "Not here"), h("p", null, `This atlas has no type `, h("code", null, name), "."));
  }
  const page = h("article", { class: "type" },
    head(type),
    updates(type),
    family(type),
    type.alternatives && section("May be", list(type.alternatives.map(typeLink))),
    type.values && values(type),
    memberTables(type),
    uses(type),
    type.gone ? null : payload(type),
    type.gone ? null : rust(type),
    type.gone || type.kind === "function" || type.kind === "type definition" ? null : section("JSON Schema",
      folded("Show", () => {
        const body = h("div", null, "unpacking …");
        definitionsOf(type).then((shown) => body.replaceChildren(shown), (error) => body.replaceChildren(String(error)));
        return body;
      })));
  if (parameters.member) mark(page, parameters.member);
  return page;
}

// What is said of a type that is marked so.
const BADGES = { new: "new", additive: "changed", breaking: "breaking", none: "changed without effect", gone: "removed" };

function section(title, ...body) {
  return h("section", null, h("h2", null, title), ...body);
}

function list(all, many = 60) {
  const shown = (some) => h("ul", { class: "names" }, some.map((one) => h("li", null, one)));
  return all.length <= many
    ? shown(all)
    : [shown(all.slice(0, many)), folded(`${counted(all.length - many, "more", "more")}`, () => shown(all.slice(many)))];
}

function head(type) {
  const about = [
    type.abstract && "abstract: only what derives from it has instances",
    type.open && "open: may have more properties than are declared",
    type.stream && "has a stream of bytes",
    type.flags && "several members may be given at once",
    type.key && `key: ${type.key.join(", ")}`,
    type.underlying && `stored as ${type.underlying}`,
    ...(type.rules ?? []),
    ...(type.notes ?? []),
    type.versions && `versions: ${type.versions.join(", ")}`,
  ].filter((one) => one);
  const state = verdict(type.name);
  return h("header", null,
    h("p", { class: "kind" }, type.kind, state ? h("span", { class: `badge ${state}` }, BADGES[state]) : null),
    h("h1", null, simple(type.name)),
    h("p", { class: "full" }, h("code", null, type.name)),
    type.says && h("p", { class: "says" }, type.says),
    about.length > 0 && h("ul", { class: "about" }, about.map((one) => h("li", null, one))),
    type.bound && h("p", null, "Called on ", typeLink(type.bound), "."),
    type.returns && h("p", null, "Returns ", typeLink(type.returns.type), type.returns.null ? ", or null." : "."),
    !type.bound && (type.kind === "action" || type.kind === "function") && h("p", null, "Called on the service itself."),
    canPicture(type) && h("p", null, h("a", { class: "button", href: address("picture", type.name) }, "Picture of what it reaches")));
}

// What an update changes about it.
function updates(type) {
  const all = changes.get(type.name);
  return all && section("What the update changes", changeTable(all));
}

function family(type) {
  const above = ancestors(type);
  const below = derived.get(type.name) ?? [];
  if (above.length === 0 && below.length === 0) return null;
  const all = descendants(type);
  return section("Family",
    above.length > 0 && h("p", null, "Derives from ", between(above.map((one) => link(one.name)), ", which derives from "), "."),
    below.length > 0 && h("div", null,
      h("p", null, `${counted(all.length, "type derives", "types derive")} from it:`),
      list(below.map((one) => branch(one)), 40)));
}

// A derived type with those below it.
function branch(type) {
  const below = derived.get(type.name) ?? [];
  return [link(type.name), below.length > 0 && h("ul", null, below.map((one) => h("li", null, branch(one))))];
}

function values(type) {
  return section(`Members (${type.values.length})`, h("table", { class: "members" },
    h("thead", null, h("tr", null, ["Name", "Value", "Rust", "Description"].map((title) => h("th", null, title)))),
    h("tbody", null, type.values.map((value) => h("tr", { "data-member": value.name },
      h("td", null, anchor(type, value.name)),
      h("td", null, h("code", null, value.value)),
      h("td", null, value.rust && h("code", null, value.rust)),
      h("td", null, value.says, noted(value)))))));
}

function memberTables(type) {
  const all = members(type);
  if (all.length === 0) return type.values || type.alternatives || type.kind === "type definition" ? null : section("Properties", h("p", null, "None."));
  const word = type.kind === "action" || type.kind === "function" ? "Parameters" : "Properties";
  const mine = all.filter(({ owner }) => owner === type);
  const inherited = all.filter(({ owner }) => owner !== type);
  return [
    mine.length > 0 && section(`${word} (${mine.length})`, memberTable(type, mine)),
    inherited.length > 0 && section(`Inherited (${inherited.length})`, memberTable(type, inherited)),
  ];
}

function memberTable(type, all) {
  return h("table", { class: "members" },
    h("thead", null, h("tr", null, ["Name", "Holds", "Rules", "Description"].map((title) => h("th", null, title)))),
    h("tbody", null, all.map(({ member, owner }) => h("tr", { "data-member": member.name },
      h("td", null, anchor(type, member.name), changed(owner, member.name)),
      h("td", null, member.union ? between(types.get(member.union).alternatives.map(typeLink), " or ") : typeLink(member.type),
        member.union ? null : h("span", { class: "plain" }, data.builtIn[item(member.type).name]?.says),
        member.rust && h("code", { class: "rust", title: "What its getter gives in Rust" }, member.rust.gives)),
      h("td", null, rules(member)),
      h("td", null, member.says, noted(member),
        owner !== type && h("span", { class: "from" }, "from ", link(owner.name, member.name, simple(owner.name))))))));
}

// What must hold of a property, in words.
function rules(member) {
  const words = [
    member.required && "required",
    member.needed && "needed to make one, by the profile create",
    member.link && (member.contains ? "link to what is inside it" : "link"),
    member.unknown && "of a type that the schema does not have",
    member.null && (item(member.type).many ? "items may be null" : "may be null"),
    ...(member.rules ?? []),
    member.default !== undefined && `${member.default} if not given`,
  ].filter((word) => word);
  return words.length > 0 && h("ul", { class: "rules" }, words.map((word) => h("li", null, rule(word))));
}

// A long rule, as patterns are, is folded.
function rule(word) {
  const [, before, long] = /^(matches the pattern) (.*)$/s.exec(word) ?? [];
  if (!before) return word.length > 240 ? folded(`${word.slice(0, 60)}…`, () => named(word)) : named(word);
  return long.length > 40 ? folded("matches a pattern", () => h("code", null, long)) : [before, " ", h("code", null, long)];
}

// Words with links where they name types.
function named(words) {
  return words.split(/([\p{L}\p{N}_.]+)/u).map((word) => (types.has(word) ? link(word) : word));
}

function noted(of) {
  return (of.notes ?? []).map((note) => h("span", { class: "badge" }, note));
}

function anchor(type, name) {
  return h("a", { class: "anchor", href: address("type", type.name, { member: name }) }, name);
}

function changed(owner, name) {
  const all = changes.get(owner.name)?.filter((change) => change.target === `${owner.name}/${name}`) ?? [];
  return all.length > 0 && h("span", { class: `badge ${worst(all)}`,
    title: all.map((one) => one.because).join("; ") }, all[0].change.endsWith("-added") ? "new" : "changed");
}

function mark(page, name) {
  const row = [...page.querySelectorAll("tr[data-member]")].find((row) => row.dataset.member === name);
  if (!row) return;
  row.classList.add("marked");
  requestAnimationFrame(() => row.scrollIntoView({ block: "center" }));
}

// Where it is served and used.
function uses(type) {
  const self = [type, ...ancestors(type)];
  const sets = self.flatMap((one) => (served.get(one.name) ?? served.get(one.name.replace(/\(.*$/, "")) ?? [])
    .map((element) => ({ element, one })));
  const calls = self.flatMap((one) => operations.get(one.name) ?? []);
  const named = self.flatMap((one, index) => users(one).map((use) => ({ ...use, of: index === 0 ? null : one })));
  if (sets.length + calls.length + named.length === 0) return null;
  return section("Where it is used",
    sets.length > 0 && [h("h3", null, "Served as"), list(sets.map(({ element, one }) =>
      [h("code", null, `/${element.name}`), ` (${element.what}${one === type ? "" : ` of ${simple(one.name)}`})`]))],
    calls.length > 0 && [h("h3", null, "Called on it"), list(calls.map((one) => [link(one.name), ` (${one.kind})`]), 30)],
    named.length > 0 && [h("h3", null, "Held by"), list(named.map(({ owner, member, of }) => [
      member ? link(owner.name, member.name) : ["what ", link(owner.name), " returns"],
      of ? h("span", { class: "from" }, `as ${simple(of.name)}`) : null]), 30)]);
}

function payload(type) {
  if (!["entity type", "complex type", "action"].includes(type.kind)) return null;
  const made = example(type);
  if (!made) return section("Example", h("p", null, "None: no type that derives from it has instances."));
  const { value, missing } = made;
  return section("Example", code(JSON.stringify(value, null, 2)),
    missing.length > 0 && h("p", { class: "from" }, `Left out, since no value that fits is known: ${[...new Set(missing)].join(", ")}.`));
}

function rust(type) {
  if (type.kind === "type definition") return null;
  const text = rustOf(type);
  return section("Rust", text
    ? [data.module && h("p", { class: "hint" }, h("code", null, data.module), " is the module that has the generated types."), code(text)]
    : h("p", null, "None: its name in Rust would be another’s too. ", h("code", null, "odatype rename"), " tells such names apart."));
}

// Changes with what each means to whom.
function changeTable(all) {
  const cell = (word) => h("td", { class: word }, word);
  return h("table", { class: "changes" },
    h("thead", null, h("tr", null, ["What", "Was", "Is", "Code", "Send", "Receive", "Why"].map((title) => h("th", null, title)))),
    h("tbody", null, all.map((change) => h("tr", null,
      h("td", null, change.target.includes("/") && h("strong", null, change.target.split("/").slice(1).join("/") + ": "),
        change.change.replaceAll("-", " ")),
      h("td", null, shownValue(change.old)), h("td", null, shownValue(change.new)),
      cell(change.code), cell(change.send), cell(change.receive),
      h("td", null, change.because, ".", change.see && [" See ", link(change.see.split("/")[0], change.see.split("/")[1]), "."])))));
}

function shownValue(value) {
  if (value === null || value === undefined) return null;
  return typeof value === "string" && types.has(item(value).name) ? typeLink(value) : h("code", null, typeof value === "string" ? value : JSON.stringify(value));
}

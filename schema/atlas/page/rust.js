"use strict";
// What one writes in Rust. Every name and type comes with the data; only how they are put together is here.

// Lines of code that use a type, after those that name what they use.
function rustOf(type) {
  const { rust } = type;
  if (!rust) return null;
  const used = new Map();
  for (const name of [rust.name, rust.family, rust.required?.name].filter((name) => name)) use(used, rust.module, name);
  const lines = body(type, used);
  const uses = [...used].map(([module, names]) => {
    const sorted = [...names].sort();
    return `use ${module}::${sorted.length === 1 ? sorted[0] : `{${sorted.join(", ")}}`};`;
  });
  return [...uses.sort(), "", ...lines].join("\n");
}

// Notes that a name of a module is used, and gives how it is written: with its path where another module's is called so, too.
function use(used, path, name) {
  if ([...used].some(([other, names]) => other !== path && names.has(name))) return `${path}::${name}`;
  used.set(path, (used.get(path) ?? new Set()).add(name));
  return name;
}

function body(type, used) {
  const { rust } = type;
  const name = rust.name ?? rust.family;
  if (type.kind === "enumeration type") return enumeration(type, name);
  if (type.kind === "union") {
    return [`fn look(value: &${name}) {`, ...match(type, name).map((line) => `    ${line}`), "}"]
      .map((line) => line.replace("match &value", "match value"));
  }
  const all = members(type).filter(({ member }) => member.rust);
  const lines = rust.name ? [...building(type, all, used), ""] : [];
  if (type.kind === "function") return [...lines, ...calling(name, rust, used)];
  lines.push(`let value: ${name} = odatype::from_str(json)?;`);
  for (const { member } of all) lines.push(`value.${member.rust.getter}(); // ${member.rust.gives}`);
  if (type.open) {
    use(used, "odatype", "Structured");
    lines.push("for (name, json) in value.dynamic_members() {} // what it has besides");
  }
  if (rust.family) lines.push("", `let value: ${rust.family} = odatype::from_str(json)?;`, ...match(type, rust.family));
  for (const [constant, value] of rust.constants ?? []) lines.push(`${name}::${constant}; // ${value}`);
  if (rust.response) use(used, "odatype", "Operation");
  if (rust.response) lines.push("", `let response = ${name}::decode_response(bytes)?; // ${rust.response}`);
  return lines;
}

// How a function is called, and what comes back.
function calling(name, rust, used) {
  use(used, "odatype", "EntityRef");
  const lines = ['let url = EntityRef::new("path/to/it").function(&value);'];
  if (rust.response) use(used, "odatype", "Operation");
  if (rust.response) lines.push(`let response = ${name}::decode_response(bytes)?; // ${rust.response}`);
  return lines;
}

// How a value is made, with some of what it may have.
function building(type, all, used) {
  const { name, required } = type.rust;
  const given = all.filter(({ member }) => required?.fields.includes(member.rust.getter));
  const made = required
    ? [`let value = ${name}::new(${required.name} {`,
      ...given.map(({ member }) => `    ${member.rust.getter}: ${written(member, used) ?? "todo!()"},`), "})"]
    : [`let value = ${name}::new()`];
  const rest = all.filter(({ member }) => !given.some((one) => one.member === member) && !member.link && written(member, new Map()));
  const shown = rest.slice(0, 6);
  if (shown.length > 0 || type.open) use(used, "odatype", "Structured");
  const lines = [...made, ...shown.map(({ member }) => `    .with(${name}::${member.rust.name}, ${written(member, used)})`)];
  if (type.open) lines.push(`    .with_dynamic(${JSON.stringify(undeclared(type))}, 1)`);
  lines[lines.length - 1] += ";";
  return lines;
}

// A name for a dynamic property: none that is declared.
function undeclared(type) {
  const taken = new Set(members(type).map(({ member }) => member.name));
  let name = "somethingElse";
  while (taken.has(name)) name += "Else";
  return name;
}

// A value of a property as it is written; nothing where that takes more than a line.
function written(member, used) {
  const { name, many } = item(member.type);
  const one = writtenOne(name, member, used);
  return one && many ? `[${one}]` : one;
}

function writtenOne(name, member, used) {
  const type = types.get(name);
  const holds = member.rust.holds.replace(/^\[(.*)\]$/, "$1");
  if (type?.kind === "enumeration type") {
    const first = type.values?.find((value) => value.rust);
    return first && type.rust ? `${use(used, type.rust.module, type.rust.name)}::${first.rust}` : null;
  }
  if (type && type.kind !== "type definition") {
    const of = concrete(type, member.only);
    if (!of?.rust?.name) return null;
    return `${use(used, of.rust.module, of.rust.name)}::new()`;
  }
  const value = member.example?.[0] ?? builtIn(item(type?.underlying ?? name).name);
  if (value === undefined) return null;
  if (holds === "String") return JSON.stringify(value);
  if (/^(f32|f64)$/.test(holds) && typeof value === "number") return Number.isInteger(value) ? `${value}.0` : String(value);
  if (/^(bool|u8|i8|i16|i32|i64)$/.test(holds)) return String(value);
  if (holds === "odatype::edm::Binary") return '*b"data"';
  // The library's type has no text to be made of.
  if (holds === "odatype::edm::Duration") return `${holds}::minutes(90)`;
  return holds.startsWith("odatype::edm::") ? `${JSON.stringify(String(value))}.parse::<${holds}>()?` : null;
}

function enumeration(type, name) {
  const values = (type.values ?? []).filter((value) => value.rust).map((value) => `${name}::${value.rust}; // ${value.name}`);
  if (values.length === 0) return ["// it has no members"];
  return type.flags ? [...values, "// several are joined with `|`"] : values;
}

// How a value that may be of several types is looked at.
function match(type, name) {
  const arms = (type.rust.variants ?? []).map(([variant, of]) => `    ${name}::${variant}(value) => {} // ${of}`);
  return ["match &value {", ...arms, `    ${name}::Unknown(other) => {} // a type that the schema does not have`, "    _ => {}", "}"];
}

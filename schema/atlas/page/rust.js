"use strict";
// What one writes in Rust. Every name and type comes with the data; only how they are put together is here.

// Lines of code that use a type.
function rustOf(type) {
  const { rust } = type;
  if (!rust) return null;
  const lines = [];
  const name = rust.name ?? rust.family;
  const used = [rust.required?.name, rust.name, rust.family].filter((one) => one).sort();
  lines.push(`use ${rust.module}::${used.length === 1 ? used[0] : `{${used.join(", ")}}`};`, "");
  if (type.kind === "enumeration type") return [...lines, ...enumeration(type, name)].join("\n");
  if (type.kind === "union") return [...lines, ...match(type, name, name)].join("\n");
  const all = members(type).filter(({ member }) => member.rust);
  const variable = "value";
  if (rust.name) lines.push(...building(type, all));
  lines.push("", `let ${variable}: ${name} = odatype::from_str(json)?;`);
  for (const { member } of all) lines.push(`${variable}.${member.rust.getter}(); // ${member.rust.gives}`);
  if (rust.family) lines.push("", ...match(type, rust.family, rust.name));
  for (const [constant, value] of rust.constants ?? []) lines.push(`${name}::${constant}; // ${value}`);
  if (rust.response) lines.push("", `// what comes back: ${rust.response}`, `let response = ${name}::decode_response(bytes)?;`);
  return lines.join("\n");
}

// How a value is made, with some of what it may have.
function building(type, all) {
  const { name, required } = type.rust;
  const fields = required?.fields ?? [];
  const given = all.filter(({ member }) => fields.includes(member.rust.getter));
  const made = required
    ? [`let value = ${name}::new(${required.name} {`,
      ...given.map(({ member }) => `    ${member.rust.getter}: ${written(member)},`), "})"]
    : [`let value = ${name}::new()`];
  const rest = all.filter(({ member }) => !given.some((one) => one.member === member) && !member.link && written(member));
  const lines = [...made, ...rest.slice(0, 6).map(({ member }) => `    .with(${name}::${member.rust.name}, ${written(member)})`)];
  lines[lines.length - 1] += ";";
  return lines;
}

// A value of a property as it is written; nothing where that takes more than a line.
function written(member) {
  const { name, many } = item(member.type);
  const one = writtenOne(name, member);
  return one && many ? `[${one}]` : one;
}

function writtenOne(name, member) {
  const type = types.get(name);
  const holds = member.rust.holds.replace(/^\[(.*)\]$/, "$1");
  if (type?.kind === "enumeration type") {
    const first = type.values?.find((value) => value.rust);
    return first ? `${type.rust.name}::${first.rust}` : null;
  }
  if (type && type.kind !== "type definition") {
    const of = concrete(type, member.only);
    return of?.rust?.name && !of.rust.required ? `${of.rust.name}::new()` : null;
  }
  const value = member.example?.[0] ?? builtIn(item(type?.underlying ?? name).name);
  if (value === undefined) return null;
  if (holds === "String") return JSON.stringify(value);
  if (/^(f32|f64)$/.test(holds) && typeof value === "number") return Number.isInteger(value) ? `${value}.0` : String(value);
  if (/^(bool|u8|i8|i16|i32|i64)$/.test(holds)) return String(value);
  return holds.startsWith("odatype::edm::") ? `${JSON.stringify(String(value))}.parse::<${holds}>()?` : null;
}

function enumeration(type, name) {
  const between = type.flags ? " // and more, with `|`" : "";
  return (type.values ?? []).filter((value) => value.rust).map((value) => `${name}::${value.rust}; // ${value.name}`)
    .concat(between ? [between.trim()] : []);
}

// How a value that may be of several types is looked at.
function match(type, name) {
  const arms = (type.rust.variants ?? []).map(([variant, of]) => `    ${name}::${variant}(value) => {} // ${of}`);
  return ["match &any {", ...arms, `    ${name}::Unknown(other) => {} // a type that the schema does not have`, "    _ => {}", "}"];
}

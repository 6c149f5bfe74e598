"use strict";
// Examples of payloads, made of what the data has for each place.

// Objects are written as deep as this.
const DEEPEST = 3;

// An example of a type or of an action's body, and the names of what was left out since no value for it is known.
function example(type) {
  const missing = [];
  const of = concrete(type);
  if (!of) return null;
  const value = object(of, of !== type, 1, missing);
  return { value, missing };
}

// The type itself, or one that derives from it and has instances; of those in `only`, where there is such a list.
function concrete(type, only) {
  const allowed = only?.flatMap((name) => (types.has(name) ? [types.get(name), ...descendants(types.get(name))] : []));
  const all = allowed ?? [type, ...descendants(type)];
  return all.find((one) => !one.abstract && !one.gone);
}

function object(type, tagged, depth, missing) {
  const written = Object.assign(Object.create(null), tagged && { "@odata.type": `#${type.name}` });
  for (const { member } of members(type)) {
    const value = valueOf(member, depth, missing);
    if (value !== undefined) written[member.name] = value;
    else if (member.unexampled) missing.push(member.name);
  }
  return written;
}

// A value for a property; nothing where it is better left out.
function valueOf(member, depth, missing) {
  if (member.unknown || (member.link && !member.required)) return undefined;
  const of = member.union ? types.get(member.union)?.alternatives?.[0] : member.type;
  const { name, many } = item(of ?? member.type);
  const one = member.example ? member.example[0] : member.unexampled ? undefined : single(name, member, depth, missing);
  if (one === undefined) return many && member.required && !member.least ? [] : undefined;
  return many ? Array(Math.max(member.least ?? 1, 1)).fill(one) : one;
}

function single(name, member, depth, missing) {
  const type = types.get(name);
  if (!type) return builtIn(name) ?? (member.required ? {} : undefined);
  if (type.kind === "type definition") return builtIn(item(type.underlying).name);
  if (type.kind === "enumeration type") return type.values?.[0]?.name;
  if (depth >= DEEPEST && !member.required) return undefined;
  const of = concrete(type, member.only);
  return of ? object(of, of !== type || Boolean(member.union), depth + 1, missing) : undefined;
}

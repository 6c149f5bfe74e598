"use strict";
// Light or dark: as the system has it, unless somebody chose, which is remembered where pages may keep something.

const KEPT = "odatype-atlas-scheme";
const scheme = document.getElementById("scheme");
// What is said for the dark, here and in pictures, is said once: these rules hold always or never when somebody chose.
const darkRules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText.includes("prefers-color-scheme"))
  .map((rule) => ({ media: rule.media, asSystem: rule.media.mediaText }));

function choose(chosen) {
  document.documentElement.style.colorScheme = chosen === "system" ? "" : chosen;
  for (const { media, asSystem } of darkRules) media.mediaText = { light: "not all", dark: "all" }[chosen] ?? asSystem;
}

// Pages that are opened as files, or in a frame, may not have a store: asking for it is an error then.
function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(chosen) {
  try {
    localStorage.setItem(KEPT, chosen);
  } catch {
    // It holds as long as the page is open.
  }
}

scheme.addEventListener("change", () => {
  choose(scheme.value);
  keep(scheme.value);
});
const before = [...scheme.options].find((option) => option.value === kept());
if (before) scheme.value = before.value;
choose(scheme.value);

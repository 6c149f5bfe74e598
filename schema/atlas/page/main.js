"use strict";
// Shows what the address tells, and listens.

const main = document.getElementById("main");
const query = document.getElementById("query");
let leave = null;

function show() {
  const { page, name, parameters } = told(location.hash);
  leave?.();
  leave = null;
  const shown = {
    type: () => typePage(name, parameters),
    picture: () => picturePage(name, parameters),
    changes: () => changesPage(parameters),
    search: () => searchPage(name),
  }[page] ?? homePage;
  if (page === "search" && document.activeElement !== query) query.value = name;
  if (page !== "search") query.value = "";
  const made = shown();
  main.replaceChildren(made);
  main.className = page || "home";
  document.title = [page === "type" || page === "picture" ? simple(name) : page, data.title].filter((part) => part).join(" – ");
  if (page !== "search" && !parameters.member) scrollTo(0, 0);
  leave = made.leave ?? null;
  for (const one of document.querySelectorAll("#pages a")) {
    one.setAttribute("aria-current", one.dataset.page === page ? "page" : "false");
  }
}

function goSearching() {
  const text = query.value;
  const to = text.trim() === "" ? "#/" : address("search", text);
  // Each letter is no page to go back to.
  if (told(location.hash).page === "search") {
    history.replaceState(null, "", to);
    show();
  } else if (text.trim() !== "") {
    location.hash = to;
  }
}

function results() {
  return [...main.querySelectorAll("a.result")];
}

// Moves among results: from the search field down, and back up to it.
function step(by) {
  const all = [query, ...results()];
  const at = all.indexOf(document.activeElement);
  if (at >= 0 && all[at + by]) all[at + by].focus();
  return at >= 0;
}

document.querySelector("header .brand").append(data.title);
document.getElementById("pages").append(
  h("a", { href: address("picture", ""), "data-page": "picture" }, "Picture"),
  data.changes ? h("a", { href: address("changes", ""), "data-page": "changes" }, "Changes") : "");
query.addEventListener("input", goSearching);
document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  const first = results()[0];
  if (!first) return;
  query.blur();
  first.click();
});
addEventListener("hashchange", () => {
  const kept = document.activeElement === query;
  show();
  if (!kept) main.focus({ preventScroll: true });
});
addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if ((event.key === "/" && !typing) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
    event.preventDefault();
    query.focus();
    query.select();
  } else if (event.key === "ArrowDown" && step(1)) event.preventDefault();
  else if (event.key === "ArrowUp" && step(-1)) event.preventDefault();
  else if (event.key === "Escape" && typing) {
    query.value = "";
    query.blur();
  } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    if (event.key === "h") location.hash = "#/";
    if (event.key === "p") location.hash = address("picture", told(location.hash).page === "type" ? told(location.hash).name : "");
  }
});
show();
// When all of it answers, in milliseconds since it was opened.
document.documentElement.dataset.ready = Math.round(performance.now());

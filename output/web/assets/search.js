"use strict";
(() => {
// Full-text search by the index that Pagefind made beside the site: words, and filters with their counts.
const form = document.querySelector(".search-form");
const status = document.querySelector(".status");
const list = document.querySelector(".results");
const more = document.querySelector(".more");
const root = document.documentElement.dataset.root;
const page = 20;
let pagefind = null;
let found = [];
let shown = 0;
let asked = 0;

const counted = (count) => (count === 1 ? status.dataset.one : status.dataset.many).replace("{}", String(count));

function fillFilters(filters) {
  for (const select of form.querySelectorAll("select")) {
    for (const [value, count] of Object.entries(filters[select.name] ?? {}).sort()) {
      const option = new Option(`${value} (${count})`, value);
      select.append(option);
    }
    select.parentElement.hidden = select.options.length < 2;
  }
}

// Pagefind marks the words that it found in a string of HTML, whose text it has escaped.
function excerpt(html) {
  const paragraph = document.createElement("span");
  paragraph.className = "about";
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  for (const node of parsed.childNodes) {
    const element = node.nodeName === "MARK" ? document.createElement("mark") : null;
    if (element) element.textContent = node.textContent;
    paragraph.append(element ?? node.textContent);
  }
  return paragraph;
}

async function showMore() {
  const mine = asked;
  const results = await Promise.all(found.slice(shown, shown + page).map((result) => result.data()));
  if (mine !== asked) return;
  for (const result of results) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = result.url;
    link.textContent = result.meta.title;
    item.append(link, excerpt(result.excerpt));
    list.append(item);
  }
  shown += results.length;
  more.hidden = shown >= found.length;
}

async function search() {
  const fields = new FormData(form);
  const words = fields.get("q").trim();
  const filters = {};
  for (const select of form.querySelectorAll("select")) if (select.value) filters[select.name] = select.value;
  const query = new URLSearchParams([...fields].filter(([, value]) => value));
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
  const mine = ++asked;
  const answer = words || Object.keys(filters).length ? (await pagefind.search(words || null, { filters })).results : null;
  if (mine !== asked) return;
  list.replaceChildren();
  more.hidden = true;
  found = answer ?? [];
  shown = 0;
  status.textContent = "";
  if (answer) status.textContent = counted(found.length);
  await showMore();
}

// Start with the search that the address asks for.
async function start() {
  try {
    pagefind = await import(new URL(`${root}pagefind/pagefind.js`, location.href));
    fillFilters(await pagefind.filters());
  } catch {
    status.textContent = status.dataset.missing;
    return;
  }
  form.hidden = false;
  const query = new URLSearchParams(location.search);
  for (const field of form.elements) if (field.name && query.has(field.name)) field.value = query.get(field.name);
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  for (const select of form.querySelectorAll("select")) select.addEventListener("change", search);
  more.addEventListener("click", showMore);
  await search();
}

start();
})();

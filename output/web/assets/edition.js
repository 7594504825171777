"use strict";
(() => {
// What is known of a mark, in a card: on focus, on hover with a mouse, on the first tap. The attribute `title` says the
// same where this script does not run: once for all marks of a person or abbreviation, which lead to the same page.
const card = document.createElement("div");
card.className = "card";
card.popover = "auto";
document.body.append(card);
let shownFor = null;

// Show a card at an element; false if it was already shown for it or cannot be.
function showCard(element, content) {
  if (!card.showPopover || (shownFor === element && card.matches(":popover-open"))) return false;
  hideCard();
  card.replaceChildren(...content());
  shownFor = element;
  element.classList.add("open");
  card.showPopover();
  const box = element.getBoundingClientRect();
  const left = Math.min(Math.max(box.left, 16), innerWidth - card.offsetWidth - 16);
  const below = box.bottom + 8 + card.offsetHeight <= innerHeight || box.top < card.offsetHeight + 8;
  card.style.left = `${Math.max(left, 16) + scrollX}px`;
  card.style.top = `${(below ? box.bottom + 8 : box.top - card.offsetHeight - 8) + scrollY}px`;
  return true;
}

function hideCard() {
  if (card.matches(":popover-open")) card.hidePopover();
}

card.addEventListener("toggle", (event) => {
  if (event.newState === "closed") {
    shownFor?.classList.remove("open");
    shownFor = null;
  }
});

function line(className, ...parts) {
  const paragraph = document.createElement("p");
  paragraph.className = className;
  paragraph.append(...parts);
  return paragraph;
}

function known(mark) {
  const lines = [line("known", mark.dataset.known)];
  if (mark.dataset.cert && document.documentElement.classList.contains("encoding"))
    lines.push(line("certainty", [mark.dataset.cert, mark.dataset.evidence].filter(Boolean).join(", ")));
  return lines;
}

const marks = [...document.querySelectorAll("a.mark")];
const said = new Map();
for (const mark of marks)
  if (mark.title && !said.has(mark.getAttribute("href"))) said.set(mark.getAttribute("href"), mark.title);
for (const mark of marks) {
  const what = mark.title || said.get(mark.getAttribute("href"));
  if (!what) continue;
  mark.dataset.known = what;
  mark.setAttribute("aria-description", what);
  mark.removeAttribute("title");
  let pointer = "mouse";
  let shownBefore = false;
  let timer = 0;
  mark.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    shownBefore = shownFor === mark;
  });
  mark.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "mouse") timer = setTimeout(() => showCard(mark, () => known(mark)), 250);
  });
  mark.addEventListener("pointerleave", () => {
    clearTimeout(timer);
    if (shownFor === mark && document.activeElement !== mark) hideCard();
  });
  mark.addEventListener("focus", () => mark.matches(":focus-visible") && showCard(mark, () => known(mark)));
  mark.addEventListener("blur", () => shownFor === mark && hideCard());
  mark.addEventListener("click", (event) => {
    if (pointer === "mouse" || shownBefore || event.detail === 0) return;
    event.preventDefault();
    showCard(mark, () => known(mark));
  });
}

// Notes beside their calls where there is room; a card at the call where there is none. Without this script notes
// stand at the foot of the document.
const wide = matchMedia("(min-width: 76rem)");
const notes = [...document.querySelectorAll(".notes .note")];
const article = document.querySelector("article");

const callOf = (note) => document.getElementById(`call:${note.id}`);

function layNotes() {
  document.documentElement.classList.toggle("side-notes", wide.matches && notes.length > 0);
  if (!wide.matches || !article) return;
  const top = article.getBoundingClientRect().top;
  let free = 0;
  for (const note of notes) {
    const call = callOf(note);
    const wanted = call ? call.getBoundingClientRect().top - top - 4 : free;
    const place = Math.max(free, wanted);
    note.style.top = `${place}px`;
    free = place + note.offsetHeight + 10;
  }
  article.style.minHeight = `${free}px`;
}

function unlayNotes() {
  if (wide.matches || !article) return;
  article.style.minHeight = "";
  for (const note of notes) note.style.top = "";
}

function layAgain() {
  unlayNotes();
  layNotes();
}

wide.addEventListener("change", layAgain);
addEventListener("resize", layAgain);
document.fonts?.ready.then(layAgain);
layAgain();

document.addEventListener("click", (event) => {
  const call = event.target.closest?.(".call");
  if (!call || wide.matches) return;
  const note = document.getElementById(decodeURIComponent(call.hash.slice(1)));
  if (note && showCard(call, () => noteContent(note))) event.preventDefault();
});

function noteContent(note) {
  const text = note.querySelector(".note-text").cloneNode(true);
  for (const element of text.querySelectorAll("[id]")) element.removeAttribute("id");
  return [text];
}

// The picture of a page, in a card at its mark; it is loaded when it is asked for.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.facsimile");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const picture = new Image();
  picture.alt = link.getAttribute("aria-label");
  picture.src = link.href;
  const whole = document.createElement("a");
  whole.href = link.href;
  whole.append(picture);
  if (showCard(link, () => [whole])) event.preventDefault();
});

// "Show the encoding", which is remembered, and a button that copies a citation.
const encoding = document.querySelector("button.show-encoding");

function showEncoding(on) {
  document.documentElement.classList.toggle("encoding", on);
  encoding.setAttribute("aria-pressed", String(on));
}

if (encoding) {
  encoding.hidden = false;
  showEncoding(localStorage.getItem("engross.encoding") === "on");
  encoding.addEventListener("click", () => {
    const on = encoding.getAttribute("aria-pressed") !== "true";
    localStorage.setItem("engross.encoding", on ? "on" : "off");
    showEncoding(on);
  });
}
})();

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

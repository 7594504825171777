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

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

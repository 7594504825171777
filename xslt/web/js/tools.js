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

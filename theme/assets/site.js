// Everything works without this file. Escape closes the menu that holds the focus and gives the focus back to its button.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.activeElement && document.activeElement.closest(".menu");
  const toggle = menu && menu.querySelector("details[open]");
  if (!toggle) return;
  toggle.open = false;
  toggle.querySelector("summary").focus();
});

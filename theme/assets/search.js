// The site's own search, on its own page. The form loads that page again with what is asked in its address, so going
// back works and every search reads the newest index. Nothing more is asked for until somebody searches.
const main = document.querySelector("main");
const form = main.querySelector("form");
const said = form.querySelector("[role=status]");
const gone = document.createElement("p");
const query = new URLSearchParams(location.search);
for (const field of main.querySelectorAll("[name]")) {
  field.value = query.get(field.name) || "";
  if (field.selectedIndex >= 0 || !field.options) continue;
  field.selectedIndex = 0; // an old link to a choice that is gone
  gone.textContent = said.dataset.gone;
  said.before(gone);
}
main.querySelector(".on-screen").remove();
form.hidden = false;
if ([...new FormData(form).values()].some((value) => value.trim())) {
  said.textContent = said.dataset.wait;
  const { found } = document.querySelector("[data-found]").dataset;
  import(new URL(found, location)).catch(() => {
    said.textContent = said.dataset.broken;
  });
}

// Everything works without this file. Escape closes the menu that holds the focus and gives the focus back to its button.
document.onkeydown = ({ key }) => {
  const toggle = key === "Escape" && document.activeElement?.closest(".menu")?.querySelector("details[open]");
  if (!toggle) return;
  toggle.open = false;
  toggle.firstChild.focus();
};

// On a narrow screen tables are laid out as blocks, and some browsers then no longer take them for tables.
const roles = { table: "table", tr: "row", td: "cell", th: "rowheader", "thead th": "columnheader" };
const narrow = matchMedia("(max-width:39.99em)");
(narrow.onchange = () => {
  if (narrow.matches) for (const name in roles) for (const part of document.querySelectorAll(name)) part.role = roles[name];
})();

// Without this script each wide table can be reached with Tab; with it only one that has somewhere to scroll to.
const places = new ResizeObserver((boxes) => {
  for (const { target } of boxes) {
    const place = target.closest(".wide");
    place.tabIndex = place.scrollWidth > place.clientWidth ? 0 : -1;
  }
});
for (const box of document.querySelectorAll(".wide, .wide > table")) places.observe(box);

// A form over a table chooses its rows. The page's address keeps the choices, to be shared and come back to.
const form = document.querySelector(".chooser");
if (form) {
  const rows = [...document.querySelectorAll("[data-keys]")];
  const selects = [...form.querySelectorAll("select")];
  const said = form.querySelector("[role=status]");
  const choose = () => {
    const chosen = selects.filter((select) => select.value);
    let count = 0;
    for (const row of rows) {
      const keys = row.dataset.keys.split(" ");
      row.hidden = !chosen.every((select) => keys.includes(`${select.name}-${select.value}`));
      count += !row.hidden;
    }
    said.textContent = count ? said.dataset.some.replace("#", count) : said.dataset.none;
    const query = new URLSearchParams(chosen.map((select) => [select.name, select.value]));
    history.replaceState(null, "", `${location.pathname}?${query}`.replace(/\?$/, "") + location.hash);
  };
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    select.value = asked.get(select.name);
    if (!select.value) select.selectedIndex = 0;
  }
  form.onchange = choose;
  form.querySelector("button").onclick = () => {
    form.reset();
    choose();
  };
  form.hidden = false;
  choose();
}

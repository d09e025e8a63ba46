// Searches for what the address asks, and lists what is found. What comes of a page or of the address is placed as text,
// never as HTML.
const main = document.querySelector("main");
const part = (selector) => main.querySelector(selector);
const list = part(".found");
const said = part("[role=status]");
const more = Object.assign(document.createElement("button"), { type: "button" });

const make = (name, look, ...inside) => {
  const made = document.createElement(name);
  made.className = look;
  made.append(...inside);
  return made;
};
const texts = (items) => items.map(({ text }) => text).join(", "); // of links and options

// A page in the list. What it belongs to is said in the words that this page has for its keys, its ratings as one tag.
const entry = ({ meta, raw_url, excerpt }) => {
  const link = make("a", "", meta.title);
  link.href = "../" + raw_url;
  const named = (selector) => [...main.querySelectorAll(selector)].filter((item) => meta.keys?.includes(item.dataset.key));
  const rated = named("[data-look]");
  const facts = make("p", "muted", texts(named("[data-key]:not([data-look])")), " ");
  if (rated[0]) {
    const shape = make("span", "status-tag__shape");
    shape.ariaHidden = true;
    facts.append(make("span", "status-tag status-tag--" + rated.at(-1).dataset.look, shape, texts(rated)));
  }
  // Pagefind marks the words that it found; the rest of the text it has escaped.
  const pieces = excerpt.split(/<\/?mark>/).map((piece, place) => {
    const text = piece.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
    return place % 2 ? make("mark", "", text) : text;
  });
  return make("li", "", make("h2", "", link), facts, make("p", "", ...pieces, " …"));
};

const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
// Pagefind leaves out a word that it does not know, or takes a shorter one. It knows one whose stem it finds as a phrase
// ("meetings" for "meet"), and the beginning of one if the best page holds that.
const knows = async (engine, { meta, content }, asked) => {
  const words = plain(asked).match(/[\p{L}\d]+/gu) || [];
  const known = await Promise.all(words.map(async (word) =>
    plain(meta.title + content).includes(word.slice(0, word.length / 2 + 1))
    || (await engine.search(`"${word}"`)).results[0]));
  return known[0] && known.every(Boolean);
};

const search = async (asked, chosen) => {
  const { createInstance } = await import("../pagefind/pagefind.js");
  const engine = createInstance({ noWorker: true });
  const wanted = chosen.map(({ dataset }) => `"${dataset.key}"`);
  if (asked) wanted.unshift(asked);
  const [found, ...others] = await Promise.all(wanted.map(async (text) => (await engine.search(text)).results));
  const pages = found.filter(({ id }) => others.every((other) => other.some((page) => page.id == id)));
  return asked && pages[0] && !await knows(engine, await pages[0].data(), asked) ? [] : pages;
};

const show = async (pages, from) => {
  const shown = await Promise.all(pages.slice(from, from + 20).map((page) => page.data()));
  list.append(...shown.map(entry));
  more.remove();
  const left = Math.min(pages.length - from - 20, 20);
  if (left > 0) list.after(more);
  more.textContent = said.dataset.more.replace("#", left);
  more.onclick = () => show(pages, from + 20).catch(fail);
  if (from) list.children[from].querySelector("a").focus();
};
const fail = () => {
  said.textContent = said.dataset.broken;
};

const start = async () => {
  const asked = part("[name=q]").value.trim();
  const chosen = [...main.querySelectorAll("option:checked")].filter(({ value }) => value);
  const pages = await search(asked, chosen);
  const count = pages.length;
  await show(pages, 0);
  const { one, some, none, tips } = said.dataset;
  const result = (count > 1 ? some : count ? one : none).replace("#", count)
    .replace("*", () => texts(asked ? [{ text: asked }, ...chosen] : chosen));
  said.textContent = count ? result : `${result}. ${tips}`;
  document.title = `${result} - ${document.title}`;
};
start().catch(fail);

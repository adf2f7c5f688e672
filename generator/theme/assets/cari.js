// The search, on the search page alone. Pagefind finds; everything that is seen is made here, from
// words that are set as text and never as HTML. A question stands behind the # of the address, which
// no browser sends to anybody; one that came in with ? is moved there.
//
// A volume of the index is loaded when it is first searched. What a result holds is told in
// generator/views/findable.py.

const byId = (id) => document.getElementById(id);
const form = byId("_cari");
const { akar: root, indeks: index, halaman: pages, tema: themePages } = form.dataset;
const field = byId("_q");
const years = byId("_tahun");
const said = byId("_berapa");
const list = byId("_daftar");
const buttons = { more: byId("_lagi"), wider: byId("_semua"), again: byId("_ulang") };
const badges = byId("_lencana").content;

const AT_ONCE = 10;
const FILTERS = ["wilayah", "satuan", "tema", "program", "status"];
const CHOICES = [...FILTERS, "tahun", "urut"];
const HEAD = 110; // letters of a concern that stand as its heading, as in every list of the site
const AROUND = 14; // words shown before and after one that was found
const BREAK = "¶";
const WEIGHTS = { title: 6, u: 1, p: 1.5, w: 0.3, k: 0.1, b: 0, x: 0.7 };
const LITTLE = new Set(
  "yang dan di ke dari pada untuk dengan atau itu ini ada apa bagaimana kapan tidak yg dgn utk".split(" "),
);

// What was not loaded. Pagefind tells the console alone, and goes on as if nothing were there.

let isLost = false;
const load = window.fetch.bind(window);
window.fetch = async (...asked) => {
  const answer = await load(...asked).catch((error) => {
    isLost = true;
    throw error;
  });
  isLost ||= !answer.ok;
  return answer;
};

// The engine

let engine;

function start() {
  engine ??= (async () => {
    const { createInstance } = await import(new URL(`${index}${pages}/pagefind.js`, location.href));
    const basePath = new URL(`${index}${pages}/`, location.href).pathname;
    const made = createInstance({ basePath, noWorker: true, ranking: { metaWeights: WEIGHTS } });
    await made.init();
    return { search: made.search, merge: made.mergeIndex, volumes: new Map() };
  })();
  return engine;
}

async function ready(volumes) {
  const found = await start();
  for (const name of volumes) {
    if (!found.volumes.has(name)) {
      const options = { language: "id", ranking: { metaWeights: WEIGHTS } };
      const place = new URL(`${index}${name}/`, location.href).pathname;
      found.volumes.set(name, found.merge(place, options));
    }
  }
  await Promise.all(volumes.map((name) => found.volumes.get(name)));
  if (isLost) throw new Error("part of the index did not come");
  return found;
}

// The question

const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

function wordsOf(text) {
  const all = plain(text).split(" ").filter(Boolean);
  const telling = all.filter((word) => !LITTLE.has(word));
  return telling.length ? telling : all;
}

// Phrases that are words for a theme are in the index as one word (views/sought.py).
const phrases = [...byId("_tema").options]
  .flatMap((option) => (option.dataset.juga || "").split("|"))
  .map(plain)
  .filter((phrase) => phrase.includes(" "));

// A theme by its name and by each word for it.
const themes = new Map(
  [...byId("_tema").options].flatMap(({ text, value, dataset }) =>
    [text, ...(dataset.juga || "").split("|")].map((words) => [plain(words), value]),
  ),
);

function otherWay(text) {
  const padded = ` ${text} `;
  const phrase = phrases.find((each) => padded.includes(` ${each} `));
  return phrase && padded.replace(` ${phrase} `, ` z${phrase.replaceAll(" ", "")} `).trim();
}

// Words that stand on this page: names of places and units, themes and the words for them.
const known = new Set(
  [...form.querySelectorAll("option")]
    .flatMap((option) => plain(`${option.text} ${option.dataset.juga || ""}`).split(" "))
    .filter((word) => word.length > 3),
);

function isOneOff(one, other) {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  let at = 0;
  while (one[at] === other[at] && at < one.length) at++;
  const [a, b] = [one.slice(at), other.slice(at)];
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}

const nearest = (word) =>
  word.length > 3 ? [...known].find((other) => isOneOff(word, other)) : undefined;

// Searching

async function ask(question, text) {
  const { search } = await ready(question.volumes);
  const { results } = await search(text, { filters: question.filters });
  if (isLost) throw new Error("part of the index did not come");
  const wanted = new Set(question.volumes);
  return results
    .map((result) => {
      const [, volume, number] = /^(.*)-[^-]*\/(\d+)$/.exec(result.id);
      return { result, volume, number: +number, score: result.score };
    })
    .filter(({ volume }) => volume === pages || wanted.has(volume));
}

// Where a volume does not hold a word, Pagefind takes the longest beginning of it that is a word there
// ("jam" for "jambret"). All results of a volume are found by the same words, so one of them tells.
async function meant(found, words) {
  const first = new Map();
  for (const one of found) if (!first.has(one.volume)) first.set(one.volume, one);
  const good = new Set();
  await Promise.all(
    [...first].map(async ([volume, { result }]) => {
      const data = await result.data();
      const all = data.content.split(/\s+/);
      const met = [...data.locations.map((at) => all[at]), ...Object.values(data.meta)];
      const near = plain(met.join(" ")).split(" ");
      const isMeant = (word) =>
        near.some((one) => fits(word, one) || rootOf(one).startsWith(rootOf(word)));
      if (words.every(isMeant)) good.add(volume);
    }),
  );
  return found.filter(({ volume }) => good.has(volume));
}

// A word without what Indonesian puts before and behind it: close to what Pagefind does, and no more
// than is needed to tell "curi" in "pencurian" from "jam" in "jambret".
function rootOf(word) {
  const long = (text) => text.length > 2;
  const cut = (text, ...patterns) =>
    patterns.reduce((left, [from, to]) => {
      const rest = left.replace(from, to);
      return long(rest) ? rest : left;
    }, text);
  return cut(
    word,
    [/(?:kah|lah|pun)$/, ""],
    [/(?:ku|mu|nya)$/, ""],
    [/^(?:meny|peny)(?=[aiueo])/, "s"],
    [/^(?:mem|pem)(?=[aiueo])/, "p"],
    [/^(?:meng|men|mem|me|peng|pen|pem|di|ter|ke)/, ""],
    [/^(?:ber|be(?=kerja)|[bp]el(?=ajar)|per|pe)/, ""],
    [/(?:kan|an)$/, ""],
    [/i$/, ""],
  );
}

const fits = (asked, met) =>
  met.startsWith(asked) || (asked.startsWith(met) && asked.length - met.length < 2);

async function both(question, words) {
  const text = words.join(" ");
  const found = await meant(await ask(question, text), words);
  const other = otherWay(text);
  if (!other) return themeFirst(found, text);
  const met = new Set(found.map(({ result }) => result.id));
  const more = await meant(await ask(question, other), other.split(" "));
  return themeFirst([...found, ...more.filter(({ result }) => !met.has(result.id))], text);
}

// A word for a theme leads to the theme, however many concerns hold it.
async function themeFirst(found, text) {
  const theme = themes.get(text);
  if (!theme) return found;
  for (const one of found.filter(({ volume }) => volume === pages).slice(0, AT_ONCE)) {
    const { raw_url: address } = await one.result.data();
    if (root + address === `${themePages}${theme}/`) {
      return [one, ...found.filter((other) => other !== one)];
    }
  }
  return found;
}

async function find(question) {
  if (!question.q) return { found: await ask(question, null), note: "" };
  const words = wordsOf(question.q);
  const found = await both(question, words);
  if (found.length) return { found, note: "" };
  const alone = await Promise.all(words.map((word) => both(question, [word])));
  const mended = words.map((word, at) => (alone[at].length ? word : nearest(word) || word));
  if (mended.some((word, at) => word !== words[at])) {
    const again = await both(question, mended);
    const note = `Tidak ada yang memuat “${question.q}”. Ini yang memuat “${mended.join(" ")}”.`;
    if (again.length) return { found: again, note };
  }
  return { found: inPart(alone), note: "Tidak ada yang memuat semua kata itu. Ini yang memuat sebagian." };
}

function inPart(alone) {
  const byPage = new Map();
  for (const one of alone.flat()) {
    const before = byPage.get(one.result.id);
    byPage.set(one.result.id, { ...one, score: one.score + 100 + (before ? before.score : 0) });
  }
  return [...byPage.values()].sort((one, other) => other.score - one.score);
}

function newestFirst(found) {
  const place = ({ volume }) => (volume === pages ? 0 : yearOf(volume));
  return found.sort(
    (one, other) =>
      place(one) - place(other) || one.volume.localeCompare(other.volume) || one.number - other.number,
  );
}

// Years count down; what has no date comes last.
const yearOf = (volume) => (/^\d/.test(volume) ? -parseInt(volume, 10) : -1);

// The results

function make(tag, name, ...content) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...content);
  return made;
}

function marked(words, from, to, hits) {
  const pieces = [];
  for (let at = from; at < to; at++) {
    pieces.push(hits.has(at) ? make("mark", "", words[at]) : words[at], at + 1 < to ? " " : "");
  }
  return pieces;
}

// How many words make the heading: as many as fit, whole ones.
function headOf(words, end) {
  let letters = 0;
  for (let at = 0; at < end; at++) {
    letters += words[at].length + 1;
    if (letters > HEAD) return at;
  }
  return end;
}

function badge(key, word) {
  const pattern = badges.querySelector(`[data-kunci="${CSS.escape(key)}"]`);
  if (!pattern) return "";
  const made = pattern.cloneNode(true);
  if (word) made.lastElementChild.textContent = word;
  return made;
}

const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
};

function state(data) {
  const [own, ...others] = data.filters.status || [];
  if (!own) return "";
  const marks = others.filter(
    (key) =>
      badges.querySelector(`[data-kunci="${CSS.escape(key)}"][data-tanda]`) &&
      !(key === "lewat-tenggat" && others.includes("jauh-lewat-tenggat")),
  );
  const [until] = data.filters.g || [];
  if (until && until < today() && !marks.length) marks.push("lewat-tenggat");
  const made = make("p", "kb-line__state", badge(own, data.meta.b));
  for (const key of marks) made.append(" ", badge(key));
  return made;
}

function item(data) {
  const { title, k, u, p, w } = data.meta;
  const words = data.content.split(/\s+/);
  const hits = new Set(data.locations);
  const cut = words.indexOf(BREAK);
  const end = cut < 0 ? words.length : cut;
  const head = title ? 0 : headOf(words, end);
  const link = make("a", "kb-line__text", ...(title ? [title] : marked(words, 0, head, hits)));
  if (!title && head < end) link.append(" …");
  link.href = root + data.raw_url;
  const made = make("li", "kb-line", make("h3", "kb-found__name", link), state(data));
  const first = data.locations.filter((at) => at >= head && at !== cut).sort((a, b) => a - b)[0];
  const from = first === undefined ? 0 : Math.max(head, first - AROUND);
  const inAnswer = first > end;
  if (first !== undefined || title) {
    const begin = inAnswer ? Math.max(from, end + 1) : from;
    const stop = Math.min(begin + 2 * AROUND, first > end || cut < 0 ? words.length : end);
    const shown = make("p", "kb-found__text", ...marked(words, begin, stop, hits));
    if (inAnswer) shown.prepend("Dalam jawaban atau kabarnya: ");
    else if (begin > 0) shown.prepend("… ");
    if (stop < words.length && stop !== end) shown.append(" …");
    made.append(shown);
  }
  made.append(make("p", "kb-line__more", [k, w, u, p].filter(Boolean).join(" · ")));
  return made;
}

// What is shown

let shown = { found: [], count: 0, question: null };
let turn = 0;

async function more(toFocus) {
  const mine = turn;
  const next = shown.found.slice(shown.count, shown.count + AT_ONCE);
  const all = await Promise.all(next.map(({ result }) => result.data()));
  if (isLost) throw new Error("a text did not come");
  if (mine !== turn) return;
  const items = all.map(item);
  list.append(...items);
  shown.count += items.length;
  buttons.more.hidden = shown.count >= shown.found.length;
  if (toFocus && items.length) items[0].querySelector("a").focus();
}

function tell(question, found, note) {
  const period = years.selectedOptions[0];
  const number = found.length.toLocaleString("id");
  const where = `di ${period.dataset.kata}`;
  said.replaceChildren(
    found.length
      ? make("strong", "", `${number} hasil ${where}.`)
      : make("strong", "", `Belum ketemu ${where}.`),
    " ",
    found.length ? note : advice(question),
  );
  const wider = [...years.options].some(
    (option) => option.dataset.jilid.length > period.dataset.jilid.length,
  );
  buttons.wider.hidden = !wider;
}

function advice({ q, filters }) {
  const narrowed = Object.keys(filters).length;
  return [
    narrowed ? "Coba hapus saringannya." : "",
    q ? "Coba kata lain atau kata yang lebih pendek, misalnya “lampu” atau nama desanya." : "",
    "Yang belum pernah disampaikan dalam sesi memang belum ada di sini.",
  ].join(" ").trim();
}

async function run() {
  const question = read();
  sayChosen();
  const mine = ++turn;
  for (const button of Object.values(buttons)) button.hidden = true;
  if (!question.q && !Object.keys(question.filters).length) {
    list.replaceChildren();
    said.textContent = "";
    return;
  }
  said.textContent = "Mencari …";
  list.setAttribute("aria-busy", "true");
  try {
    const { found, note } = await find(question);
    if (mine !== turn) return;
    if (question.newest || !question.q) newestFirst(found);
    shown = { found, count: 0, question };
    list.replaceChildren();
    await more(false);
    if (mine === turn) tell(question, found, note);
  } catch (error) {
    console.error(error);
    if (mine === turn) failed();
  } finally {
    if (mine === turn) list.removeAttribute("aria-busy");
  }
}

function failed() {
  engine = undefined;
  isLost = false;
  list.replaceChildren();
  said.textContent =
    "Pencarian tidak bisa dimuat. Periksa sambungan Anda, lalu coba lagi. Semua catatan tetap bisa dicapai lewat daftar di bawah.";
  buttons.again.hidden = false;
}

// The question and the address

function read() {
  const filters = {};
  for (const name of FILTERS) {
    if (form.elements[name].value) filters[name] = form.elements[name].value;
  }
  const period = years.selectedOptions[0];
  return {
    q: field.value.trim(),
    filters,
    volumes: period.dataset.jilid.split(" "),
    newest: form.elements.urut.value === "terbaru",
  };
}

function address() {
  const parts = new URLSearchParams();
  for (const name of ["q", ...CHOICES]) {
    const value = form.elements[name].value.trim();
    if (value) parts.set(name, value);
  }
  return `${location.pathname}${String(parts) && `#${parts}`}`;
}

function fill() {
  const hash = location.hash.slice(1);
  const parts = new URLSearchParams(hash.includes("=") ? hash : location.search);
  field.value = parts.get("q") || "";
  for (const name of CHOICES) {
    const select = form.elements[name];
    const value = parts.get(name) || "";
    select.value = value;
    if (select.value !== value) {
      if (FILTERS.includes(name)) select.add(new Option(value, value, false, true));
      else select.value = "";
    }
  }
  if (location.search) history.replaceState(null, "", address());
}

// Folded away, the choices still say what was chosen.
function sayChosen() {
  const words = CHOICES.filter((name) => form.elements[name].value).map(
    (name) => form.elements[name].selectedOptions[0].text,
  );
  byId("_pilihan").textContent = words.length ? `(${words.join(", ")})` : "";
}

function submit() {
  if (address() !== location.pathname + location.hash) history.pushState(null, "", address());
  run();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (matchMedia("(pointer: coarse)").matches) field.blur(); // the keyboard covers what is found
  submit();
});
form.addEventListener("change", (event) => event.target !== field && submit());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const name of CHOICES) form.elements[name].value = "";
  submit();
});
form.addEventListener("focusin", () => start().catch(() => {}), { once: true });
buttons.more.addEventListener("click", () => more(true).catch(failed));
buttons.again.addEventListener("click", run);
buttons.wider.addEventListener("click", () => {
  years.value = "semua";
  said.tabIndex = -1;
  said.focus();
  submit();
});
addEventListener("popstate", () => {
  fill();
  run();
});
byId("_tanpa").remove();
fill();
run();

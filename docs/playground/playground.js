// The page: what is typed is linted, and what is found is shown.
import { Editor } from "./editor.js";
import { byId } from "./element.js";
import { listFindings, summary } from "./findings.js";
import { Linter } from "./linter.js";
import { showMatrix } from "./matrix.js";
import { linkOf, stateOf } from "./share.js";
import start from "./start.ini";

// Milliseconds without a key before the text is linted, and from then on before the rest is made.
const PAUSE = 150;
const REST = 400;

const linter = new Linter();
const editor = new Editor(byId("editor"), {
  text: start,
  changed: () => later(),
  mend: (finding) => attempt(() => mend(finding)),
});
const actions = {
  show: (place) => editor.show(place),
  explain: (code) => attempt(() => explain(code)),
  mend: editor.mend,
};
let examples = [];
let timer = 0;
let restTimer = 0;
let isRunning = false;
let isStale = false;
let remark = "";

const state = () => ({ text: editor.text, all: byId("all").checked });
const isNow = (asked) => asked.text === editor.text && asked.all === byId("all").checked;
const say = (text) => (byId("status").textContent = text);
const isBusy = (busy) => (byId("findings").ariaBusy = String(busy));
const attempt = (work) => work().catch((error) => say(`this failed: ${error.message}`));

function later(pause = PAUSE) {
  isBusy(true);
  byId("page").ariaBusy = "true";
  clearTimeout(timer);
  clearTimeout(restTimer);
  timer = setTimeout(check, pause);
}

// Another text, at once: nobody is typing it.
function replace(text) {
  editor.text = text;
  later(0);
}

// Lint the text as it is now; what is typed meanwhile is linted after that, once.
async function check() {
  isStale = isRunning;
  if (isRunning) return;
  isRunning = true;
  await attempt(lint);
  isRunning = false;
  if (isStale) check();
}

async function lint() {
  const asked = state();
  const answer = await linter.ask("lint", asked);
  if (!isNow(asked)) return;
  show(answer);
  restTimer = setTimeout(() => attempt(() => showRest(asked)), REST);
}

function show(answer) {
  editor.mark(answer.findings);
  listFindings(answer, actions);
  byId("mend-all").disabled = !answer.mendable;
  say(remark + summary(answer));
  remark = "";
  isBusy(false);
}

// The matrix as a page, and the text in the address: browsers let that change 200 times in 30 s.
async function showRest(asked) {
  const [page, link] = await Promise.all([linter.ask("page", asked), linkOf(asked)]);
  if (!isNow(asked)) return;
  history.replaceState(null, "", link);
  showMatrix(page);
}

async function mend({ number }) {
  const asked = state();
  make(asked, await linter.ask("mend", { ...asked, finding: number }));
}

async function mendAll() {
  const asked = state();
  make(asked, await linter.ask("mend_all", asked));
}

function make(asked, edits) {
  if (!isNow(asked)) return;
  if (edits.length) editor.edit(edits);
  else say("nothing could be mended without harm");
}

async function explain(code) {
  const [title, ...lines] = (await linter.ask("rule", { code })).split("\n");
  byId("rule-title").textContent = title;
  byId("rule-page").textContent = lines.join("\n").trim();
  byId("rule-link").href = `../rules/${code}.html`;
  byId("rule").showModal();
}

async function share() {
  history.replaceState(null, "", await linkOf(state()));
  const copied = navigator.clipboard?.writeText(location.href) ?? Promise.reject();
  const where = await copied.then(() => "copied", () => "in the address bar");
  say(`the link is ${where}: it holds the whole text`);
}

// Take the text that a link holds.
async function follow(link) {
  if (!link) return;
  isBusy(true);
  const held = await stateOf(link);
  if (held) {
    byId("all").checked = held.all;
    replace(held.text);
  } else {
    remark = "the link holds no text; ";
    later(0);
  }
}

async function offerExamples() {
  examples = await (await fetch("examples.json")).json();
  byId("example").append(...examples.map(({ title }, at) => new Option(title, at)));
}

byId("example").addEventListener("change", ({ target }) => {
  if (target.value) replace(examples[target.value].text);
});
byId("all").addEventListener("change", () => later(0));
byId("mend-all").addEventListener("click", () => attempt(mendAll));
byId("share").addEventListener("click", () => attempt(share));
// The address may hold the old text again by now.
addEventListener("hashchange", ({ newURL }) => follow(new URL(newURL).hash));
attempt(offerExamples);
await follow(location.hash);
later(0);

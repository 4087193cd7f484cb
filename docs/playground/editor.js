// The editor: CodeMirror, with the findings as marks in the text and in the margin.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { element } from "./element.js";
import { matrixLanguage } from "./ini.js";

// What steers or hides text beside the characters that CodeMirror shows by itself.
const INVISIBLE = /[\u200c\u200d\u202a-\u202c\u2060\u2068\ud800-\udfff]/gu;
const STEPS = [
  { key: "F8", run: nextDiagnostic },
  { key: "Shift-F8", run: previousDiagnostic },
];

export class Editor {
  #dark = new Compartment();
  #view;

  // Whatever changes the text calls *changed*; *mend* is asked to make a finding's fix.
  constructor(parent, { text, changed, mend }) {
    const isDark = matchMedia("(prefers-color-scheme: dark)");
    this.mend = mend;
    this.#view = new EditorView({
      parent,
      doc: text,
      extensions: [
        ...extensions(),
        this.#dark.of(EditorView.darkTheme.of(isDark.matches)),
        EditorView.updateListener.of((update) => update.docChanged && changed()),
      ],
    });
    isDark.addEventListener("change", ({ matches }) => {
      const theme = EditorView.darkTheme.of(matches);
      this.#view.dispatch({ effects: this.#dark.reconfigure(theme) });
    });
  }

  get text() {
    return this.#view.state.doc.toString();
  }

  set text(insert) {
    const to = this.#view.state.doc.length;
    this.#view.dispatch({ changes: { from: 0, to, insert }, selection: { anchor: 0 } });
    this.#view.dispatch({ effects: EditorView.scrollIntoView(0) });
  }

  // Make edits, all at once: one step to undo.
  edit(changes) {
    this.#view.dispatch({ changes, userEvent: "input.fix" });
  }

  mark(findings) {
    const marks = findings.map((finding) => this.#mark(finding));
    this.#view.dispatch(setDiagnostics(this.#view.state, marks));
  }

  show({ from, to }) {
    const effects = EditorView.scrollIntoView(from, { y: "center" });
    this.#view.dispatch({ selection: { anchor: from, head: to }, effects });
    this.#view.focus();
  }

  #mark(finding) {
    const { from, to, severity, message, fix } = finding;
    const actions = fix ? [{ name: fixName(fix), apply: () => this.mend(finding) }] : [];
    return { from, to, severity, message, actions, renderMessage: () => rendered(finding) };
  }
}

export function fixName(fix) {
  return `Fix: ${fix.title}${fix.safe ? "" : " (unsafe)"}`;
}

function rendered({ code, name, message, hint }) {
  const parts = [element("b", {}, `${code} ${name}`), element("p", {}, message)];
  if (hint) parts.push(element("p", { className: "hint" }, hint));
  return element("div", { className: "told" }, ...parts);
}

function extensions() {
  return [
    // Every character of the text is kept: carriage returns are shown, not taken for line ends.
    EditorState.lineSeparator.of("\n"),
    highlightSpecialChars({ addSpecialChars: INVISIBLE }),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": "Support matrix", spellcheck: "false" }),
    lineNumbers(),
    lintGutter(),
    history(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    matrixLanguage,
    keymap.of([...STEPS, ...defaultKeymap, ...historyKeymap, ...searchKeymap]),
  ];
}

// The list of findings, each with its place, its rule's page and its fix.
import { fixName } from "./editor.js";
import { byId, element } from "./element.js";

// *show* leads to a place of the text, *explain* to a rule's page, *mend* makes a fix.
export function listFindings({ findings, count }, actions) {
  const items = findings.map((finding) => item(finding, actions));
  if (count > findings.length) {
    const left = count - findings.length;
    items.push(element("li", { className: "more" }, `${left} more; the command tells them all`));
  }
  byId("findings").replaceChildren(...items);
}

export function summary({ findings, count }) {
  if (!count) return "no findings";
  const kinds = ["error", "warning", "info"].map((severity) => [
    findings.filter((finding) => finding.severity === severity).length,
    severity,
  ]);
  const told = kinds.filter(([number]) => number).map(([number, kind]) => many(number, kind));
  return `${many(count, "finding")}: ${told.join(", ")}`;
}

// "info" has no plural.
function many(number, thing) {
  return `${number} ${thing}${number === 1 || thing === "info" ? "" : "s"}`;
}

function item(finding, { show, explain, mend }) {
  const { line, column, code, name, severity, message, hint, related, fix } = finding;
  const place = element("span", { className: "place" }, `${line}:${column}`);
  const told = element("span", { className: "message" }, message);
  const parts = [
    button("go", () => show(finding), place, severityMark(severity), told),
    ...(hint ? [element("p", { className: "hint" }, hint)] : []),
    button("rule", () => explain(code), `${code} ${name}`),
    ...related.map((each) => button("related", () => show(each), `${each.line}: ${each.message}`)),
    ...(fix ? [button("fix", () => mend(finding), fixName(fix))] : []),
  ];
  return element("li", { className: `finding ${severity}` }, ...parts);
}

function severityMark(severity) {
  return element("b", { className: "severity" }, severity);
}

function button(className, onclick, ...children) {
  return element("button", { type: "button", className, onclick }, ...children);
}

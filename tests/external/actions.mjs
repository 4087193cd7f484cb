// Issue the annotations of the standard input, [[kind, message, properties], ...], as an action does.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder] = process.argv.slice(2);
const core = await import(pathToFileURL(`${folder}/@actions/core/lib/core.js`).href);
for (const [kind, message, properties] of JSON.parse(readFileSync(0, "utf8"))) {
  core[kind](message, properties);
}

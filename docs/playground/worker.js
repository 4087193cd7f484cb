// Where matrixlint runs: Pyodide in a thread of its own, one question after another.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const bridge = start();

// A question is [number, function of bridge.py, what it is asked]; the answer has its number.
addEventListener("message", async ({ data: [number, name, asked] }) => {
  try {
    const answer = (await bridge)[name](JSON.stringify(asked));
    postMessage([number, JSON.parse(answer), null]);
  } catch (error) {
    postMessage([number, null, String(error.message ?? error)]);
  }
});

async function start() {
  const place = new URL("./pyodide/", import.meta.url).href;
  const [pyodide, packages] = await Promise.all([
    loadPyodide({ indexURL: place }),
    fetched(new URL("./packages.zip", import.meta.url)),
  ]);
  pyodide.unpackArchive(packages, "zip", { extractDir: "/packages" });
  pyodide.runPython("import sys; sys.path.insert(0, '/packages')");
  return pyodide.pyimport("bridge");
}

async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} is not there: ${response.status}`);
  return response.arrayBuffer();
}

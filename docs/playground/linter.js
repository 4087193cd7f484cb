// The linter as the page sees it: questions to the worker, and promises of its answers.

// A worker from a blob is under the page's policy, one from a file would be under none.
const start = () => {
  const script = `import ${JSON.stringify(new URL("./worker.js", import.meta.url).href)};`;
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  return new Worker(url, { type: "module" });
};

export class Linter {
  #worker = start();
  #waiting = new Map();
  #count = 0;
  #failure = null;

  constructor() {
    this.#worker.addEventListener("message", ({ data }) => this.#take(...data));
    this.#worker.addEventListener("error", (event) => this.#fail(event.message));
  }

  // Ask a function of bridge.py; the promise fails with what went wrong there.
  ask(name, asked) {
    if (this.#failure) return Promise.reject(this.#failure);
    const number = (this.#count += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#worker.postMessage([number, name, asked]);
    });
  }

  #take(number, answer, failure) {
    const { resolve, reject } = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (failure === null) resolve(answer);
    else reject(new Error(failure));
  }

  // The worker has not come up.
  #fail(message) {
    this.#failure = new Error(message);
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }
}

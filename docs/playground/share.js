// The text in a link: JSON, compressed, in the alphabet of URLs; what stands behind # is sent nowhere.

// What a link may unfold to, in bytes: a short one could be made to fill the memory.
const MOST = 4_000_000;

export async function linkOf(state) {
  // JSON writes lone surrogates, which UTF-8 cannot, as escapes.
  const stream = new Blob([JSON.stringify(state)]).stream();
  const packed = await collect(stream.pipeThrough(new CompressionStream("deflate-raw")), Infinity);
  const letters = packed.reduce((text, byte) => text + String.fromCharCode(byte), "");
  return "#" + btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

// Return the state that a link holds, null where it holds none.
export async function stateOf(link) {
  try {
    const letters = atob(link.slice(1).replaceAll("-", "+").replaceAll("_", "/"));
    const packed = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const { text, all } = JSON.parse(new TextDecoder().decode(await collect(stream, MOST)));
    return typeof text === "string" ? { text, all: all === true } : null;
  } catch {
    return null;
  }
}

async function collect(stream, most) {
  const reader = stream.getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > most) throw new RangeError("the link unfolds to too much");
    parts.push(value);
  }
}

// How the text of a matrix is coloured: headers, comments and keys.
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { tags } from "@lezer/highlight";

const COMMENT = /^\s*[#;]/;
const HEADER = /^\[[^\]]*\]/;
const KEY = /^[^\s#;=:[][^=:]*/;

const language = StreamLanguage.define({
  name: "support-matrix",
  token(stream) {
    const isStart = stream.sol();
    if (isStart && stream.match(HEADER)) return "heading";
    // A line that begins with a blank goes on with the value above.
    if (isStart && stream.match(KEY)) return "propertyName";
    const isComment = isStart && stream.match(COMMENT);
    stream.skipToEnd();
    return isComment ? "comment" : null;
  },
});

const looks = HighlightStyle.define([
  { tag: tags.comment, class: "ini-comment" },
  { tag: tags.heading, class: "ini-header" },
  { tag: tags.propertyName, class: "ini-key" },
]);

export const matrixLanguage = [language, syntaxHighlighting(looks)];

// The page of the matrix, in a frame where nothing runs and no form is sent.
import { byId } from "./element.js";

// Chromium takes no longer address.
const MOST = 2_000_000;
const TOO_LONG = "This page is too long to be shown here: matrixlint export --format html writes it.";

let shown = "";

// In a srcdoc the links within the page would lead to the page around it, in a blob to nothing.
export function showMatrix(page) {
  const whole = `data:text/html;charset=utf-8,${encodeURIComponent(page)}`;
  const address = whole.length > MOST ? `data:text/plain,${encodeURIComponent(TOO_LONG)}` : whole;
  if (address === shown) isDrawn();
  // No step for the button that leads back.
  else byId("matrix").contentWindow.location.replace(address);
  shown = address;
}

const isDrawn = () => (byId("page").ariaBusy = "false");

byId("matrix").addEventListener("load", isDrawn);

// Half a table is not laid out: a large one would be, again and again, while it is read.
document.documentElement.classList.add("loading");
addEventListener("DOMContentLoaded", () => document.documentElement.classList.remove("loading"));

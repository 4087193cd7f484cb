// Print the issues of the standard input, [[message, properties], ...], as a task of a pipeline does.
const { readFileSync } = require("node:fs");

const [folder] = process.argv.slice(2);
const { TaskCommand } = require(`${folder}/azure-pipelines-task-lib/taskcommand.js`);
for (const [message, properties] of JSON.parse(readFileSync(0, "utf8"))) {
  process.stdout.write(`${new TaskCommand("task.logissue", properties, message)}\n`);
}

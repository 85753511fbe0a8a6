// Loaded before every program of a page (see programs.ts): compares shown values, keeps what each block prints.
"use strict";
const assert = require("node:assert");
const { writeSync } = require("node:fs");
const { format } = require("node:util");

const printed = [];
globalThis.begin = () => {
  printed.push("");
};
console.log = (...values) => {
  printed[printed.length - 1] += `${format(...values)}\n`;
};
process.on("exit", () => {
  writeSync(1, JSON.stringify(printed));
});

globalThis.shown = (place, run, expected) => {
  let value;
  try {
    value = run();
  } catch (error) {
    return check(place, null, error, expected);
  }
  if (!(value instanceof Promise)) return check(place, value, null, expected);
  return value.then(
    (found) => check(place, found, null, expected),
    (error) => check(place, null, error, expected),
  );
};

function check(place, value, error, expected) {
  if (typeof expected === "string") {
    if (error?.code !== expected) throw new Error(`${place}: should throw ${expected}`, { cause: error });
    return;
  }
  if (error !== null) throw new Error(`${place}: ${error.message}`, { cause: error });
  assert.deepStrictEqual(plain(value), expected(), `${place}: the value is ${format("%j", value)}`);
}

/** Typed arrays as lists, objects of classes as plain ones: what a reader sees. */
function plain(value) {
  if (ArrayBuffer.isView(value)) return Array.from(value);
  return value;
}

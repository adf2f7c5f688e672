// Reads and writes records as the form does, without a browser: lines of JSON in, lines of JSON out.
import * as yaml from '../desk/node_modules/yaml/dist/index.js';
import { createInterface } from 'node:readline';
import process from 'node:process';

globalThis.Pustaka = { yaml };
const { format } = await import('../desk/src/format.js');

function answer({ fields, text, put }) {
  const { fromFile, toFile } = format(fields);
  const form = text === undefined ? {} : fromFile(text);
  for (const [path, value] of put ?? []) {
    const keys = [...path];
    const last = keys.pop();
    keys.reduce((at, key) => (at[key] ??= {}), form)[last] = value;
  }
  try {
    return { text: toFile(form) };
  } catch (error) {
    return { refused: error.message };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
}

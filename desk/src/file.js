// A record's file: read as the text that was typed, and written so that only what changed changes.
import { same } from './record.js';

const { yaml } = globalThis.Pustaka;
const READ = { schema: 'failsafe', keepSourceTokens: false, prettyErrors: false };
const NOTHING = /^(?:~|null)?$/i; // read as empty where it is not quoted
const SHORT = 80; // letters a list of words may have to stand in one line

/** The tree of a file: text, lists and objects. Throws where it is not one YAML mapping. */
export function tree(text) {
  const document = yaml.parseDocument(text, READ);
  if (document.errors.length) throw document.errors[0];
  if (!yaml.isMap(document.contents)) throw new Error('bukan catatan');
  return document.toJS({ maxAliasCount: 0 });
}

/** A tree as a new file: nothing that is not needed is quoted, texts of lines stand as blocks. */
export function fresh(record) {
  const document = new yaml.Document(record, { schema: 'failsafe', aliasDuplicateObjects: false });
  yaml.visit(document, {
    Scalar(key, node) {
      if (key !== 'key' && node.value.includes('\n')) node.type = 'BLOCK_LITERAL';
      else if (NOTHING.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
    Seq(_key, node) {
      const words = node.items.map((item) => (yaml.isScalar(item) ? item.value : '\n'));
      node.flow = !words.some((word) => word.includes('\n')) && words.join(', ').length <= SHORT;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** The file `text` with `record` in it: each line of what stayed the same is the line it was. */
export function changed(text, record) {
  const document = yaml.parseDocument(text, READ);
  const before = document.toJS();
  if (same(before, record)) return text;
  const edits = [];
  if (!intoMap(document.contents, before, record, text, edits)) return fresh(record);
  let after = text;
  for (const { from, to, put } of edits.sort((one, other) => other.from - one.from || other.to - one.to)) {
    after = after.slice(0, from) + put + after.slice(to);
  }
  return same(tree(after), record) ? after : fresh(record);
}

// Each of the following adds edits to `edits` and tells whether it could; where it could not, whoever
// asked writes the whole of it anew.

function intoMap(map, before, record, text, edits) {
  if (map.flow || map.items.length === 0) return false;
  const pairs = new Map(map.items.map((pair) => [pair.key.value, pair]));
  const column = columnOf(map.items[0].key.range[0], text);
  let last = null;
  for (const [key, value] of Object.entries(record)) {
    const pair = pairs.get(key);
    if (!pair) {
      edits.push(added(key, value, last, map, column, text));
    } else {
      if (!same(before[key], value) && !intoValue(pair.value, before[key], value, text, edits)) {
        const put = indented(fresh({ [key]: value }), column, false);
        edits.push({ from: pair.key.range[0], to: endOf(pair, text), put });
      }
      last = pair;
    }
  }
  const gone = map.items.filter((pair) => !(pair.key.value in record));
  for (const pair of gone) {
    const start = pair.key.range[0] - column;
    if (text.slice(start, pair.key.range[0]).trim()) return false; // the dash of an item before it
    edits.push({ from: start, to: endOf(pair, text), put: '' });
  }
  return true;
}

function intoValue(node, before, value, text, edits) {
  const isMapping = typeof value === 'object' && !Array.isArray(value);
  if (yaml.isMap(node) && isMapping) return attempt(edits, (mine) => intoMap(node, before, value, text, mine));
  if (yaml.isSeq(node) && Array.isArray(value)) return attempt(edits, (mine) => intoList(node, before, value, text, mine));
  return false;
}

function intoList(list, before, items, text, edits) {
  const stays = items.length >= list.items.length && list.items.every(yaml.isMap);
  if (list.flow || !stays || list.items.some((_item, at) => before[at].id !== items[at].id)) return false;
  for (const [at, item] of items.entries()) {
    if (at < list.items.length) {
      if (!same(before[at], item) && !intoMap(list.items[at], before[at], item, text, edits)) return false;
    } else {
      const dash = text.lastIndexOf('-', list.items[0].range[0] - 1);
      const end = endOf({ value: list.items.at(-1) }, text);
      const put = indented(fresh([item]), columnOf(dash, text), true);
      edits.push({ from: end, to: end, put: ended(text, end) + put });
    }
  }
  return true;
}

function attempt(edits, make) {
  const mine = [];
  const could = make(mine);
  if (could) edits.push(...mine);
  return could;
}

function added(key, value, last, map, column, text) {
  const put = fresh({ [key]: value });
  if (last === null) {
    const from = map.items[0].key.range[0];
    return { from, to: from, put: indented(put, column, false) + ' '.repeat(column) };
  }
  const end = endOf(last, text);
  return { from: end, to: end, put: ended(text, end) + indented(put, column, true) };
}

/** Where a pair ends: behind the line its value ends in. */
function endOf({ key, value }, text) {
  const end = (value?.range ?? key.range)[1];
  if (text[end - 1] === '\n') return end;
  const next = text.indexOf('\n', end);
  return next < 0 ? text.length : next + 1;
}

const ended = (text, at) => (at > 0 && text[at - 1] !== '\n' ? '\n' : '');
const columnOf = (offset, text) => offset - (text.lastIndexOf('\n', offset - 1) + 1);

function indented(text, column, withFirst) {
  const space = ' '.repeat(column);
  const lines = text.split('\n').map((one, at) => (one && (at || withFirst) ? space + one : one));
  return lines.join('\n');
}

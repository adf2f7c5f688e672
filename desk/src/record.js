// A record as it is written in a file, and as the form shows it.
//
// The form has fields a record has not: which unit's folder a follow-up lies in, and a field beside
// every list that one word may stand for (`masukan: nihil`). What is empty in the form is not
// written. The configuration says all of this of each field; nothing here knows a key by name.

// What comes along unseen when a text is copied from elsewhere; no record may hold it.
const UNSEEN = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const isList = (field) => field.widget === 'list' || field.multiple === true;
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const asList = (value) => (Array.isArray(value) ? value : [value]);
const instead = (fields, name) => fields.find((field) => field.stands_for === name);
const offers = (field, word) => field.options.some((one) => one.value === word);

/** Stands in a field that is no part of a record once the record has its place: it is filled in. */
export const KNOWN = '#';

/** What the form shows of a record: a tree of text, lists and objects, read from a file. */
export function shown(record, fields) {
  const form = {};
  for (const field of fields) {
    if (field.form_only) form[field.name] = KNOWN;
    const value = field.form_only ? undefined : record[field.stands_for ?? field.name];
    if (value === undefined) continue;
    if (field.stands_for) {
      if (typeof value === 'string' && offers(field, value.trim())) form[field.name] = value.trim();
    } else {
      const other = instead(fields, field.name);
      const isWord = other && typeof value === 'string' && offers(other, value.trim());
      if (!isWord) form[field.name] = shownValue(value, field);
    }
  }
  return form;
}

function shownValue(value, field) {
  const one = (item) => {
    if (isRecord(item) && field.fields) return shown(item, field.fields);
    return typeof item === 'string' ? item.trim() : item;
  };
  return isList(field) ? asList(value).map(one) : one(value);
}

/** The record the form holds: keys in their order, texts ending with a line break, nothing empty. */
export function meant(form, fields) {
  const record = {};
  for (const field of fields.filter((one) => !one.form_only)) {
    const value = meantValue(form[field.name], field);
    if (value !== undefined) record[field.stands_for ?? field.name] ??= value;
  }
  return record;
}

function meantValue(value, field) {
  if (value === undefined || value === null) return undefined;
  if (isList(field)) {
    const item = field.field ?? (field.fields ? { fields: field.fields } : {});
    const items = asList(value).map((one) => meantValue(one, item)).filter((one) => one !== undefined);
    if (items.length === 0) return undefined;
    return field.single ? items[0] : items;
  }
  if (isRecord(value)) {
    const inner = meant(value, field.fields ?? []);
    return Object.keys(inner).length ? inner : undefined;
  }
  const text = String(value).replaceAll('\r\n', '\n').replaceAll(UNSEEN, '').trim();
  if (!text) return undefined;
  return field.is_text ? `${text}\n` : text;
}

/** Whether two trees say the same: a list of one is the one, and spaces around a text are nothing. */
export function same(left, right) {
  const [one, other] = [left, right].map((side) => (Array.isArray(side) && side.length === 1 ? side[0] : side));
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((each, at) => same(each, other[at]));
  }
  if (isRecord(one)) {
    const keys = Object.keys(one);
    return isRecord(other) && keys.length === Object.keys(other).length && keys.every((key) => same(one[key], other[key]));
  }
  return typeof one === 'string' && typeof other === 'string' ? one.trim() === other.trim() : one === other;
}

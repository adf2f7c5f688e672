// How Decap reads and writes the files of one collection: it asks here at every load and every save.
import { changed, fresh, tree } from './file.js';
import { phrases } from './indonesian.js';
import { meant, same, shown } from './record.js';

// What a file held goes along with what is shown of it, under keys no record can have.
export const FILE = '#berkas';
export const UNREADABLE = '#tidak-terbaca';

/** The format of a collection with these fields. */
export function format(fields) {
  return {
    fromFile(text) {
      try {
        const record = tree(text);
        const form = shown(record, fields);
        const isWhole = same(kept(record, form, fields), record);
        return { ...form, [FILE]: text, ...(isWhole ? {} : { [UNREADABLE]: true }) };
      } catch {
        return { [FILE]: text, [UNREADABLE]: true };
      }
    },
    toFile(form) {
      if (form[UNREADABLE]) throw new Error(phrases.unreadable);
      if (!form[FILE]) return fresh(meant(form, fields));
      return changed(form[FILE], kept(tree(form[FILE]), form, fields));
    },
  };
}

/** The record the form holds, and of the file it came from what the form does not show. */
function kept(record, form, fields) {
  const ours = new Set(fields.filter((one) => !one.form_only).map((one) => one.stands_for ?? one.name));
  const others = Object.entries(record).filter(([key]) => !ours.has(key));
  return { ...meant(form, fields), ...Object.fromEntries(others) };
}

// Days as they are typed: in words or as ISO 8601. A record's file is named after its day, and keeps
// that name forever, so a day in words becomes its ISO form before anything is made of it.

const MONTHS = [
  'Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni',
  'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember',
];
const OTHER_NAMES = {
  jan: 1, feb: 2, mar: 3, apr: 4, jun: 6, jul: 7, agu: 8, agt: 8, ags: 8, agust: 8, sep: 9, sept: 9,
  okt: 10, nov: 11, nop: 11, des: 12, pebruari: 2, peb: 2, nopember: 11,
};
const WEEKDAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
const OTHER_WEEKDAYS = { "jum'at": 5, ahad: 0 };
const WORDS = /^(?:([a-z']+),? +)?(\d{1,2}) +([a-z]+)\.? +(\d{4})(\??)$/i;
const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\??$/;
const KNOWN = /^\d{4}-\d{2}(?:-\d{2})?$/;

/** The file's name where nobody knows the day. */
const UNDATED = 'tanpa-tanggal';

const numbered = (names, others, first) => (name) => {
  const at = names.findIndex((one) => one.toLowerCase() === name.toLowerCase());
  return at < 0 ? others[name.toLowerCase()] : at + first;
};
const monthOf = numbered(MONTHS, OTHER_NAMES, 1);
const weekdayOf = numbered(WEEKDAYS, OTHER_WEEKDAYS, 0);
const spoken = (day, month, year) => `${Number(day)} ${MONTHS[month - 1]} ${year}`;

/** The day that was typed in words, its weekday and whether it is unsure; undefined for other text. */
function read(text) {
  const found = WORDS.exec(text.trim());
  const month = found && monthOf(found[3]);
  if (!month) return undefined;
  const [, weekday, day, , year, unsure] = found;
  const date = new Date(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
  return { date, exists, weekday, unsure, said: spoken(day, month, year) };
}

/** What was typed, as ISO 8601 if it is a day in words: `20 November 2026` is `2026-11-20`. */
export function iso(text) {
  const found = read(text);
  if (!found?.exists) return text;
  if (found.weekday && weekdayOf(found.weekday) !== found.date.getUTCDay()) return text;
  return `${found.date.toISOString().slice(0, 10)}${found.unsure}`;
}

/** What is wrong with a day beyond its form, and what to write instead; undefined if nothing is. */
export function complaint(text) {
  const slashed = SLASHED.exec(text.trim());
  if (slashed) {
    const [day, month, year] = slashed.slice(1).map(Number);
    if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
    const meant = spoken(day, month, year);
    if (day > 12 || day === month) return `Tulis ${meant}.`;
    const [one, other] = [`${day} ${MONTHS[month - 1]}`, `${month} ${MONTHS[day - 1]}`];
    return `Bisa berarti ${one} atau ${other}. Tulis ${meant}.`;
  }
  const found = read(text);
  if (!found) return undefined;
  if (!found.exists) return `${found.said} tidak ada di kalender.`;
  if (iso(text) !== text) return undefined;
  return `${found.said} hari ${WEEKDAYS[found.date.getUTCDay()]}. Betulkan hari atau tanggalnya.`;
}

/** The name of a new record's file: its day, or as much of it as is known. */
export function stem(text) {
  const [known] = iso(String(text ?? '').trim()).replace(/\?$/, '').replace(/^\.\.\//, '').split('/');
  return KNOWN.test(known) ? known : UNDATED;
}

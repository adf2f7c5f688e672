// Concerns of sessions saved in this browser, so that they can be answered before the site knows them.
const PLACE = 'kabar-masukan-baru';
const MOST = 200;

export function recent() {
  try {
    return JSON.parse(localStorage.getItem(PLACE)) ?? [];
  } catch {
    return [];
  }
}

/** Remembers a saved session: its id (`polsek-x/2025-01-03`) and its concerns, as the form has them. */
export function remember(session, concerns) {
  const found = concerns
    .filter((one) => one.id)
    .map((one) => ({ value: `${session}#${one.id}`, label: `${session} · ${one.id}` }));
  const others = recent().filter((one) => !one.value.startsWith(`${session}#`));
  localStorage.setItem(PLACE, JSON.stringify([...found, ...others].slice(0, MOST)));
}

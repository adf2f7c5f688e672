// What the form says by itself, in the strip below that is always there: why a record was not saved,
// and that a text looks like somebody's number. Decap says nothing of the first where a field is
// filled in but badly formed, which may be far down the page. Nothing here stops anybody.
import { locale, phrases } from './indonesian.js';

const SOON = 200; // milliseconds in which Decap has checked the fields and drawn what it found
const NUMBER = /\d{8}|\d(?:[ .-]?\d){8}/; // 16.30-18.00 is none
const HARMLESS = /https?:\/\/\S*|\bRp\.? ?[\d.,]+|\b(?:19|20)\d{2}-\d{2}(?:-\d{2})?\b/g;
const ADDRESS = /[\w.+-]@[\w-]/;
const PERSON = /\b(?:Pak|Bu|Bapak|Ibu) (?!Kapol|Kades|Lurah|Camat|RT|RW|Bhabin|Kepala|Ketua)\p{Lu}/u;
const SIGNS = [[NUMBER, 'number'], [ADDRESS, 'address'], [PERSON, 'person']];

/** What a text surely or nearly surely holds that points to somebody: a phrase's key, or undefined. */
export function sign(text) {
  const plain = text.replaceAll(HARMLESS, ' ');
  return SIGNS.find(([pattern]) => pattern.test(plain))?.[1];
}

/** Begin to watch the page. */
export function watch() {
  const strip = document.getElementById('kata-formulir');
  const say = (text) => {
    strip.textContent = text;
  };
  document.addEventListener('input', ({ target }) => {
    if (!target.matches('#nc-root textarea, #nc-root input[type="text"]')) return;
    const found = sign(target.value);
    say(found ? phrases.looksLike[found] : '');
  });
  document.addEventListener('click', ({ target }) => {
    if (target.closest('button')?.textContent.trim() !== locale.editor.editorToolbar.save) return;
    say('');
    setTimeout(() => unsaved(say), SOON);
  }, true);
}

function unsaved(say) {
  const [first] = document.querySelectorAll('#nc-root [class*="-ControlErrorsList"] li');
  if (!first) return;
  say(phrases.unsaved(first.textContent));
  let place = first;
  while (place.getClientRects().length === 0) place = place.parentElement; // in an item that is closed
  place.scrollIntoView({ block: 'center' });
}

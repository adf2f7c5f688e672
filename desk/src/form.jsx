// Starts the form: Decap with our configuration, our widgets, our way with files, in Indonesian.
import { known } from './backends.js';
import { choice } from './choice.jsx';
import { DayControl } from './day.jsx';
import { stem } from './days.js';
import { folderControl } from './folder.jsx';
import { FILE, UNREADABLE, format } from './format.js';
import { locale, phrases } from './indonesian.js';
import { watch } from './notices.js';
import { PhotoControl } from './photo.jsx';
import { recent, remember } from './recent.js';

const { CMS, widgets } = globalThis.Pustaka;
/** Before a record is saved: a new one is nobody's copy, and knows the folder and name of its file. */
function beforeSave({ entry }) {
  const data = entry.get('data');
  if (!entry.get('newRecord')) return data;
  const units = data.get('satuan');
  const folder = data.get('folder') || (typeof units === 'string' ? units : units?.first());
  return data.delete(FILE).delete(UNREADABLE).set('folder', folder).set('nama_berkas', stem(data.get('tanggal')));
}

function afterSave({ entry }) {
  const data = entry.get('data');
  const concerns = data.get('masukan')?.toJS?.() ?? [];
  if (entry.get('collection') !== 'sesi' || concerns.length === 0) return;
  const path = entry.get('path');
  const name = path ? path.split('/').at(-1).replace(/\.yml$/, '') : stem(data.get('tanggal'));
  remember(`${path ? path.split('/').at(-2) : data.get('folder')}/${name}`, concerns);
}

async function start() {
  const [settings, concerns] = await Promise.all(
    ['setelan.json', 'masukan.json'].map((name) => fetch(name).then((answer) => answer.json())),
  );
  for (const [name, Backend] of Object.entries(known)) CMS.registerBackend(name, Backend);
  CMS.registerWidget(widgets.map((one) => one.Widget()));
  const offered = concerns.map(([value, label]) => ({ value, label }));
  const optionsOf = (field) => field.options ?? settings.registries[field.registry];
  CMS.registerWidget('pilihan', choice(optionsOf));
  const ids = new Set(offered.map((one) => one.value));
  CMS.registerWidget('masukan', choice(() => [...recent().filter((one) => !ids.has(one.value)), ...offered]));
  CMS.registerWidget('folder', folderControl(optionsOf));
  CMS.registerWidget('hari', DayControl);
  CMS.registerWidget('foto', PhotoControl);
  for (const { format: name, fields } of settings.collections) {
    CMS.registerCustomFormat(name, 'yml', format(fields));
  }
  // A library of media would take in files as they are; photos come in through their own field only.
  CMS.registerMediaLibrary({ name: 'tanpa', init: () => ({ show() {}, hide() {}, enableStandalone: () => false }) });
  CMS.registerLocale('en', globalThis.Pustaka.english);
  CMS.registerLocale('id', locale);
  CMS.registerEventListener({ name: 'preSave', handler: beforeSave });
  CMS.registerEventListener({ name: 'postSave', handler: afterSave });
  CMS.init({ config: settings });
  watch();
}

start().catch((error) => {
  console.error(error);
  document.getElementById('nc-root').textContent = phrases.cannotStart;
});

// Bundles the form into dist/: what others wrote (pustaka.js) and what we wrote (meja.js) apart.
//
// Only the parts of Decap that records need are taken: its ready-made file is 5.2 MB and asks for
// more files as it goes. What checks Decap's own configuration at run time stays out, because it
// makes code out of text, which the page forbids; our configuration is made by a program and tested.
//
// The same packages give the same bytes, and library.sum holds their digests: the search for personal
// data knows the library by them, since in 2 MB of other people's code everything looks like a number
// or a name. `node build.mjs --renew` writes them anew after an upgrade.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';

const here = import.meta.dirname;
const LEFT_OUT = /(constants\/configSchema(\.js)?|@jsquash\/webp(\/encode)?)$/;
const leftOut = {
  name: 'left-out',
  setup(build) {
    build.onResolve({ filter: LEFT_OUT }, ({ path }) => ({ path, namespace: 'left-out' }));
    build.onLoad({ filter: /./, namespace: 'left-out' }, () => ({
      contents: 'export function validateConfig() {} export default undefined;',
    }));
  },
};
const both = {
  absWorkingDir: here,
  bundle: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  outdir: 'dist',
  target: 'es2022',
};

/** The licences of all that is in a bundle, by package. */
function licences(inputs) {
  const folders = new Set(Object.keys(inputs).map((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]));
  return [...folders].filter(Boolean).sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(here, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(here, folder)).sort().find((one) => /^licen[cs]e/i.test(one));
    const text = file ? readFileSync(join(here, folder, file), 'utf8').trim() : '';
    return `${name} ${version} (${license})\n\n${text}\n`;
  }).join(`\n${'-'.repeat(78)}\n\n`);
}

rmSync(join(here, 'dist'), { recursive: true, force: true });
const { metafile } = await build({
  ...both,
  entryPoints: { pustaka: 'src/library.js' },
  minify: true,
  metafile: true,
  loader: { '.svg': 'text' },
  alias: { path: 'path-browserify' },
  define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
  plugins: [leftOut],
});
await build({
  ...both,
  entryPoints: { meja: 'src/form.jsx' },
  minifyWhitespace: true,
  jsxFactory: 'React.createElement',
  jsxFragment: 'React.Fragment',
});
copyFileSync(join(here, 'src/form.css'), join(here, 'dist/meja.css'));
writeFileSync(join(here, 'dist/lisensi.txt'), licences(metafile.inputs));

const sum = ['lisensi.txt', 'pustaka.js'].map((name) => {
  const digest = createHash('sha256').update(readFileSync(join(here, 'dist', name))).digest('hex');
  return `${digest}  ${name}\n`;
}).join('');
const known = join(here, 'library.sum');
if (process.argv.includes('--renew')) {
  writeFileSync(known, sum);
} else if (!existsSync(known) || readFileSync(known, 'utf8') !== sum) {
  rmSync(join(here, 'dist'), { recursive: true, force: true });
  console.error('Pustaka formulir tidak sama dengan desk/library.sum. Sesudah memperbarui paketnya: make desk RENEW=--renew');
  process.exit(1);
}

// A photo without anything but the picture, made in the browser before anyone else has it.
import { phrases } from './indonesian.js';

const NOTES = (marker) => (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe; // APP1-15, comments

/** A JPEG of the same picture, upright, at most `side` pixels and `weight` bytes; throws otherwise. */
export async function cleaned(file, { side, weight }) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    for (let length = side; length >= side / 4; length = Math.round(length * 0.8)) {
      for (const quality of [0.85, 0.75, 0.65]) {
        const made = await drawn(picture, length, quality);
        if (made.size <= weight) return made;
      }
    }
  } finally {
    picture.close();
  }
  throw new Error(phrases.tooLarge);
}

async function drawn(picture, side, quality) {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d', { alpha: false });
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const made = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  if (made?.type !== 'image/jpeg') throw new Error(phrases.noPicture);
  return new Blob(bare(new Uint8Array(await made.arrayBuffer())), { type: 'image/jpeg' });
}

/** The parts of a JPEG without notes: browsers add a colour profile, which the records refuse. */
function bare(bytes) {
  const parts = [bytes.subarray(0, 2)];
  let at = 2;
  while (bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const end = at + 2 + bytes[at + 2] * 256 + bytes[at + 3];
    if (!NOTES(bytes[at + 1])) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return [...parts, bytes.subarray(at)];
}

// A photo: cleaned here, in the browser, so that what it hides (where, when, whose telephone) and the
// name of its file never reach the repository. The records' own check looks at every byte again.
import { cleaned } from './clean_photo.js';
import { phrases } from './indonesian.js';

const { React } = globalThis.Pustaka;
const LETTERS = 'bcdfghjkmnpqrstvwxz'; // no vowels: no word, and so no name, comes out by chance

function newName() {
  const picked = crypto.getRandomValues(new Uint8Array(8));
  return `foto-${Array.from(picked, (each) => LETTERS[each % LETTERS.length]).join('')}.jpg`;
}

export class PhotoControl extends React.Component {
  state = { said: '', shown: '' };

  componentWillUnmount() {
    URL.revokeObjectURL(this.state.shown);
  }

  choose = async (event) => {
    const [file] = event.target.files;
    event.target.value = '';
    if (!file) return;
    this.setState({ said: phrases.cleaning });
    try {
      const { field, onChange, onPersistMedia } = this.props;
      const picture = await cleaned(file, { side: field.get('side'), weight: field.get('weight') });
      const name = newName();
      await onPersistMedia(new File([picture], name, { type: 'image/jpeg' }), { field });
      onChange(name);
      this.setState({ said: phrases.cleaned(Math.ceil(picture.size / 1000)), shown: URL.createObjectURL(picture) });
    } catch (error) {
      const isOurs = error.message === phrases.tooLarge;
      this.setState({ said: isOurs ? error.message : phrases.noPicture });
    }
  };

  render() {
    const { forID, value, classNameWrapper } = this.props;
    const { said, shown } = this.state;
    return (
      <div className={`${classNameWrapper} foto`}>
        <input type="file" id={forID} accept="image/jpeg,image/png,image/webp" onChange={this.choose} />
        {value && <code>{value}</code>}
        {shown && <img src={shown} alt="" />}
        <p role="status">{said}</p>
      </div>
    );
  }
}

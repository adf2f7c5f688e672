// Whose folder a follow-up lies in: asked once, for a new one; afterwards the path tells.
import { choice } from './choice.jsx';
import { phrases } from './indonesian.js';
import { KNOWN } from './record.js';

const { React } = globalThis.Pustaka;

export function folderControl(optionsOf) {
  const Choice = choice(optionsOf);
  return class FolderControl extends React.Component {
    // Decap keeps the field when another record is opened; what it shows is that record's.
    shouldComponentUpdate() {
      return true;
    }

    isNew = () => this.props.getEntry().get('newRecord') === true;

    isValid = () => {
      const { field, value } = this.props;
      const isKnown = optionsOf(field.toJS()).some((one) => one.value === value);
      return !this.isNew() || isKnown || { error: { message: phrases.chooseUnit } };
    };

    render() {
      const { forID, value, classNameWrapper, getEntry } = this.props;
      if (this.isNew()) return <Choice {...this.props} value={value === KNOWN ? '' : value} />;
      const folder = (getEntry().get('path') ?? '').split('/').at(-2) ?? '';
      return <input type="text" id={forID} className={classNameWrapper} value={folder} readOnly />;
    }
  };
}

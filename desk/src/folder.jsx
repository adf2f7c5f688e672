// Whose folder a follow-up lies in: asked once, for a new one; afterwards the path tells.
import { choice } from './choice.jsx';

const { React } = globalThis.Pustaka;

export function folderControl(optionsOf) {
  const Choice = choice(optionsOf);
  return class FolderControl extends React.Component {
    isNew = () => this.props.getEntry().get('newRecord') === true;

    isValid = () => true;

    componentDidMount() {
      const path = this.props.getEntry().get('path') ?? '';
      if (!this.isNew() && !this.props.value) this.props.onChange(path.split('/').at(-2));
    }

    render() {
      const { forID, value, classNameWrapper } = this.props;
      if (this.isNew()) return <Choice {...this.props} />;
      return <input type="text" id={forID} className={classNameWrapper} value={value ?? ''} readOnly />;
    }
  };
}

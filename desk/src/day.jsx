// A day: typed as the records have it (2025-01-03, 2025-01, ../2025-01-03?), or picked.
import { phrases } from './indonesian.js';

const { React } = globalThis.Pustaka;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class DayControl extends React.Component {
  render() {
    const { forID, value = '', onChange, classNameWrapper, setActiveStyle, setInactiveStyle } = this.props;
    return (
      <div className="hari">
        <input
          type="text"
          id={forID}
          className={classNameWrapper}
          value={value}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
          onFocus={setActiveStyle}
          onBlur={setInactiveStyle}
        />
        <input
          type="date"
          aria-label={phrases.pickDay}
          value={DAY.test(value) ? value : ''}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    );
  }
}

// A day: typed as the records have it (2025-01-03, 2025-01, ../2025-01-03?) or in words, or picked.
import { complaint, iso } from './days.js';
import { phrases } from './indonesian.js';

const { React } = globalThis.Pustaka;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class DayControl extends React.Component {
  // Decap asks these of a widget, unbound. What has a complaint of its own passes the pattern, so that
  // one thing is not complained of twice.
  getValidateValue = () => (complaint(this.props.value ?? '') ? '2025-01-03' : this.props.value);

  isValid = () => {
    const said = complaint(this.props.value ?? '');
    return said ? { error: { type: 'PATTERN', parentIds: this.props.parentIds, message: said } } : true;
  };

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
          onChange={(event) => onChange(iso(event.target.value))}
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

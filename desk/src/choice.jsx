// Choosing from a list by typing a few letters: fixed words, keys of registries, and concerns.
import { phrases } from './indonesian.js';

const { React, AsyncCreatableSelect, ImmutableList, reactSelectStyles } = globalThis.Pustaka;
const SHOWN = 50; // suggestions at once; more are found by typing on
const styles = {
  ...reactSelectStyles,
  control: (given) => ({ ...reactSelectStyles.control(given), whiteSpace: 'normal' }),
  singleValue: (given) => ({ ...given, whiteSpace: 'normal' }),
  multiValueLabel: (given) => ({ ...reactSelectStyles.multiValueLabel(given), whiteSpace: 'normal' }),
};
const folded = (text) => text.toLocaleLowerCase('id').normalize('NFKD').replaceAll(/\p{M}/gu, '');

/** The options in whose label or value every word that was typed stands. */
export function suggested(options, typed) {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const found = [];
  for (const one of options) {
    const said = folded(`${one.label} ${one.value}`);
    if (words.every((word) => said.includes(word)) && found.push(one) === SHOWN) break;
  }
  return found;
}

/** Makes a widget of Decap that offers what `optionsOf(field)` gives, or a promise of it. */
export function choice(optionsOf) {
  return class Choice extends React.Component {
    state = { options: [] };

    componentDidMount() {
      Promise.resolve(optionsOf(this.props.field.toJS())).then((options) => this.setState({ options }));
    }

    change = (chosen) => {
      const { field, onChange } = this.props;
      onChange(field.get('multiple') ? ImmutableList((chosen ?? []).map((one) => one.value)) : (chosen?.value ?? ''));
    };

    render() {
      const { field, forID, value, classNameWrapper, setActiveStyle, setInactiveStyle } = this.props;
      const { options } = this.state;
      const known = (each) => options.find((one) => one.value === each) ?? { value: each, label: each };
      const isMulti = field.get('multiple') === true;
      const values = value ? [...(typeof value === 'string' ? [value] : value)] : [];
      const free = field.get('free') ? new RegExp(`^(?:${field.get('free')})$`) : null;
      return (
        <AsyncCreatableSelect
          key={options.length}
          inputId={forID}
          className={classNameWrapper}
          styles={styles}
          isMulti={isMulti}
          isClearable={isMulti || field.get('required') === false}
          value={isMulti ? values.map(known) : values.map(known)[0] ?? null}
          defaultOptions={suggested(options, '')}
          loadOptions={(typed) => Promise.resolve(suggested(options, typed))}
          isValidNewOption={(typed) => Boolean(free?.test(typed.trim())) && !values.includes(typed.trim())}
          getNewOptionData={(typed, label) => ({ value: typed.trim(), label })}
          formatCreateLabel={phrases.asTyped}
          onChange={this.change}
          onFocus={setActiveStyle}
          onBlur={setInactiveStyle}
          placeholder={phrases.typeToFind}
          noOptionsMessage={() => phrases.nothingFound}
          loadingMessage={() => phrases.looking}
          screenReaderStatus={({ count }) => phrases.found(count)}
          ariaLiveMessages={phrases.live}
        />
      );
    }
  };
}

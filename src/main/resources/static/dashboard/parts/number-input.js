import { html, useEffect, useRef } from '../kit/html.js';

/**
 * A number that may change from elsewhere. While somebody types into it, it is left alone: `-0.` is on the way to
 * `-0.05`.
 *
 * @param onNumber called with every number that is typed
 */
export function NumberInput({ value, onNumber, ...rest }) {
  const field = useRef();
  const show = () => { field.current.value = value; };
  useEffect(() => {
    if (document.activeElement !== field.current) show();
  }, [value]);
  const type = event => Number.isFinite(event.target.valueAsNumber) && onNumber(event.target.valueAsNumber);
  return html`<input type="number" step="any" ref=${field} onInput=${type} onBlur=${show} ...${rest} />`;
}

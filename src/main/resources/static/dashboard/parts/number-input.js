import { html, useEffect, useRef } from '../kit/html.js';

/**
 * A number that may change from elsewhere. While somebody types into it, it is left alone: `-0.` is on the way to
 * `-0.05`.
 *
 * @param value undefined shows the placeholder
 * @param onNumber called with every number that is typed
 * @param onEmpty called when nothing is left
 */
export function NumberInput({ value, onNumber, onEmpty, ...rest }) {
  const field = useRef();
  const show = () => { field.current.value = value ?? ''; };
  useEffect(() => {
    if (document.activeElement !== field.current) show();
  }, [value]);
  const type = ({ target: { value, valueAsNumber, validity } }) => {
    if (Number.isFinite(valueAsNumber)) onNumber(valueAsNumber);
    else if (value === '' && !validity.badInput) onEmpty?.();
  };
  return html`<input type="number" step="any" ref=${field} onInput=${type} onBlur=${show} ...${rest} />`;
}

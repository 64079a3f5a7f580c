/** A number for reading: so many significant digits, a real minus sign, no padding. */
export function short(value, digits = 4) {
  if (value === undefined || value === null) return '–';
  if (typeof value === 'string') return value === '-Infinity' ? '−∞' : value === 'Infinity' ? '∞' : value;
  if (value === 0) return '0';
  const size = Math.abs(value);
  const text = size >= 1e6 || size < 1e-4 ? exponential(value, digits) : `${Number(value.toPrecision(digits))}`;
  return text.replace('-', '−');
}

function exponential(value, digits) {
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
  return `${Number(mantissa)}e${exponent.replace('+', '').replace('-', '−')}`;
}

/** Every digit: the shortest text that reads back as the same number. */
export function exact(value) {
  return value === undefined || value === null ? '–' : `${value}`.replace(/-/g, '−');
}

export function percent(share) {
  return share === undefined || share === null ? '–' : `${Number((100 * share).toPrecision(4))} %`;
}

export function count(value) {
  return value.toLocaleString('en').replaceAll(',', ' ');
}

export function duration(seconds) {
  if (seconds === undefined || seconds === null) return '–';
  if (seconds < 1e-3) return '< 1 ms';
  if (seconds < 1) return `${Math.round(1000 * seconds)} ms`;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${Math.round(seconds % 60)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** How long ago a moment was, in words. */
export function ago(moment, now = Date.now()) {
  const seconds = (now - Date.parse(moment)) / 1000;
  if (seconds < 5) return 'just now';
  if (seconds < 60) return `${Math.floor(seconds)} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h ago`;
  return new Date(moment).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}

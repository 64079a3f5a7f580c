import { html, useEffect, useState } from '../kit/html.js';
import { ago } from '../kit/numbers.js';

const TICK = 20000;

/** How long ago something happened, kept true by itself; the exact moment on request. */
export function Moment({ at }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick(count => count + 1), TICK);
    return () => clearInterval(timer);
  }, []);
  return html`<time datetime=${at} title=${new Date(at).toLocaleString('en-GB')}>${ago(at)}</time>`;
}

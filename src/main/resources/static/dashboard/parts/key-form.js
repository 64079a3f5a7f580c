import { html, useEffect, useRef, useState } from '../kit/html.js';
import { get } from '../kit/api.js';
import { takeKey } from '../kit/key.js';
import { Icon } from './icon.js';
import { ProblemNote } from './problem.js';

/** Asks for the key that the service wants. @param refusal what it has against the last one */
export function KeyForm({ refusal }) {
  const input = useRef();
  const [key, setKey] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState();
  useEffect(() => {
    input.current.focus();
    input.current.select();
  }, [refusal]);
  const enter = async event => {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    await get('/v1', { headers: { Authorization: `Bearer ${key.trim()}` } })
      .then(() => takeKey(key.trim()))
      .catch(problem => problem.status !== 401 && setFailure(problem)); // that comes as a refusal
    setBusy(false);
  };
  const isWrong = refusal.code === 'invalid-api-key';
  const problem = failure ?? (isWrong ? refusal : undefined);
  return html`
    <div class="view">
      <form class="panel key-form" onSubmit=${enter} aria-labelledby="key-title">
        <header><h1 id="key-title">This service wants a key</h1></header>
        <div class="stack">
          <p>Whoever runs it has one for you. It stays in this tab until you close it, or forget it above.</p>
          <div class="field">
            <label for="key">API key</label>
            <input id="key" type="password" ref=${input} value=${key} autocomplete="off" spellcheck="false" required
              aria-invalid=${isWrong ? 'true' : undefined} aria-describedby=${problem && 'key-problem'}
              onInput=${event => setKey(event.target.value)} />
          </div>
          ${problem && html`<div id="key-problem"><${ProblemNote} problem=${problem} /></div>`}
          <div class="row">
            <button type="submit" class="primary" disabled=${busy || !key.trim()}><${Icon} name="key" />Open</button>
          </div>
        </div>
      </form>
    </div>`;
}

import { post } from '../kit/api.js';

/** Posts a training job, at most once however often the network repeats it. @returns the job */
export function submit(spec) {
  return post('/v1/training-jobs', spec, {
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': freshKey() },
  });
}

/** `randomUUID` exists only where the page came over TLS or from this machine. */
function freshKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** The same training with another model: everything else stays, except how the old model's weights were drawn. */
export function withModel(spec, model) {
  const { name, initialization, ...rest } = spec;
  return { ...rest, model };
}

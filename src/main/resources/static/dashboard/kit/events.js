import { request } from './api.js';

const PAUSE = 500;

/**
 * The events of a job, from the first one or after one, until its end or until the signal aborts. Cut off, it goes on
 * where it was. Read with `fetch`, since an `EventSource` can send no headers.
 *
 * @yields {{id: number, kind: string, data: object}}
 */
export async function* follow(job, { after = 0, signal } = {}) {
  let last = after;
  while (!signal?.aborted) {
    try {
      const response = await request(`/v1/training-jobs/${job}/events`, {
        signal, headers: { Accept: 'text/event-stream', 'Last-Event-ID': `${last}` },
      });
      if (response.status === 204) return;
      for await (const event of events(response.body)) {
        last = event.id;
        yield event;
        if (event.kind === 'end') return;
      }
    } catch (failure) {
      if (signal?.aborted) return;
      if (failure.code && failure.code !== 'offline') throw failure;
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  try {
    while (true) {
      const { done, value } = await reader.read();
      if (done) return;
      text += value;
      const blocks = text.split('\n\n');
      text = blocks.pop();
      for (const block of blocks) {
        const event = parsed(block);
        if (event) yield event;
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** An event from its lines; nothing for a comment. */
function parsed(block) {
  const fields = Object.fromEntries(block.split('\n').filter(line => !line.startsWith(':')).map(line => {
    const colon = line.indexOf(': ');
    return [line.slice(0, colon), line.slice(colon + 2)];
  }));
  return fields.data === undefined ? undefined
    : { id: Number(fields.id), kind: fields.event, data: JSON.parse(fields.data) };
}

import { html, useEffect, useState } from '../kit/html.js';
import { request } from '../kit/api.js';
import { ProblemNote } from './problem.js';
import { Loading } from './states.js';

/** What the service draws or writes for a body. @returns a Blob */
export async function pictureOf(path, body, accept) {
  const response = await request(path, {
    method: 'POST', headers: { 'Content-Type': 'application/json', Accept: accept }, body: JSON.stringify(body),
  });
  return response.blob();
}

/** A picture that the service draws for a body. @param label what is to be seen */
export function Picture({ path, body, label }) {
  const [shown, setShown] = useState({});
  const asked = JSON.stringify([path, body]);
  useEffect(() => {
    let wanted = true;
    let address;
    pictureOf(path, body, 'image/svg+xml').then(blob => {
      if (!wanted) return;
      address = URL.createObjectURL(blob);
      setShown({ address });
    }).catch(problem => wanted && setShown({ problem }));
    return () => {
      wanted = false;
      if (address) URL.revokeObjectURL(address);
    };
  }, [asked]);
  if (shown.problem) return html`<${ProblemNote} problem=${shown.problem} />`;
  return shown.address ? html`<img class="picture" src=${shown.address} alt=${label} />` : html`<${Loading}
    what="the picture" />`;
}

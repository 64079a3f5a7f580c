import { html } from '../kit/html.js';
import { useRoute } from '../kit/route.js';
import { Dataset } from './dataset.js';
import { DatasetList } from './list.js';

/** `#/datasets` and `#/datasets/<id>`. */
export function View() {
  const { rest: [id] } = useRoute();
  return id ? html`<${Dataset} id=${id} key=${id} />` : html`<${DatasetList} />`;
}

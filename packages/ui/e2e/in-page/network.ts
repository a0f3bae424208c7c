/** The in-memory network for a plain page: sets up every `<hook-switch>` there and writes down what they tell. */
import { createFakeNetwork } from '@hookswitch/sip-core/testing';

interface Phone extends HTMLElement {
  configuration: object;
}

const network = createFakeNetwork();
const told: string[] = [];
Object.assign(window, { network, told });

for (const phone of document.querySelectorAll<Phone>('hook-switch')) {
  phone.configuration = { platform: { createWebSocket: network.createWebSocket } };
  for (const name of ['call', 'incoming', 'ended']) {
    phone.addEventListener(name, (event) => {
      const { id, cause } = (event as CustomEvent<{ id: string; cause: { code: string } | null }>).detail;
      if (id !== '') told.push([phone.id, name, cause?.code].filter((part) => part !== undefined).join(' '));
    });
  }
}

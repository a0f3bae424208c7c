import { HookSwitchElement } from './hook-switch.tsx';

export type { HookSwitchElement };

declare global {
  interface HTMLElementTagNameMap {
    'hook-switch': HookSwitchElement;
  }
}

// A page that loads the script twice keeps the first.
if (customElements.get('hook-switch') === undefined) customElements.define('hook-switch', HookSwitchElement);

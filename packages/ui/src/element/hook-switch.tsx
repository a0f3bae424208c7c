import { CallSoundPlayer, devicesOf, type UA, type UAConfiguration } from '@hookswitch/sip-core';
import { createRoot, type Root } from 'react-dom/client';
import type { SessionSnapshot } from '../snapshots.ts';
import { type CallEventName, watchCalls } from './call-events.ts';
import { elementStyles } from './element-styles.ts';
import { ElementPhone } from './element-phone.tsx';
import { labelsFor } from './labels-for.ts';

/**
 * A softphone for pages without React: `<hook-switch>`. One script file holds all of it.
 *
 * Attributes: `uri`, `ws-servers` (several with spaces between them), `password`, `display-name`, `lang` (else that of
 * the page), `theme` (`light`, `dark`; else as the system) and `size` (`bar`). Whatever else a user agent takes goes
 * into the property `configuration`. The phone appears once it knows its address and its server.
 *
 * Events, with the call's snapshot as `detail`: `call` (placed), `incoming` and `ended`.
 *
 * @example
 * ```html
 * <script src="hook-switch.js" defer></script>
 * <hook-switch uri="sip:alice@example.com" ws-servers="wss://sip.example.com" lang="de"></hook-switch>
 * ```
 */
export class HookSwitchElement extends HTMLElement {
  static readonly observedAttributes: readonly string[] = [
    ...['uri', 'ws-servers', 'password', 'display-name', 'lang', 'theme', 'size'],
  ];

  #root: Root | undefined;
  #ua: UA | undefined;
  #sounds: CallSoundPlayer | undefined;
  #configuration: UAConfiguration = {};
  #waiting: ((ua: UA) => void)[] = [];
  #stopWatching: (() => void) | undefined;
  #due = false;

  /** Parameters of the user agent beside those of the attributes, which go before them. Set it whole, to change it. */
  get configuration(): UAConfiguration {
    return this.#configuration;
  }

  set configuration(configuration: UAConfiguration) {
    this.#configuration = configuration;
    this.#schedule();
  }

  /**
   * Calls somebody.
   *
   * @param target - a number, a name in our domain, or an address
   * @returns the id of the call, once it is placed
   * @throws {@link InvalidValueError} when the target cannot be called
   */
  async call(target: string): Promise<string> {
    const ua = this.#ua ?? (await new Promise<UA>((resolve) => this.#waiting.push(resolve)));
    return ua.invite(target).id;
  }

  /** Ends a call in whatever way its state needs; all calls without an id. */
  async hangUp(id?: string): Promise<void> {
    const sessions = [...(this.#ua?.sessions.values() ?? [])];
    await Promise.all(
      sessions.filter((session) => id === undefined || session.id === id).map((one) => one.terminate()),
    );
  }

  connectedCallback(): void {
    // Set before the script was there, it stands in the way of the property with its setter.
    if (Object.hasOwn(this, 'configuration')) {
      const { configuration } = this;
      Reflect.deleteProperty(this, 'configuration');
      this.configuration = configuration;
    }
    this.#schedule();
  }

  disconnectedCallback(): void {
    this.#schedule();
  }

  attributeChangedCallback(): void {
    this.#schedule();
  }

  /** Attributes change one by one and elements move by leaving and coming back: what counts is how it is afterwards. */
  #schedule(): void {
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      if (this.isConnected) this.#render();
      else this.#leave();
    });
  }

  #render(): void {
    const configuration = this.#read();
    if (configuration.uri === undefined) return;
    if (configuration.wsServers === undefined && configuration.transport === undefined) return;
    this.#root ??= createRoot(this.#shadow());
    const page = this.closest('[lang]')?.getAttribute('lang') ?? '';
    this.#root.render(
      <ElementPhone
        configuration={configuration}
        labels={labelsFor(page)}
        size={this.getAttribute('size') === 'bar' ? 'bar' : 'auto'}
        sounds={this.#sounds}
        onUA={this.#follow}
      />,
    );
  }

  /** Nobody could end the calls of a phone that is gone. */
  #leave(): void {
    void this.hangUp().catch(() => undefined);
    this.#root?.unmount();
    this.#root = undefined;
  }

  #shadow(): ShadowRoot {
    if (this.shadowRoot !== null) return this.shadowRoot;
    const shadow = this.attachShadow({ mode: 'open', delegatesFocus: true });
    shadow.adoptedStyleSheets = [elementStyles()];
    return shadow;
  }

  #read(): UAConfiguration {
    const text = (name: string): string | undefined => this.getAttribute(name) ?? undefined;
    const [uri, password, displayName] = [text('uri'), text('password'), text('display-name')];
    const wsServers = text('ws-servers')?.trim().split(/\s+/);
    return {
      ...this.#configuration,
      ...(uri !== undefined && { uri }),
      ...(wsServers !== undefined && { wsServers }),
      ...(password !== undefined && { password }),
      ...(displayName !== undefined && { displayName }),
    };
  }

  readonly #follow = (ua: UA | undefined): void => {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    this.#sounds?.dispose();
    const platform = ua?.userAgent.platform;
    this.#sounds = ua && platform && new CallSoundPlayer(ua, platform, { devices: devicesOf(platform) });
    this.#ua = ua;
    if (ua === undefined) return;
    this.#schedule();
    this.#stopWatching = watchCalls(ua, (name, session) => this.#tell(name, session));
    for (const resolve of this.#waiting.splice(0)) resolve(ua);
  };

  #tell(name: CallEventName, detail: SessionSnapshot): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

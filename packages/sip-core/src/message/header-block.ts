import * as Field from './field.ts';
import { headerId } from './header-names.ts';
import { type HeaderPlaces, STRIDE } from './header-places.ts';
import { splitList } from './list.ts';

/** Header fields that were received, by name. */
export class HeaderBlock {
  protected readonly places: HeaderPlaces;

  constructor(places: HeaderPlaces) {
    this.places = places;
  }

  /**
   * The value of the first line of a header field, unfolded and without space round it.
   *
   * @param name - long or compact form, in any case
   */
  header(name: string): string | undefined {
    const at = this.#find(headerId(name, 0, name.length), name);
    return at < 0 ? undefined : this.places.value(at);
  }

  /** The values of all lines of a header field, in their order. */
  headers(name: string): readonly string[] {
    const id = headerId(name, 0, name.length);
    const values: string[] = [];
    for (let at = this.#find(id, name); at >= 0; at = this.#find(id, name, at + STRIDE)) {
      values.push(this.places.value(at));
    }
    return values;
  }

  /** The items of a comma-separated header field over all its lines; commas in quotes and brackets part nothing. */
  values(name: string): readonly string[] {
    return this.headers(name).flatMap(splitList);
  }

  /** Whether a header field is there. */
  has(name: string): boolean {
    return this.#find(headerId(name, 0, name.length), name) >= 0;
  }

  /** The names of all lines as they are written, in their order. */
  names(): readonly string[] {
    const names: string[] = [];
    for (let at = this.places.next(); at >= 0; at = this.places.next(at)) names.push(this.places.name(at));
    return names;
  }

  /** Those of {@link names} that no RFC we know of defines, such as `X-Account`. */
  unknownNames(): readonly string[] {
    const names: string[] = [];
    for (let at = this.places.next(); at >= 0; at = this.places.next(at)) {
      if (this.places.id(at) === Field.Other) names.push(this.places.name(at));
    }
    return names;
  }

  #find(id: number, name: string, from: number = 0): number {
    return this.places.find(id, from, id === Field.Other ? name.toLowerCase() : '');
  }
}

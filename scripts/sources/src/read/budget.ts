import { Problem } from "@x/openapi";

/** What a pull has read so far, of all that it may: many documents within their bounds are too much together. */
export class Budget {
  #left: number;
  readonly #max: number;

  /** @param max - in bytes, after decompression */
  constructor(max: number) {
    this.#max = max;
    this.#left = max;
  }

  /** @throws {Problem} when more is read than may be */
  spend(bytes: number, name: string): void {
    this.#left -= bytes;
    if (this.#left < 0)
      throw new Problem(`With ${name}, what is read is bigger than ${this.#max} bytes together. Name fewer pages.`);
  }
}

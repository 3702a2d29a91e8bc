/** As much of nspell as is used here: it has no types of its own. */
declare module "nspell" {
  interface Speller {
    correct(word: string): boolean;
    add(word: string): Speller;
    remove(word: string): Speller;
  }
  export default function nspell(dictionary: { aff: Uint8Array; dic: Uint8Array }): Speller;
}

import { Problem } from "@x/openapi";

/** A vendor's name in every spelling that a package uses. */
export interface Names {
  /** `acme-rooms`: of the package, its folder and its document. */
  readonly kebab: string;
  /** `AcmeRooms`: in types and factories. */
  readonly pascal: string;
  /** `ACME_ROOMS`: in environment variables. */
  readonly screaming: string;
  /** `Acme Rooms`: in prose. */
  readonly title: string;
}

/**
 * The spellings of a vendor's name.
 *
 * @throws {Problem} when it is not words of small letters and digits, joined by hyphens
 */
export function namesOf(kebab: string): Names {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(kebab))
    throw new Problem(`"${kebab}" cannot name a package: words of small letters and digits, joined by hyphens.`);
  const words = kebab.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return {
    kebab,
    pascal: words.join(""),
    screaming: kebab.toUpperCase().replaceAll("-", "_"),
    title: words.join(" "),
  };
}

/**
 * A text of one vendor's package as another vendor has it. The first vendor's name is one word, so that its spellings can
 * be told apart: on its own in prose it becomes a title, as part of an identifier it does not.
 */
export function renamed(text: string, from: Names, to: Names): string {
  return text
    .replaceAll(from.screaming, to.screaming)
    .replaceAll(from.kebab, to.kebab)
    .replaceAll(new RegExp(String.raw`(?<!\w)${from.pascal}(?!\w)`, "g"), to.title)
    .replaceAll(from.pascal, to.pascal);
}

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

/** It stands in names of files, types and environment variables, which have limits of their own. */
const MAX_LENGTH = 50;
/** What Windows takes for a device, whatever follows the name. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Whether a vendor may be called so: words of small letters and digits, joined by hyphens, a letter first, at most 50
 * characters, and no device of Windows.
 */
export function isName(text: string): boolean {
  return text.length <= MAX_LENGTH && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text) && !DEVICE.test(text);
}

/**
 * The spellings of a vendor's name.
 *
 * @throws {Problem} when it is none, as {@link isName} tells, with the rule
 */
export function namesOf(kebab: string): Names {
  if (!isName(kebab)) {
    const shown = kebab.length > MAX_LENGTH ? `${kebab.slice(0, MAX_LENGTH)}…` : kebab;
    throw new Problem(
      `${JSON.stringify(shown)} cannot name a package. A name is words of small letters and digits, joined by hyphens, a letter first, ${MAX_LENGTH} characters at most, and no device of Windows (con, nul, com1).`,
    );
  }
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

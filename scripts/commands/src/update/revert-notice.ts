import { capitalized } from "@x/generator";
import { revertWords, type Revert } from "@x/sources";

/** How often a vendor's return to an earlier document is proposed. One that swings back and forth is left to people then. */
export const MAX_REVERTS = 3;

/** What a reader of the pull request has to know before anything else. */
export function revertNotice(revert: Revert): string {
  const left = MAX_REVERTS - revert.times;
  const next =
    left > 0
      ? `This is asked ${left} more time${left === 1 ? "" : "s"}.`
      : "It is not asked again: after this, `pnpm specs update --accept` takes such a document up.";
  return `> **Revert.** ${capitalized(revertWords(revert))}. Merge it if the API follows. ${next}`;
}

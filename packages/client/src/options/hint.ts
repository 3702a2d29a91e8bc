/**
 * What may be meant by a name that is not known: the first that is like it, and all of them where they are few.
 *
 * Two names are alike when up to a third of the letters are other ones. Their order does not count, so that two that are
 * swapped make no difference, nor does their case.
 *
 * @param known - holds the names that may be given
 */
export function hint(given: string, known: object): string {
  const names = Object.keys(known);
  const like = names.find((name) => {
    let lacking = name.toLowerCase();
    for (const letter of given.toLowerCase()) lacking = lacking.replace(letter, "");
    // As many are in `given` alone as make up for the difference in length.
    return (2 * lacking.length + given.length - name.length) * 3 <= name.length;
  });
  return (
    (like ? `: did you mean "${like}"?` : "") + (names.length > 8 ? "" : ` (known: ${names.join(", ") || "none"})`)
  );
}

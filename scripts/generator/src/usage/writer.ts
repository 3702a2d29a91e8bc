/** What a line of a usage program is about. */
export interface UsagePlace {
  /** Method name; undefined for a model, a webhook or a path. */
  readonly operation: string | undefined;
  /** Where in its input, output or error: `output.data.participants[].id`. */
  readonly place: string;
}

/** Collects the lines of a program, each with the place that it uses. */
export class UsageWriter {
  readonly lines: string[] = [];
  readonly places: (UsagePlace | undefined)[] = [];
  /** Places that no statement could be made for. */
  readonly missed: UsagePlace[] = [];
  operation: string | undefined;
  #variables = 0;

  /** A line that is about nothing in particular, such as the end of a block. */
  plain(line: string): void {
    this.lines.push(line);
    this.places.push(undefined);
  }

  line(line: string, place: string): void {
    this.lines.push(line);
    this.places.push({ operation: this.operation, place });
  }

  miss(place: string): void {
    this.missed.push({ operation: this.operation, place });
  }

  /** A name that the program does not have yet. */
  variable(): string {
    this.#variables += 1;
    return `v${this.#variables}`;
  }
}

/** A package, or every package of a kind, and what it may import. Packages are named by their folder. */
export interface PackageRule {
  /** `packages/<vendor>` is each package that has a document of its name in specs/. */
  readonly folder: string;
  readonly purpose: string;
  /** What its sources may import from the workspace. */
  readonly imports: readonly string[];
  /** What its tests may import beside that. */
  readonly testsImport: readonly string[];
  /** Why it imports no more than that: the end of "…, because". */
  readonly because: string;
}

/** A library that can be replaced in one place, because it is imported at run time in one place. */
export interface LibraryRule {
  readonly library: string;
  /** The package that alone may import it, types included. */
  readonly folder: string;
}

export interface Rules {
  readonly packages: readonly PackageRule[];
  readonly libraries: readonly LibraryRule[];
  /** Circles that are still to be untied: the files of each, sorted. */
  readonly knownCircles: readonly (readonly string[])[];
  /** Folders of programs that are copied elsewhere before they run: they import what is installed there. */
  readonly copied: readonly string[];
}

export const VENDOR = "packages/<vendor>";

const packages: readonly PackageRule[] = [
  {
    folder: "packages/client",
    purpose: "turns a table of operations into a dependable client. Published",
    imports: [],
    testsImport: [],
    because: "every SDK is built on it",
  },
  {
    folder: VENDOR,
    purpose: "one vendor's SDK: the generated files and a short hand-written part. Published",
    imports: ["packages/client"],
    testsImport: ["packages/mock", "scripts/contract"],
    because: "users install it, and it knows no other vendor",
  },
  {
    folder: "packages/sessions",
    purpose: "re-exports both vendors, and one view of who was connected when. Published",
    imports: [VENDOR],
    testsImport: ["packages/mock", "scripts/contract"],
    because: "it combines the vendors' packages and has what they share from them",
  },
  {
    folder: "packages/mock",
    purpose: "Prism mock servers on a package's own document, for users' tests and for ours. Published",
    imports: [],
    testsImport: [],
    because: "it serves any package, so it depends on none",
  },
  {
    folder: "scripts/openapi",
    purpose: "reads a document: text, pointers, references, places. Says what is written, judges nothing",
    imports: [],
    testsImport: [],
    because: "all that read a document are built on it",
  },
  {
    folder: "scripts/sources",
    purpose: "pages, indexes, files and URLs → one canonical document and its record",
    imports: ["scripts/openapi"],
    testsImport: [],
    because: "it takes documents as they come, whatever is made of them later",
  },
  {
    folder: "scripts/generator",
    purpose: "a document → the generated files of a package, and the package itself",
    imports: ["packages/client", "scripts/openapi"],
    testsImport: [],
    because: "what it generates depends on the document alone",
  },
  {
    folder: "scripts/differ",
    purpose: "two documents → classified changes",
    imports: ["packages/client", "scripts/generator", "scripts/openapi"],
    testsImport: [],
    because: "it compares two documents and what is generated from them, nothing else",
  },
  {
    folder: "scripts/contract",
    purpose: "cases derived from a document, validators, coverage, mutants of the document",
    imports: ["packages/mock", "scripts/openapi"],
    testsImport: [],
    because: "it tells what a document means by itself, so that it can prove the generator wrong",
  },
  {
    folder: "scripts/commands",
    purpose: "one thin file a command; the proofs of the tarballs, the benchmark, the report",
    imports: [
      "packages/mock",
      "packages/sessions",
      VENDOR,
      "scripts/contract",
      "scripts/differ",
      "scripts/generator",
      "scripts/openapi",
      "scripts/sources",
    ],
    testsImport: ["packages/client"],
    because: "it uses the others as their users do; only tests make clients of made-up documents",
  },
];

/** The one list: the check reads it, and the table in CONTRIBUTING.md is written from it. */
export const rules: Rules = {
  packages,
  libraries: [
    { library: "openapi-fetch", folder: "packages/client" },
    { library: "openapi-typescript", folder: "scripts/generator" },
  ],
  knownCircles: [],
  copied: ["scripts/commands/src/tarballs/consumer", "scripts/commands/src/tarballs/example"],
};

/** More source files than this in a folder are too many to take in. */
export const MOST_FILES = 16;
/** More than this, and the check asks whether they are one concept. */
export const MANY_FILES = 12;
/** The longest that a file may be. */
export const MOST_LINES = 200;

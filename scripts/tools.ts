/** Wraps a step that takes a while, to show on the terminal that it is being done and how long it took. */
export type Step = <T>(name: string, doing: string, work: () => Promise<T>) => Promise<T>;

/** What scripts/with-build.mjs gives a script's `main` beside its arguments. */
export interface Tools {
  readonly step: Step;
  /** Path of a Chromium or Chrome, fetched where there is none; rejects with what to install. */
  readonly browser: () => Promise<string>;
}

/** What `--all` adds: the engine and the web pages are built. */
export interface SystemTools extends Tools {
  /** Executable of Java 17 or newer. */
  readonly java: string;
}

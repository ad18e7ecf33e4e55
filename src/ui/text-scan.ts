/** Fetches what looks at a text while it is typed; asked for when somebody begins to write. */
export type TextScan = () => Promise<(text: string) => readonly { message: string }[]>;

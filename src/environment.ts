/** What the surroundings set; a value that is not set is absent. */
export type Environment = Readonly<Record<string, string | undefined>>

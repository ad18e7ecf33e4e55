/** One of the things to choose from in a select, radio group or group of checkboxes. */
export type Choice = { value: string; label: string; hint?: string };

/** Choices under a heading of their own in a select. */
export type ChoiceGroup = { label: string; choices: readonly Choice[] };

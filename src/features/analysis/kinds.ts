/** What stands in the columns of the form. Without any code around it: the browser reads this too. */
export const findingKinds = ['risk', 'protective', 'signal'] as const;

/** What a signal of the 2010 form may be. */
export const signalKinds = ['problem', 'chance', 'need', 'question', 'positive'] as const;

/** The longest text of a finding, in characters: one thought, not a report. */
export const findingLimit = 1000;

/** What is offered, what is missing, or what is needed. */
export const standings = ['offered', 'missing', 'needed'] as const;

/** What should always be there, or what is done for a time and a purpose. */
export const provisionForms = ['basic_provision', 'intervention'] as const;

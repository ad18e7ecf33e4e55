/** What the check of the form for residents is for: one of another round does not do. */
export const checkPurpose = (roundId: string): string => `recognition ${roundId}`;

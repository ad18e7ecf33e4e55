/** What a resident can say of a sentence about the neighbourhood. */
export const reactionKinds = ['recognise', 'differs', 'add'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** Messages that a conversation keeps: what an offer is spread over lies closer together. */
export const messagesMax = 40;
/** Units of one message that are kept. */
export const messageUnitsMax = 800;
/** Units of a sender's and of a message's name that are kept: names come from outside too. */
export const nameUnitsMax = 256;
/** Findings of a state, and quotes of one of them: far above what the rules of a dictionary and one passage give. */
export const findingsMax = 1_000;
export const quotesMax = 4_000;
/** Milliseconds that a message counts: a week, since such talks go on for days. */
export const windowMs = 7 * 24 * 60 * 60 * 1000;
/** Units that are read together: those of one passage (rules/passage.ts). */
export const joinedUnitsMax = 780;
/** Score from which on messages of several senders, read together, reach `review`: by the figures of the composed threads. */
export const threadScoreMin = 75;

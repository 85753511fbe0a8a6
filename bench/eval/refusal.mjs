/** What is wrong with the command or the machine, in one line: exit 2, never a stack trace. */
export class Refusal extends Error {}

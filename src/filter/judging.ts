/**
 * What opens and judges by phrases, rules and weights. Loaded together with the dictionary, so that the main door, which a page loads
 * first, stays small (ARCHITECTURE.md).
 */
import { Conversation } from "../conversation/conversation.js";
import { Judge } from "../rules/judge.js";
import { lazyRules, openRules } from "../rules/open.js";

export { Conversation, Judge, lazyRules, openRules };

export interface Judging {
  readonly Conversation: typeof Conversation;
  readonly Judge: typeof Judge;
  readonly openRules: typeof openRules;
  readonly lazyRules: typeof lazyRules;
}

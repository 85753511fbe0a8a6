/** Main door `nomlm`. */
export type { Conversation, ConversationOptions } from "./conversation/conversation.js";
export type { Message, MessageRef } from "./conversation/message.js";
export type { ConversationFinding, ConversationResult, MessageQuote } from "./conversation/result.js";
export type { ConversationState } from "./conversation/state.js";
export { type Element, elements } from "./dictionary/model.js";
export { type ErrorCode, NomlmError } from "./errors.js";
export { builtinDictionary, createFilter } from "./filter/create.js";
export type { Filter } from "./filter/filter.js";
export type { FilterLimits, FilterOptions, MaskOptions, ScanOptions, TextInput } from "./filter/options.js";
export type { Trick } from "./fold/tricks.js";
export {
  type Context,
  type ContextKind,
  type DictionaryRef,
  type Finding,
  type Hit,
  type Outcome,
  outcomes,
  type Quote,
  type Reason,
  type ScanResult,
  type Span,
} from "./report/result.js";
export type { TermOption } from "./scan/runtime-terms.js";
export type { Segmenter } from "./scan/segmenter.js";

import { createFilter } from "nomlm";

globalThis.report.outcome = createFilter().then((filter) => filter.scan("发展下线有奖励，先交入门费").outcome);

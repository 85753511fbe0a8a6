/** Drives the candidates of one dictionary in turns: each round times every candidate once, in shuffled order. */
import { fork } from "node:child_process";
import { randomOf } from "./random.mjs";

const childFile = new URL("child.mjs", import.meta.url);

/**
 * Runs a set of candidates against each other.
 * @param {object} plan
 * @param {{ candidate: object, question: object, sizes: Record<string, number> }[]} plan.entries candidates with their `prepare`
 *   question; `sizes` names the workloads that the candidate takes part in; an entry that stands here several times gets as many
 *   processes, because a process can settle on better or worse machine code for its whole life
 * @param {string[]} plan.workloads
 * @param {number} plan.rounds the first is dropped
 * @param {number} plan.answerSecondsMax a candidate that takes longer for one answer is stopped and reported as such
 * @param {(line: string) => void} plan.say progress
 * @param {(children: object[]) => Promise<void>} [plan.check] asks the ready children further questions at the end; throws when an answer is wrong
 * @returns {Promise<object[]>} one row per candidate and workload: `{ candidate, workload, units, hits, seconds[], cpuSeconds[],
 *   buildMilliseconds, stopped }`
 */
export async function driveCandidates({ entries, workloads, rounds, answerSecondsMax, say, check = () => {} }) {
  const children = entries.map((entry) => startChild(entry, answerSecondsMax));
  const rows = [];
  try {
    for (const child of children) await child.prepare();
    say(`${children.length} candidates ready`);
    for (const workload of workloads) {
      rows.push(
        ...(await timeInTurns(
          children.filter((child) => workload in child.entry.sizes),
          workload,
          rounds,
        )),
      );
      say(`${workload} done`);
    }
    await check(children);
  } finally {
    for (const child of children) child.stop();
  }
  return rows;
}

async function timeInTurns(children, workload, rounds) {
  const random = randomOf(rounds);
  const rows = new Map(children.map((child) => [child.entry.candidate.id, emptyRow(child, workload)]));
  for (let round = 0; round < rounds; round++) {
    for (const child of random.shuffle([...children])) {
      const answer = await child.ask({ do: "time", workload });
      addAnswer(rows.get(child.entry.candidate.id), answer, child, round > 0);
    }
  }
  return [...rows.values()];
}

function emptyRow(child, workload) {
  return {
    candidate: child.entry.candidate.id,
    workload,
    size: child.entry.sizes[workload],
    units: 0,
    hits: null,
    seconds: [],
    cpuSeconds: [],
  };
}

/** Keeps a round's answer; every round and process of a candidate must give the same hits. */
function addAnswer(row, answer, child, kept) {
  row.buildMilliseconds = child.buildMilliseconds;
  if (child.stopped) {
    row.stopped = child.stopped;
    return;
  }
  if (row.hits !== null && row.hits !== answer.hits)
    throw new Error(`${row.candidate}, ${row.workload}: ${row.hits} hits, then ${answer.hits}`);
  row.hits = answer.hits;
  row.units = answer.units;
  if (kept) row.seconds.push(answer.seconds);
  if (kept) row.cpuSeconds.push(answer.cpuSeconds);
}

/** A child that answers one question at a time; once stopped it answers nothing any more. */
function startChild(entry, answerSecondsMax) {
  const worker = fork(childFile, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const child = { entry, stopped: null, buildMilliseconds: null, stop: () => worker.kill(), ask, prepare };

  async function prepare() {
    const answer = await ask({ do: "prepare", candidate: entry.candidate, ...entry.question });
    child.buildMilliseconds = answer?.buildMilliseconds ?? null;
  }

  async function ask(question) {
    if (child.stopped) return null;
    const answer = await answerOf(worker, question, answerSecondsMax * 1000);
    if (answer.ok) return answer;
    if (!answer.late) throw new Error(`${entry.candidate.id}: ${answer.message}`);
    child.stopped = `stopped: no answer in ${answerSecondsMax} s`;
    worker.kill();
    return null;
  }
  return child;
}

function answerOf(worker, question, milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish({ ok: false, late: true }), milliseconds);
    const gone = () => finish({ ok: false, message: "the process ended" });
    const finish = (answer) => {
      clearTimeout(timer);
      worker.off("message", finish).off("exit", gone);
      resolve(answer);
    };
    worker.on("message", finish).on("exit", gone);
    worker.send(question);
  });
}

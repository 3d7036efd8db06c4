/** Benchmarks in a browser, for script/bench.mjs. */
import { load, appraise } from "/engine.js";

/** Seconds for which each thing is tried before it counts, and then counted. */
const WARM = 1;
const COUNTED = 4;

/** The milliseconds of each round of some work, once it is warm. */
function rounds(work) {
  const begin = performance.now();
  while (performance.now() - begin < WARM * 1000) work();
  const times = [];
  const counted = performance.now();
  for (let last = counted; last - counted < COUNTED * 1000;) {
    work();
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  return times;
}

/** The least, median and P90, and of how many. */
function figures(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))];
  return { least: at(0), median: at(0.5), p90: at(0.9), rounds: sorted.length };
}

/** Measures every brief, and one figure of the first as a simulation would find it. */
export async function measure(briefs, terms) {
  await load();
  const appraisals = {};
  for (const [name, brief] of Object.entries(briefs)) {
    appraisals[name] = figures(rounds(() => appraise(brief, terms)));
  }
  const [brief] = Object.values(briefs);
  const simulation = {
    ...figures(rounds(() => monteCarlo(brief, terms, 10_000))),
    odds: monteCarlo(brief, terms, 1_000_000),
    exact: appraise(brief, terms).odds.both,
  };
  return { appraisals, simulation };
}

/**
 * `odds.both` by so many random runs, written as plainly as most would: for a fixed
 * price and a date, with nothing said of content, contact and phases.
 */
function monteCarlo(brief, terms, runs) {
  const logit = () => {
    const u = Math.random();
    return Math.log(u / (1 - u));
  };
  const scale = ({ median, p90 }) => Math.log(p90 / median) / Math.log(9);
  const logLogistic = (spread) => spread.median * Math.exp(scale(spread) * logit());
  const range = (hours) => (typeof hours === "number" ? { low: hours / 2, likely: hours, high: hours * 2 } : hours);

  let mean = 0;
  let excess = 0;
  let care = 0;
  const add = ({ low, likely, high }, count) => {
    mean += (count * (low + 4 * likely + high)) / 6;
    excess += ((count * (high - low)) / 6) ** 2 - ((count * 1.5 * likely) / 6) ** 2;
  };
  add(range(terms.overhead), 1);
  for (const { service: id, hours, size, count = 1 } of brief.wishes) {
    const service = terms.services.find((known) => known.id === id);
    add(range(service?.hours ?? hours ?? terms.sizes[size]), count);
    for (const [kind, monthly] of Object.entries(service?.care ?? {})) {
      if ((brief.care[kind] ?? "us-unpaid") === "us-unpaid") care += monthly * terms.careMonths;
    }
  }
  const base = mean / (13 / 12);
  const overrun = Math.sqrt(scale(terms.overrun) ** 2 + (Math.max(0, excess) / base ** 2) * (3 / Math.PI ** 2));
  const late = Math.sqrt(Math.max(0, scale(terms.schedule) ** 2 - (0.2 * scale(terms.overrun)) ** 2));

  let good = 0;
  for (let run = 0; run < runs; run++) {
    const delay = overrun * logit();
    const effort = base * terms.overrun.median * Math.exp(delay);
    const hours = effort + care * logLogistic(terms.careSpread);
    const schedule = terms.schedule.median * Math.exp(0.2 * delay + late * logit());
    const weeks = terms.team.startsInWeeks + (base / terms.team.hoursPerWeek + (terms.schedule.wait ?? 0)) * schedule;
    if (brief.budget.fixed >= terms.floorRate * hours && weeks <= brief.deadline.weeks) good++;
  }
  return good / runs;
}

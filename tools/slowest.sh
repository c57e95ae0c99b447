#!/usr/bin/env bash
# Sums up the last run of the journeys: the slowest of them, how many browsers were started, and what was retried.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=target/journeys.tsv
[ -f "$runs" ] || { echo "no journeys were run: $runs is not there" >&2; exit 1; }

printf 'The slowest journeys, in seconds:\n'
tail -n +2 "$runs" | sort -t$'\t' -k3,3nr | awk -F'\t' 'NR <= 20 { printf "%7.1f  %s\n", $3, $1 }'
awk -F'\t' 'NR > 1 {
    runs += 1; starts += $4; uses += $5; failed += $6 == "failed"; sum += $3
    if ($2 + $3 > last) last = $2 + $3
    if ($7 != "") retried[$1] = $7
}
END {
    printf "%d runs in %d s (%d s one after the other), %d failed; browsers: %d started, used %d times\n", runs, last, sum, failed, starts, uses
    printf "Retried (docs/flaky.md): %d\n", length(retried)
    for (journey in retried) printf "  %s: %s\n", journey, retried[journey]
}' "$runs"

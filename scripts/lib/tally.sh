# shellcheck shell=bash
# Counts what passed and failed over suites of every kind, and says so at the end.

tally_rows=()
tally_passed=0
tally_failed=0

# count SUITE PASSED FAILED
count() {
  tally_rows+=("$(printf '%-34s %6d passed %6d failed' "$1" "$2" "$3")")
  tally_passed=$((tally_passed + $2))
  tally_failed=$((tally_failed + $3))
}

# check NAME COMMAND...: one check, passed when the command succeeds.
check() {
  local name=$1 began=$SECONDS
  shift
  say "--- $name"
  if "$@" >&2; then count "$name" 1 0; else count "$name" 0 1; fi
  say "    $((SECONDS - began)) s"
}

# count_junit SUITE DIR...: adds up the JUnit reports below these directories. A skipped test counts as failed:
# a test that does not run proves nothing.
count_junit() {
  local suite=$1 sums
  shift
  sums=$(find "$@" -path '*/surefire-reports/TEST-*.xml' -exec grep -h -m 1 -E '<testsuite ' {} + 2> /dev/null | awk '
    function attribute(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0 }
    { bad = attribute("errors") + attribute("failures") + attribute("skipped"); failed += bad; passed += attribute("tests") - bad }
    END { printf "%d %d", passed, failed }')
  # shellcheck disable=SC2086
  count "$suite" $sums
}

# count_ok SUITE FILE: adds up lines that begin with `ok ` or `not ok `.
count_ok() { count "$1" "$(grep -c '^ok ' "$2" || true)" "$(grep -c '^not ok ' "$2" || true)"; }

# summary: the table, then as the very last line the sum. Succeeds when something passed and nothing failed.
summary() {
  echo
  printf '%s\n' "${tally_rows[@]}"
  echo
  echo "$tally_passed passed, $tally_failed failed"
  [ "$tally_failed" = 0 ] && [ "$tally_passed" -gt 0 ]
}

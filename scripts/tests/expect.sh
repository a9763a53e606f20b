# shellcheck shell=bash
# For tests of scripts: each expectation prints `ok ...` or `not ok ...`; `finish` makes the exit status.

cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
expect_failed=0

# verdict NAME SUCCEEDED DETAIL
verdict() {
  if [ "$2" = 0 ]; then echo "ok $1"; else
    echo "not ok $1"
    printf '%s\n' "$3" | sed 's/^/    /'
    expect_failed=1
  fi
}

# succeeds NAME TEXT COMMAND...: exit status 0 and TEXT in what it prints.
succeeds() {
  local name=$1 text=$2 out status=0
  shift 2
  out=$("$@" 2>&1) || status=1
  [[ $out == *"$text"* ]] || status=1
  verdict "$name" "$status" "$out"
}

# refuses NAME TEXT COMMAND...: fails, and says so in exactly one line that holds TEXT and names a mend.
refuses() {
  local name=$1 text=$2 out status=1
  shift 2
  if ! out=$("$@" 2>&1) && [ "$(wc -l <<< "$out")" = 1 ] && [[ $out == *"$text"*" - "* ]]; then status=0; fi
  verdict "$name" "$status" "$out"
}

finish() { exit "$expect_failed"; }

# shellcheck shell=bash
# The demo's phones under one home: started, asked, stopped. The caller sets HOME_DIR, NET, ANSWER, DEMO_CALLS, PHONES, HTTP_PORT.

phones_up() {
  local pid jar line ready
  if pid=$(process_running "$HOME_DIR/pid"); then
    die "phones already run under $HOME_DIR (pid $pid)" "stop them with: scripts/phones down --home $HOME_DIR"
  fi
  find_jdk
  jar=$(phones_app) || exit 1
  mkdir -p "$HOME_DIR"
  rm -f "$HOME_DIR/env"
  # Their standard output is read here until the ready line, so that neither it nor their end has to be looked for.
  exec {ready}< <(exec setsid "$JAVA_HOME/bin/java" -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$jar" \
    --net "$NET" --answer "$ANSWER" --demo-calls "$DEMO_CALLS" --phones "$PHONES" --http "$HTTP_PORT" 2> "$HOME_DIR/log" < /dev/null)
  pid=$!
  process_remember "$HOME_DIR/pid" "$pid"
  trap 'process_end "$HOME_DIR/pid" 30; exit 130' INT TERM HUP # half started is not started
  if ! read -r -t 30 -u "$ready" line || [[ $line != ready\ http=* ]]; then
    phones_failed
  fi
  exec {ready}<&-
  phones_write_env "${line#ready http=}" "$pid"
  trap - INT TERM HUP
  echo "$line home=$HOME_DIR"
}

# Their own last words hold the mend already.
phones_failed() {
  local words
  process_end "$HOME_DIR/pid" 30
  words=$(sed -n 's/^phones: //p' "$HOME_DIR/log" | tail -n 1)
  [ -z "$words" ] || die "$words"
  die "the phones did not become ready: $(tail -n 1 "$HOME_DIR/log")" "read $HOME_DIR/log"
}

phones_write_env() {
  (
    umask 077
    printf 'PHONES_URL=%s\nPID=%s\nNET=%s\n' "$1" "$2" "$NET" > "$HOME_DIR/env"
  )
}

# phones_url: where the phones of HOME_DIR take orders; fails when they do not run.
phones_url() { process_running "$HOME_DIR/pid" > /dev/null && sed -n 's/^PHONES_URL=//p' "$HOME_DIR/env" 2> /dev/null; }

phones_down() {
  process_running "$HOME_DIR/pid" > /dev/null || say "no phones run under $HOME_DIR"
  process_end "$HOME_DIR/pid" 40
  rm -f "$HOME_DIR/env"
}

phones_status() {
  local pid
  if pid=$(process_running "$HOME_DIR/pid"); then
    echo "running pid=$pid http=$(phones_url) home=$HOME_DIR"
  else
    echo "stopped home=$HOME_DIR"
    exit 3
  fi
}

# shellcheck shell=bash
# A process of ours that outlives the script: remembered in a file by its id and its start time, so that a reused id is
# never taken for it.

# process_remember FILE PID
process_remember() { echo "$2 $(process_birth "$2")" > "$1"; }

# process_running FILE: prints the id of the process remembered there; fails when it is gone.
process_running() {
  local pid='' birth=''
  read -r pid birth 2> /dev/null < "$1" || return 1
  [ -n "$birth" ] && [ "$(process_birth "$pid")" = "$birth" ] && echo "$pid"
}

# process_end FILE TENTHS: asks it to end, kills it when it has not after that time, and forgets it.
process_end() {
  local pid
  if pid=$(process_running "$1"); then
    kill -TERM "$pid" 2> /dev/null || true
    if ! process_gone_within "$2" "$1"; then
      kill -KILL "$pid" 2> /dev/null || true
      process_gone_within 20 "$1" || die "process $pid cannot be stopped" "look at it with: ps -p $pid"
    fi
  fi
  rm -f "$1"
}

# process_gone_within TENTHS FILE
process_gone_within() {
  local tries
  for ((tries = 0; tries < $1; tries++)); do
    process_running "$2" > /dev/null || return 0
    sleep 0.1
  done
  return 1
}

# process_birth PID: in clock ticks since the machine started; nothing for one that is gone or only waits to be buried.
process_birth() { sed -n 's/.*) //;/^[ZX]/!p' "/proc/$1/stat" 2> /dev/null | cut -d' ' -f20; }

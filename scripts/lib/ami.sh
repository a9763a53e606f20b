# shellcheck shell=bash
# Listens to the manager interface as the account that ACCOUNT names and keeps every byte.

pbx_record() {
  [ "${#WORDS[@]}" -eq 1 ] || die "record needs one name" "for example: scripts/pbx record queue-answered"
  pbx_pid > /dev/null || die "no exchange runs under $HOME_DIR" "start it with: scripts/pbx up --home $HOME_DIR"
  RECORDING=${WORDS[0]%.ami}.ami READER=''
  # shellcheck source=/dev/null
  . "$HOME_DIR/env"
  local user=$AMI_RECORDER_USER secret=$AMI_RECORDER_SECRET
  [ "$ACCOUNT" = recorder ] || { user=$AMI_USER secret=$AMI_SECRET; }
  exec 8<> "/dev/tcp/$AMI_HOST/$AMI_PORT" || die "the manager interface at $AMI_HOST:$AMI_PORT does not answer" "see scripts/pbx status"
  printf 'Action: Login\r\nActionID: record-1\r\nUsername: %s\r\nSecret: %s\r\n\r\n' "$user" "$secret" >&8
  cat <&8 > "$RECORDING" &
  READER=$!
  trap ami_end EXIT
  trap 'exit 0' INT TERM
  ami_await "$RECORDING" 'Message: Authentication' 100 || die "the manager interface did not answer the log-in" "see $HOME_DIR/log/full"
  grep -qa 'Message: Authentication accepted' "$RECORDING" || die "the account $user was refused" "start the exchange anew: scripts/pbx down, then up"
  say "recording to $RECORDING"
  ami_record_until "$READER" "$RECORDING"
}

# Ends when the limit is reached, when the calls are over, or when the exchange closes the connection.
ami_record_until() {
  local reader=$1 file=$2 began=$SECONDS quiet=0 up down
  while kill -0 "$reader" 2> /dev/null; do
    [ -z "$SECONDS_LIMIT" ] || [ $((SECONDS - began)) -lt "$SECONDS_LIMIT" ] || break
    if [ -n "$UNTIL_IDLE" ]; then
      up=$(grep -ca '^Event: Newchannel' "$file" || true) down=$(grep -ca '^Event: Hangup.$' "$file" || true)
      if [ "$down" -gt 0 ] && [ "$up" -le "$down" ]; then quiet=$((quiet + 1)); else quiet=0; fi
      [ "$quiet" -lt 20 ] || break
    fi
    sleep 0.1
  done
}

# Logging off makes the exchange close the connection behind a whole message.
ami_end() {
  local tries
  { printf 'Action: Logoff\r\n\r\n' >&8; } 2> /dev/null || true
  for ((tries = 0; tries < 20; tries++)); do
    kill -0 "$READER" 2> /dev/null || break
    sleep 0.1
  done
  kill "$READER" 2> /dev/null && wait "$READER" 2> /dev/null || true
  [ ! -s "$RECORDING" ] || say "$(stat -c %s "$RECORDING") bytes in $RECORDING"
}

# ami_await FILE TEXT TENTHS
ami_await() {
  local tries
  for ((tries = 0; tries < $3; tries++)); do
    grep -qa "$2" "$1" && return 0
    sleep 0.1
  done
  return 1
}

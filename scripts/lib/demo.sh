# shellcheck shell=bash
# The parts of scripts/run: started in order, watched, called back. The caller sets KEEP, PORT, ADDRESS, NET, MAJOR, SITE,
# MODE, CALLS, PBX, PBX_USER, PBX_SECRET_FILE, HOME_DIR, PASSWORDS, PBX_HOME.

PARTS=()

demo_up() {
  process_remember "$KEEP/run.pid" $$
  local server=(--home "$HOME_DIR" --site "$SITE" --port "$PORT" --address "$ADDRESS" --passwords "$PASSWORDS")
  if [ -n "$PBX" ]; then
    server+=(--pbx "$PBX" --pbx-user "$PBX_USER" ${PBX_SECRET_FILE:+--pbx-secret-file "$PBX_SECRET_FILE"})
  else
    say "Starting Asterisk $MAJOR and the phones ..."
    part scripts/pbx up --home "$PBX_HOME" --site "$SITE" --net "$NET" --asterisk "$MAJOR"
    part scripts/phones up --home "$KEEP/phones" --net "$NET" ${MODE:+--answer "$MODE"} ${CALLS:+--demo-calls "$CALLS"}
    parts_started
    server+=(--pbx-home "$PBX_HOME" --phones-home "$KEEP/phones")
  fi
  SERVER=(scripts/server up "${server[@]}")
  say "Starting the server ..."
  part "${SERVER[@]}"
  parts_started
}

# part COMMAND...: begins to start one part, in a session of its own, so that a Ctrl-C reaches it through this script alone.
part() {
  setsid -w "$SANTRAL_ROOT/$1" "${@:2}" > /dev/null &
  PARTS+=($!)
}

# Waits in the background, so that the Ctrl-C is heard at once. When one part does not start, everything is called back.
parts_started() {
  local part
  for part in "${PARTS[@]}"; do
    wait "$part" || exit 1
  done
  PARTS=()
}

demo_say() {
  local first_agents
  first_agents=$(awk '$1 == "agent" { print $2 }' "$PASSWORDS" | head -n 2 | paste -sd '|')
  echo
  echo "Santral runs at   http://$ADDRESS:$PORT"
  echo
  awk -v agents="^($first_agents)\$" '$1 != "agent" && $1 != "manager" || $2 ~ agents { printf "  %-14s log in as %-12s password %s\n", $1, $2, $3 }' "$PASSWORDS"
  echo
  echo "All log-ins stand in $PASSWORDS."
  if [ -n "$PBX" ]; then
    demo_say_link
  else
    echo "Place a call:     scripts/call --from 02112345678$([ "$KEEP" = "$SANTRAL_ROOT/.santral" ] || echo " --home $KEEP/phones")"
  fi
  echo "End everything:   Ctrl-C"
}

# Whether the exchange that was there already lets us in.
demo_say_link() {
  local tries said
  for ((tries = 0; tries < 150; tries++)); do
    said=$(grep -o 'the link is .*' "$HOME_DIR/log" | tail -n 1) || true
    case $said in
      'the link is up'*) break ;;
      'the link is down: '*' refused '*) break ;;
    esac
    sleep 0.1
  done
  echo "Exchange $PBX:   ${said:-nothing heard yet; the switchroom says more}"
}

# Until a signal comes. A server that dies is started again, for which its journal is made; the death of another part is said.
demo_watch() {
  local told=
  while :; do
    sleep 1 &
    wait $! || true
    if ! process_running "$HOME_DIR/pid" > /dev/null; then
      say "The server has ended by itself (see $HOME_DIR/log): starting it again ..."
      cp "$HOME_DIR/log" "$HOME_DIR/log.ended"
      part "${SERVER[@]}"
      if wait "${PARTS[0]}"; then
        say "The server is back."
      else
        say "It does not start now: trying again in a few seconds ..."
        sleep 5 &
        wait $! || true
      fi
      PARTS=()
    fi
    [ -z "$PBX$told" ] || continue
    if ! process_running "$KEEP/phones/pid" > /dev/null; then
      say "The phones have ended by themselves (see $KEEP/phones/log): start scripts/run anew to have them back." && told=yes
    elif ! process_running "$PBX_HOME/pid" > /dev/null; then
      say "The exchange has ended by itself (see $PBX_HOME/log): start it with scripts/pbx up, or scripts/run anew." && told=yes
    fi
  done
}

# Whether anything is up that an earlier run started here.
demo_parts_up() {
  process_running "$HOME_DIR/pid" > /dev/null || process_running "$KEEP/phones/pid" > /dev/null ||
    process_running "$PBX_HOME/pid" > /dev/null
}

# All at once: each is bounded, and together they take no longer than the slowest.
demo_parts_down() {
  local part homes=([0]="pbx $PBX_HOME" [1]="phones $KEEP/phones" [2]="server $HOME_DIR")
  for part in "${homes[@]}"; do
    setsid -w "$SANTRAL_ROOT/scripts/${part%% *}" down --home "${part#* }" 2> /dev/null &
  done
  wait
}

# Also where nobody reads any more what it says: a closed terminal or pipe must not keep the parts alive.
demo_down() {
  set +e
  trap '' INT TERM HUP PIPE
  say "Ending everything ..."
  local part
  for part in "${PARTS[@]}"; do kill -TERM -- "-$part" 2> /dev/null || true; done
  demo_parts_down
  rm -f "$KEEP/run.pid"
  say "Ended."
}

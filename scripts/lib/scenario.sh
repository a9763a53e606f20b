# shellcheck shell=bash
# Plays the drives of scenarios at exchanges of their own and keeps what was heard. The caller sets NET, NAMES.

readonly SCENARIOS=$SANTRAL_ROOT/cti-server/call-model/src/test/resources/scenarios

# scenario_drive NAME: the drive that plays it, which is another's where its own says `as in OTHER`; nothing where none does.
scenario_drive() {
  local own=$SCENARIOS/$1/$1.drive as
  [ -e "$own" ] || return 0
  as=$(sed -n 's/^as in //p' "$own")
  [ -z "$as" ] || own=$SCENARIOS/$as/$as.drive
  [ ! -e "$own" ] || grep -q '^as in ' "$own" || echo "$own"
}

scenarios_with_a_drive() {
  local folder
  for folder in "$SCENARIOS"/*/; do
    folder=${folder%/}
    [ -z "$(scenario_drive "${folder##*/}")" ] || echo "${folder##*/}"
  done
}

scenarios_record() {
  local name failed=()
  find_node
  WORK=$(mktemp -d) RECORDER=''
  trap scenarios_end EXIT
  trap 'exit 130' INT TERM HUP
  "$SANTRAL_ROOT/scripts/phones" up --home "$WORK/phones" --net "$NET" --phones 1001,1002,1003,1004,1101 > /dev/null
  for name in "${NAMES[@]}"; do
    scenario_record "$name" || failed+=("$name")
    pbx down > /dev/null 2>&1 || true
  done
  [ "${#failed[@]}" = 0 ] || die "not recorded: ${failed[*]}" "read the messages above"
  say "${#NAMES[@]} recorded. Now scripts/golden events, scripts/golden effects, and read: git diff"
}

scenarios_end() {
  [ -z "$RECORDER" ] || kill "$RECORDER" 2> /dev/null || true
  "$SANTRAL_ROOT/scripts/phones" down --home "$WORK/phones" > /dev/null 2>&1 || true
  pbx down > /dev/null 2>&1 || true
  rm -rf "$WORK"
}

pbx() { "$SANTRAL_ROOT/scripts/pbx" "$@" --home "$WORK/pbx"; }

# An exchange that has seen nothing yet: queues in turn begin with the first member, nobody is in wrap-up.
scenario_record() {
  local name=$1 drive major=22 url played=0 status=0
  drive=$(scenario_drive "$name")
  [[ $name != *-16 ]] || major=16
  rm -rf "$WORK/pbx" "$WORK/heard.ami"
  scenario_site "$drive" > "$WORK/site.yaml"
  pbx up --site "$WORK/site.yaml" --net "$NET" --asterisk "$major" > /dev/null || return 1
  pbx record "$WORK/heard" --as events --until-idle --seconds 180 2> "$WORK/recorder" &
  RECORDER=$!
  scenario_hears || { cat "$WORK/recorder" >&2 && return 1; }
  url=$(HOME_DIR=$WORK/phones phones_url)
  DRIVE_MANAGER=$(scenario_manager) node "$SANTRAL_ROOT/scripts/lib/drive.mjs" "$url" "$drive" "$(scenario_agi)" "$WORK/pbx/env" || played=1
  [ "$played" = 0 ] || kill "$RECORDER" 2> /dev/null || true
  wait "$RECORDER" || status=$?
  RECORDER=''
  [ "$played$status" = 00 ] || { say "$name: its drive did not go through" && return 1; }
  scenario_keeps_secrets || { say "$name: a secret of the exchange stands in the recording" && return 1; }
  mkdir -p "$SCENARIOS/$name"
  mv "$WORK/heard.ami" "$SCENARIOS/$name/$name.ami"
  cp "$WORK/pbx/log/cel-custom/ledger.cel" "$SCENARIOS/$name/$name.cel"
  grep -v '|NONE|NONE|' "$WORK/pbx/log/queue_log" > "$SCENARIOS/$name/$name.queue_log" || rm "$SCENARIOS/$name/$name.queue_log"
  say "$name: $(stat -c %s "$SCENARIOS/$name/$name.ami") bytes from Asterisk $major"
}

# The demo's site, with what lines like `site ring-seconds 4` at the head of a drive make of it.
scenario_site() {
  local key value edits=()
  while read -r _ key value; do
    case $key in
      queue) edits+=(-e "/^  - name: ${value%% *}\$/{n;a\\    $(scenario_entry "$value")" -e '}') ;;
      phone) edits+=(-e "s/{extension: \"${value%% *}\",/& $(scenario_entry "$value"),/") ;;
      *) edits+=(-e "s/^\( *$key:\) .*/\1 $value/") ;;
    esac
  done < <(grep '^site ' "$1")
  sed "${edits[@]}" -e '' "$SANTRAL_ROOT/pbx-config/sites/demo.yaml"
}

# scenario_entry "NAME KEY VALUE": an entry of a list gets a key more.
scenario_entry() {
  local key value
  read -r _ key value <<< "$1"
  echo "$key: $value"
}

# Where the exchange asks how to route a call; nobody answers there unless the drive says so.
scenario_agi() { sed -n 's/^AGI_HOST=//p;s/^AGI_PORT=/:/p' "$WORK/pbx/env" | tr -d '\n'; }

# Where a drive asks what the server asks on behalf of an agent: host, port, account, secret.
scenario_manager() {
  sed -n 's/^AMI_HOST=//p;s/^AMI_PORT=//p;s/^AMI_CMD_USER=//p;s/^AMI_CMD_SECRET=//p' "$WORK/pbx/env" | tr '\n' ' '
}

# Until the exchange tells the recorder everything: what happens before is not heard.
scenario_hears() {
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    ! grep -qa '^Event: FullyBooted' "$WORK/heard.ami" 2> /dev/null || return 0
    kill -0 "$RECORDER" 2> /dev/null || return 1
    sleep 0.1
  done
  return 1
}

scenario_keeps_secrets() { ! grep -qaF -f <(sed -n 's/^[A-Z_]*=\(..*\)/\1/p' "$WORK/pbx/secrets") "$WORK/heard.ami"; }

# shellcheck shell=bash
# One Asterisk under one home: started, asked, stopped. The caller sets HOME_DIR, SITE, MAJOR, NET, WORDS.

pbx_up() {
  [ -r "$SITE" ] || die "there is no site file $SITE" "name one with --site"
  local pid
  if pid=$(pbx_pid); then
    die "an exchange already runs under $HOME_DIR (pid $pid)" "stop it with: scripts/pbx down --home $HOME_DIR"
  fi
  mkdir -p "$HOME_DIR"
  pbx_config generate --site "$SITE" --out "$HOME_DIR/etc" --secrets "$HOME_DIR/secrets" --asterisk "$MAJOR" --net "$NET" \
    --home "$HOME_DIR" --rootfs "$(santral_cache)/asterisk-$MAJOR/rootfs" || exit 1
  pbx_ports_free
  local rootfs
  rootfs=$(asterisk_rootfs "$MAJOR") || exit 1
  [ ! -e "$HOME_DIR/etc/odbc.ini" ] || asterisk_odbc_driver "$MAJOR" || exit 1
  pbx_lay_out "$rootfs"
  pbx_rotate_queue_log
  : > "$HOME_DIR/log/console"
  setsid "$HOME_DIR/bin/asterisk" -f > "$HOME_DIR/log/console" 2>&1 < /dev/null &
  pid=$!
  process_remember "$HOME_DIR/pid" "$pid"
  trap 'process_end "$HOME_DIR/pid" 20; exit 130' INT TERM HUP # half started is not started
  pbx_await_ready
  trap - INT TERM HUP
  pbx_write_env "$pid"
  echo "ready ami=$(pbx_setting manager bindaddr):$(pbx_setting manager port) home=$HOME_DIR"
}

pbx_down() {
  pbx_pid > /dev/null || say "no exchange runs under $HOME_DIR"
  process_end "$HOME_DIR/pid" 80
  rm -f "$HOME_DIR/env"
}

pbx_status() {
  local pid
  if pid=$(pbx_pid); then
    echo "running pid=$pid ami=$(pbx_setting manager bindaddr):$(pbx_setting manager port) home=$HOME_DIR"
  else
    echo "stopped home=$HOME_DIR"
    exit 3
  fi
}

pbx_cli() {
  [ "${#WORDS[@]}" -gt 0 ] || die "cli needs a command" "for example: scripts/pbx cli 'core show channels'"
  pbx_pid > /dev/null || die "no exchange runs under $HOME_DIR" "start it with: scripts/pbx up --home $HOME_DIR"
  "$HOME_DIR/bin/asterisk" -rx "${WORDS[*]}"
}

# The process id, when the process that was started here still is the one that runs.
pbx_pid() { process_running "$HOME_DIR/pid"; }

# pbx_setting FILE KEY: a value of the generated configuration.
pbx_setting() { sed -n "s/^$2=//p;T;q" "$HOME_DIR/etc/$1.conf"; }

pbx_ports_free() {
  local sip ami
  sip=$(pbx_setting pjsip bind) ami=$(pbx_setting manager bindaddr):$(pbx_setting manager port)
  command -v ss > /dev/null || return 0
  [ -z "$(ss -Hlun "src = $sip")" ] || die "SIP address $sip is taken" "stop what listens there, or choose another --net"
  [ -z "$(ss -Hltn "src = $ami")" ] || die "AMI address $ami is taken" "stop what listens there, or choose another --net"
}

pbx_lay_out() {
  local rootfs=$1 dir prompt
  for dir in bin run log/cel-custom lib db keys cache agi-bin moh spool/monitor spool/outgoing spool/tmp; do mkdir -p "$HOME_DIR/$dir"; done
  for prompt in queue-thankyou silence/10; do
    ln -sfn "$rootfs/usr/share/asterisk/sounds/en/$prompt.gsm" "$HOME_DIR/moh/${prompt//\//-}.gsm"
  done
  pbx_write_starter "$rootfs"
}

# Asterisk holds queue_log open, so that it can only be renamed while none runs or with `logger reload`. What it was renamed
# to is read all the same.
pbx_rotate_queue_log() {
  local log=$HOME_DIR/log/queue_log most=${SANTRAL_QUEUE_LOG_MOST:-16000000}
  [ ! -e "$log" ] || [ "$(stat -c %s "$log")" -lt "$most" ] || mv "$log" "$log.$(date +%s)"
}

# Writes bin/asterisk, which runs the unpacked program through its own loader. `core restart now` starts argv[0] again
# with the same arguments: --argv0 makes that this script. The loader of Asterisk 16 is too old for it, so that 16 stops
# where 22 restarts; use down and up there.
pbx_write_starter() {
  local rootfs=$1 loader help
  read -ra loader <<< "$(asterisk_loader "$rootfs")"
  # Not through a pipe into grep -q: that hangs up when it has found it, the loader dies of it at times, and with
  # pipefail that is a no.
  help=$("${loader[0]}" --help 2>&1) || true
  if [[ $help == *--argv0* ]]; then
    loader=("${loader[0]}" --argv0 "$HOME_DIR/bin/asterisk" "${loader[@]:1}")
  fi
  cat > "$HOME_DIR/bin/asterisk" << SCRIPT
#!/bin/bash
export GCONV_PATH="$rootfs/usr/lib/x86_64-linux-gnu/gconv" ODBCINI="$HOME_DIR/etc/odbc.ini"
[ "\${1:-}" = -C ] && shift 2
exec $(printf '%q ' "${loader[@]}" "$rootfs/usr/sbin/asterisk") -C "$HOME_DIR/etc/asterisk.conf" "\$@"
SCRIPT
  chmod +x "$HOME_DIR/bin/asterisk"
}

pbx_await_ready() {
  local tries
  for ((tries = 0; tries < 600; tries++)); do
    grep -q 'Asterisk Ready' "$HOME_DIR/log/console" && return 0
    pbx_pid > /dev/null || break
    sleep 0.05
  done
  process_end "$HOME_DIR/pid" 20
  die "Asterisk did not become ready: $(grep -m 1 -E 'ERROR|rror' "$HOME_DIR/log/console" || tail -n 1 "$HOME_DIR/log/console")" "read $HOME_DIR/log/console"
}

# What a program must know to work with this exchange.
pbx_write_env() {
  local agi
  agi=$(sed -n 's/.*agi:\/\/\([^/]*\)\/.*/\1/p;T;q' "$HOME_DIR/etc/extensions.conf")
  (
    umask 077
    cat > "$HOME_DIR/env" << ENV
AMI_HOST=$(pbx_setting manager bindaddr)
AMI_PORT=$(pbx_setting manager port)
AMI_USER=$(pbx_account 1)
AMI_SECRET=$(pbx_secret AMI_SECRET)
AMI_CMD_USER=$(pbx_account 2)
AMI_CMD_SECRET=$(pbx_secret AMI_CMD_SECRET)
AMI_RECORDER_USER=$(pbx_account 3)
AMI_RECORDER_SECRET=$(pbx_secret AMI_RECORDER_SECRET)
SIP_HOST=$(pbx_setting pjsip bind | cut -d: -f1)
SIP_PORT=$(pbx_setting pjsip bind | cut -d: -f2)
AGI_HOST=${agi%:*}
AGI_PORT=${agi#*:}
ASTERISK=$MAJOR
SITE=$(readlink -f "$SITE")
RECORDINGS=$HOME_DIR/spool/monitor
LEDGER=$(pbx_keeps cel_custom.conf "$HOME_DIR/log/cel-custom")
QUEUE_LOG=$HOME_DIR/log/queue_log
LEDGER_DATABASE=$(pbx_keeps odbc.ini "jdbc:mariadb://$(pbx_ini SERVER):$(pbx_ini PORT)/$(pbx_ini DATABASE)")
LEDGER_READER=$(pbx_keeps ledger.sql "$(pbx_ledger_reader)")
LEDGER_READER_SECRET=$(pbx_secret LEDGER_READER_SECRET)
NET=$NET
PID=$1
ENV
  )
}

# pbx_keeps FILE VALUE: the value where the configuration has that file, else nothing.
pbx_keeps() { [ ! -e "$HOME_DIR/etc/$1" ] || echo "$2"; }

pbx_ini() { sed -n "s/^$1=//p;T;q" "$HOME_DIR/etc/odbc.ini" 2> /dev/null || true; }

pbx_ledger_reader() { sed -n "s/^grant select.* to '\([^']*\)'.*/\1/p;T;q" "$HOME_DIR/etc/ledger.sql" 2> /dev/null || true; }

# The accounts stand in manager.conf in the order events, commands, recorder.
pbx_account() { sed -n 's/^\[\([a-z].*\)\]$/\1/p' "$HOME_DIR/etc/manager.conf" | grep -v '^general$' | sed -n "$1p"; }

pbx_secret() { sed -n "s/^$1=//p" "$HOME_DIR/secrets"; }

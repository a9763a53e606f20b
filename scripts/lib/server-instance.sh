# shellcheck shell=bash
# One server under one home: checked, started, stopped. The caller sets HOME_DIR, SITE, PASSWORDS, PORT, ADDRESS,
# PBX_HOME, PBX, PBX_USER, PBX_SECRET_FILE, PHONES_HOME.

# server_check: everything that can be wrong before anything is started.
server_check() {
  [ -r "$SITE" ] || die "there is no site file $SITE" "name one with --site"
  check_port "$PORT" --port
  local secret=${SANTRAL_PBX_SECRET:-}
  if [ -n "$PBX" ]; then
    [[ $PBX =~ ^[^:[:space:]]+:[1-9][0-9]{0,4}$ ]] || die "--pbx $PBX is no address" "write HOST:PORT, for example --pbx 192.0.2.10:5038"
    [ -n "$PBX_USER" ] || die "--pbx needs an account of the exchange's manager.conf" "name it with --pbx-user"
    [ -z "$PBX_SECRET_FILE" ] || [ -r "$PBX_SECRET_FILE" ] || die "the secret file $PBX_SECRET_FILE cannot be read" "name a file that holds the secret of $PBX_USER"
    [ -n "$PBX_SECRET_FILE$secret" ] || die "the secret of $PBX_USER is missing" "set SANTRAL_PBX_SECRET, or name a file with --pbx-secret-file"
  else
    [ -z "$PBX_USER$PBX_SECRET_FILE" ] || die "--pbx-user and --pbx-secret-file go with --pbx" "name the exchange with --pbx HOST:PORT"
  fi
}

# server_app: puts what was built last where it runs from, so that a build beside it does not disturb it. What it was made
# from is told by its content: a reproducible jar carries no time of its own.
server_app() {
  local built=$SANTRAL_ROOT/cti-server/server/target/server-exec.jar app=$SANTRAL_ROOT/.santral/app/server sum
  [ -e "$built" ] || [ -e "$app/server-exec.jar" ] || die "the server is not built" "run scripts/run once, or: mvn -pl cti-server/server -am -DskipTests package"
  sum=$(sha256sum < "$built" 2> /dev/null) || return 0
  [ "$(cat "$app/from" 2> /dev/null)" != "$sum" ] || return 0
  rm -rf "$app.partial"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$built" extract --destination "$app.partial" > /dev/null ||
    die "the server's jar cannot be unpacked" "build it anew: remove $built and run scripts/run"
  echo "$sum" > "$app.partial/from"
  rm -rf "$app"
  mv "$app.partial" "$app"
}

server_up() {
  local pid
  if pid=$(process_running "$HOME_DIR/pid"); then
    die "a server already runs under $HOME_DIR (pid $pid)" "stop it with: scripts/server down --home $HOME_DIR"
  fi
  find_jdk
  [ -n "$PBX" ] || [ -r "$PBX_HOME/env" ] || die "no exchange runs under $PBX_HOME" "start it with scripts/pbx up, or name another with --pbx"
  [ -z "$PHONES_HOME" ] || [ -r "$PHONES_HOME/env" ] || die "no phones run under $PHONES_HOME" "start them with scripts/phones up"
  need_port "$ADDRESS" "$PORT" --port
  server_app
  mkdir -p "$HOME_DIR"
  server_settings
  : > "$HOME_DIR/log"
  # Out of memory it dies at once and leaves a mark, so that the next run says why: half alive it would hear no calls.
  # One line to start with: the server reads its settings from the environment, so that no secret shows in `ps`.
  setsid "$JAVA_HOME/bin/java" -Xmx"${SANTRAL_HEAP:-512m}" -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError \
    -XX:OnOutOfMemoryError="touch '$HOME_DIR/journal/out-of-memory'" --enable-native-access=ALL-UNNAMED \
    -jar "$SANTRAL_ROOT/.santral/app/server/server-exec.jar" > "$HOME_DIR/log" 2>&1 < /dev/null &
  pid=$!
  process_remember "$HOME_DIR/pid" "$pid"
  trap 'process_end "$HOME_DIR/pid" 50; exit 130' INT TERM HUP # half started is not started
  server_await_ready
  trap - INT TERM HUP
  (umask 077 && printf 'SERVER_URL=%q\nPASSWORDS=%q\nPID=%q\n' "http://$ADDRESS:$PORT" "$PASSWORDS" "$pid" > "$HOME_DIR/env")
  echo "ready http=http://$ADDRESS:$PORT home=$HOME_DIR"
}

server_settings() {
  export SERVER_PORT=$PORT SERVER_ADDRESS=$ADDRESS SANTRAL_SITE SANTRAL_JOURNAL_DIR=$HOME_DIR/journal SANTRAL_DIRECTORIES_FOLDER=$HOME_DIR/directories
  export SANTRAL_PEOPLE_INITIAL_PASSWORDS_FILE=$PASSWORDS SANTRAL_DATABASE_DIR=$HOME_DIR/database
  export SANTRAL_IMPORTS_DIR=$HOME_DIR/imports
  SANTRAL_SITE=$(readlink -f "$SITE")
  if [ -n "$PBX" ]; then
    export SANTRAL_PBX_HOST=${PBX%:*} SANTRAL_PBX_PORT=${PBX##*:} SANTRAL_PBX_USER=$PBX_USER
    [ -z "$PBX_SECRET_FILE" ] || export SANTRAL_PBX_SECRET_FILE=$PBX_SECRET_FILE
  else
    # shellcheck source=/dev/null
    . "$PBX_HOME/env"
    export SANTRAL_RECORDINGS_FOLDER=$RECORDINGS SANTRAL_NET=$NET SANTRAL_PBX_SECRET=$AMI_SECRET SANTRAL_PBX_COMMAND_SECRET=$AMI_CMD_SECRET
    # What is empty is as good as not set.
    export SANTRAL_LEDGER_FOLDER=${SANTRAL_LEDGER_FOLDER:-$LEDGER}
    [ -z "$SANTRAL_LEDGER_FOLDER${SANTRAL_LEDGER_DATABASE_URL:-${LEDGER_DATABASE:-}}" ] || export SANTRAL_LEDGER_QUEUELOG=${SANTRAL_LEDGER_QUEUELOG:-${QUEUE_LOG:-}}
    export SANTRAL_LEDGER_DATABASE_URL=${SANTRAL_LEDGER_DATABASE_URL:-${LEDGER_DATABASE:-}}
    export SANTRAL_LEDGER_DATABASE_USER=${SANTRAL_LEDGER_DATABASE_USER:-${LEDGER_READER:-}}
    export SANTRAL_LEDGER_DATABASE_PASSWORD=${SANTRAL_LEDGER_DATABASE_PASSWORD:-${LEDGER_READER_SECRET:-}}
  fi
  if [ -n "$PHONES_HOME" ]; then
    # shellcheck source=/dev/null
    . "$PHONES_HOME/env"
    export SANTRAL_DEMO_PHONES=$PHONES_URL SANTRAL_DEMO_DATA=true
  fi
}

# Up to a minute: the first start of all unpacks MariaDB and makes its tables.
server_await_ready() {
  local tries
  for ((tries = 0; tries < 600; tries++)); do
    [ "$(http_status "$ADDRESS" "$PORT" /actuator/health/liveness)" = 200 ] && return 0
    process_running "$HOME_DIR/pid" > /dev/null || break
    sleep 0.1
  done
  process_end "$HOME_DIR/pid" 50
  die "$(server_complaint)" "the whole story is in $HOME_DIR/log"
}

# Why it did not start: Spring writes a description of what it understands, else the first error.
server_complaint() {
  local said
  said=$(sed -n '/^Description:/,/^Action:/{/^Description:/d;/^Action:/d;/^$/d;p}' "$HOME_DIR/log" | paste -sd ' ')
  [ -n "$said" ] || said=$(grep -m 1 -E 'ERROR|rror' "$HOME_DIR/log" || tail -n 1 "$HOME_DIR/log")
  echo "the server did not start: ${said:-it said nothing}"
}

server_down() {
  local was
  was=$(process_running "$HOME_DIR/pid") || was=
  process_end "$HOME_DIR/pid" 60
  server_end_database
  rm -f "$HOME_DIR/env"
  [ -n "$was" ] || say "no server runs under $HOME_DIR"
}

# A server that was killed leaves its MariaDB behind. Only a process that names this very folder is ours.
server_end_database() {
  local pid file=$HOME_DIR/database/mariadbd.pid
  pid=$(cat "$file" 2> /dev/null) && [ -n "$pid" ] || return 0
  tr '\0' ' ' < "/proc/$pid/cmdline" 2> /dev/null | grep -qF -- "$HOME_DIR/database" || return 0
  process_remember "$HOME_DIR/database.pid" "$pid"
  process_end "$HOME_DIR/database.pid" 60
}

server_status() {
  local pid
  if pid=$(process_running "$HOME_DIR/pid"); then
    echo "running pid=$pid $(sed -n 's/^SERVER_URL=/http=/p' "$HOME_DIR/env" 2> /dev/null) home=$HOME_DIR"
  else
    echo "stopped home=$HOME_DIR"
    exit 3
  fi
}

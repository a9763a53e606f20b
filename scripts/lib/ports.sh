# shellcheck shell=bash
# Whether an address can be listened on, and what listens there.

# check_port PORT OPTION: fails in one line when it is no port.
check_port() { [[ $1 =~ ^[1-9][0-9]{0,4}$ && $1 -le 65535 ]] || die "$2 $1 is no port" "write a number from 1 to 65535"; }

# port_free HOST PORT
port_free() { ! (: < "/dev/tcp/$1/$2") 2> /dev/null; }

# need_port HOST PORT OPTION: fails in one line when somebody listens there already.
need_port() { port_free "$1" "$2" || die "port $2 of $1 is taken" "stop what listens there (ss -ltnp 'sport = :$2') or choose another with $3"; }

# http_status HOST PORT PATH: the status of a GET; nothing while nobody answers.
http_status() {
  (
    exec 7<> "/dev/tcp/$1/$2" || exit
    printf 'GET %s HTTP/1.0\r\nHost: %s:%s\r\n\r\n' "$3" "$1" "$2" >&7
    read -r -t 5 _ status _ <&7 && echo "$status"
  ) 2> /dev/null || true
}

# shellcheck shell=bash
# Whether an address can be listened on.

# port_free HOST PORT
port_free() { ! (: < "/dev/tcp/$1/$2") 2> /dev/null; }

# need_port HOST PORT OPTION: fails in one line when somebody listens there already.
need_port() { port_free "$1" "$2" || die "port $2 of $1 is taken" "stop what listens there (ss -ltnp 'sport = :$2') or choose another with $3"; }

# shellcheck shell=bash
# How the project's scripts speak: progress on stderr, and one line with the mend when something is wrong.

say() { echo "$*" >&2; }

# die WHAT MEND: ends the script with one line.
die() {
  echo "${0##*/}: $1${2:+ - $2}" >&2
  exit 1
}

# Where downloads and unpacked programs are kept, outside the work tree.
santral_cache() { echo "${SANTRAL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/santral}"; }

# shellcheck shell=bash
# Node and the web client's packages.

find_node() {
  command -v node > /dev/null && command -v npm > /dev/null || die "no Node.js found on the PATH" "install Node.js 20 or newer with npm"
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || die "Node.js $major is too old" "install Node.js 20 or newer"
}

# client_packages DIR: `npm ci`, unless the packages there already are those of the lock file.
client_packages() {
  local dir=$1 stamp
  stamp=$(sha256sum < "$dir/package-lock.json")
  [ "$(cat "$dir/node_modules/.santral-lock" 2> /dev/null)" = "$stamp" ] && return 0
  say "Fetching the web client's packages ..."
  (cd "$dir" && npm ci --no-audit --no-fund --loglevel=error >&2) || die "npm ci failed in $dir" "read npm's message above"
  echo "$stamp" > "$dir/node_modules/.santral-lock"
}

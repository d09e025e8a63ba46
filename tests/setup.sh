#!/bin/sh
# Install what the tests need beside Python packages: a browser, npm, Java, strace (which stops a command at each
# system call) and nginx, which is not started.
# As root it installs them with apt; otherwise it says in one line what is missing, and fails.
set -eu

# Where servers lie, which is not on everybody's PATH.
SERVERS=${SERVERS:-/usr/sbin}

has() {
    for name in "$@"; do
        if command -v "$name" >/dev/null 2>&1; then return 0; fi
    done
    return 1
}

fail() {
    echo "$1" >&2
    exit 1
}

can_install() {
    [ "$(id -u)" = 0 ] && has apt-get
}

# apt starts a server that it installs, now and at each start of the machine. Nobody asked for that: the tests start an
# nginx of their own, on a port of 127.0.0.1. While policy-rc.d says 101, apt starts nothing.
install() {
    echo "Installing for the tests: $*"
    export DEBIAN_FRONTEND=noninteractive
    policy=$SERVERS/policy-rc.d
    if [ ! -e "$policy" ]; then
        trap 'rm -f "$policy"' EXIT
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod 755 "$policy"
    fi
    apt-get update -qq </dev/null
    apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null
    case "$*" in
    *nginx*) if has systemctl; then systemctl --quiet disable nginx || echo "nginx may start with this machine." >&2; fi ;;
    esac
}

packages=""
# The fonts are for the browser: without any, pages have no text to measure.
has chromium chromium-browser google-chrome || packages="$packages chromium fonts-dejavu-core"
has node || packages="$packages nodejs"
has npm || packages="$packages npm"
has strace || packages="$packages strace"
has java || packages="$packages default-jre-headless"
has nginx "$SERVERS/nginx" || packages="$packages nginx-light"
[ -n "$packages" ] || exit 0

case "$packages" in
*chromium*)
    # Ubuntu's chromium package only asks for the snap, which does not run in a container.
    if grep -qs '^ID=ubuntu' /etc/os-release; then
        fail "The tests need a browser: install Google Chrome from google.com/chrome (Ubuntu has Chromium as a snap only), then run this again."
    fi
    ;;
esac

if ! can_install; then
    fail "The tests need these packages: install$packages, then run this again."
fi
# shellcheck disable=SC2086 # one word per package
install $packages

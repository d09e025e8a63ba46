#!/bin/sh
# Install what the tests need beside Python packages: a browser, npm, Java, strace (which stops a command at each
# system call), and in CI nginx.
# As root it installs them with apt; otherwise it says in one line what is missing, and fails. Only nginx can be done without.
set -eu

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

install() {
    echo "Installing for the tests: $*"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq </dev/null && apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null
}

# Not at a desk: apt would start a web server there.
if [ -n "${CI:-}" ] && ! has nginx && can_install; then
    install nginx-light || echo "nginx-light could not be installed, and tests of the security headers need it." >&2
fi

packages=""
# The fonts are for the browser: without any, pages have no text to measure.
has chromium chromium-browser google-chrome || packages="$packages chromium fonts-dejavu-core"
has node || packages="$packages nodejs"
has npm || packages="$packages npm"
has strace || packages="$packages strace"
has java || packages="$packages default-jre-headless"
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

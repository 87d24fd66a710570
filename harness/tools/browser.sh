#!/usr/bin/env bash
# Sees to it that there is a Chromium to look at pages with. At once where one is there; else Debian's, where this runs as root.
set -euo pipefail
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null; then exit 0; fi
done
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "no Chromium yet: it is installed, so that pages can be looked at"
  export DEBIAN_FRONTEND=noninteractive
  if apt-get -qq update && apt-get -qq install --yes --no-install-recommends chromium fonts-liberation >/dev/null; then exit 0; fi
fi
echo "no Chromium: install it, or pages are not looked at (harness/tools/browser.sh)" >&2
[ -z "${CI:-}" ]

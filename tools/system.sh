#!/usr/bin/env bash
# Sees to the system packages that Groundwork is built and tested with.
#
#   tools/system.sh build          what a build needs
#   tools/system.sh build test     and what the tests of the real window need
#   tools/system.sh build package  and what packages are looked at with
#
# On Debian and Ubuntu it installs what is missing, through sudo when it is
# not run by root. Elsewhere it prints the one line to type. When nothing is
# missing it says nothing and costs a moment.
set -euo pipefail

build=(gcc make pkg-config libgl1-mesa-dev xorg-dev libwayland-dev libxkbcommon-dev libegl1-mesa-dev)
test=(xvfb openbox xdotool x11-utils imagemagick xclip libgl1-mesa-dri sqlite3 age dbus fonts-noto-color-emoji fonts-wqy-microhei poppler-utils qpdf libreoffice-writer-nogui strace)
package=(appstream desktop-file-utils dpkg fakeroot lintian man-db xz-utils)

wanted=()
for set in "$@"; do
	case $set in
	build) wanted+=("${build[@]}") ;;
	test) wanted+=("${test[@]}") ;;
	package) wanted+=("${package[@]}") ;;
	*) echo "system.sh: no such set of packages: $set" >&2; exit 2 ;;
	esac
done

go_is_old() {
	command -v go >/dev/null || return 0
	local minor
	minor=$(go env GOVERSION | sed -nE 's/^go1\.([0-9]+).*/\1/p')
	[ "${minor:-99}" -lt 21 ]
}
if go_is_old; then
	echo "Groundwork needs Go 1.21 or newer; it then fetches the version it is built with by itself." >&2
	echo "Get Go from your system's packages or from the Go project's download page, and try again." >&2
	exit 1
fi

if command -v apt-get >/dev/null; then
	missing=()
	for package in "${wanted[@]}"; do
		dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
	done
	[ ${#missing[@]} -eq 0 ] && exit 0
	as_root=()
	[ "$(id -u)" -eq 0 ] || as_root=(sudo)
	echo "Installing system packages: ${missing[*]}"
	apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 "$@"; }
	install() { apt install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1; }
	log=$(mktemp)
	trap 'rm -f "$log"' EXIT
	# An old list of packages may name files that are gone: then it is fetched anew.
	if ! install; then
		apt update >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
		install || { cat "$log" >&2; exit 1; }
	fi
elif command -v dnf >/dev/null; then
	rpm -q libX11-devel mesa-libGL-devel wayland-devel libxkbcommon-devel >/dev/null 2>&1 && exit 0
	echo "Type this once, and try again:" >&2
	echo "  sudo dnf install gcc make mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel wayland-devel libxkbcommon-devel mesa-libEGL-devel xorg-x11-server-Xvfb openbox xdotool ImageMagick xclip sqlite" >&2
	exit 1
elif command -v pacman >/dev/null; then
	pacman -Q libx11 libxcursor libxrandr libxinerama libxi wayland libxkbcommon >/dev/null 2>&1 && exit 0
	echo "Type this once, and try again:" >&2
	echo "  sudo pacman -S --needed gcc make pkgconf mesa libx11 libxcursor libxrandr libxinerama libxi libxxf86vm wayland libxkbcommon xorg-server-xvfb openbox xdotool imagemagick xclip sqlite" >&2
	exit 1
elif [ "$(uname -s)" = Darwin ]; then
	xcode-select -p >/dev/null 2>&1 && exit 0
	echo "Type this once, and try again:" >&2
	echo "  xcode-select --install" >&2
	exit 1
fi

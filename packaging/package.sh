#!/usr/bin/env bash
# Packs the program as built: into a tar.xz for any Linux and, where dpkg-deb is there, a .deb.
#
#   packaging/package.sh VERSION FOLDER
#
# The same program gives the same bytes: everything belongs to root, lies in the order of its names, and is as old as
# SOURCE_DATE_EPOCH says (https://reproducible-builds.org/specs/source-date-epoch/), else as the newest release in the
# metainfo. XZ_DEFAULTS and DPKG_DEB_COMPRESSOR_TYPE may ask for another compression, as the tests do.
set -euo pipefail
umask 022
export LC_ALL=C

version=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
cd "$(dirname "$0")/.."
released=$(sed -nE 's/.*<release .*date="([0-9-]+)".*/\1/p' packaging/app.groundwork.journal.metainfo.xml | head -n 1)
: "${SOURCE_DATE_EPOCH:=$(date -u -d "$released" +%s)}"
export SOURCE_DATE_EPOCH
export DPKG_DEB_COMPRESSOR_TYPE=${DPKG_DEB_COMPRESSOR_TYPE:-xz}
# Debian wants an address; this one is nobody's (RFC 2606).
author='The Groundwork authors <authors@groundwork.invalid>'

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

# hand_out FILE: what is in the folder is whole, also when this was stopped half way.
hand_out() {
	mv "$stage/$1" "$folder/$1"
	echo "$folder/$1"
}

# archive NAME: the tree as make install makes it, under a folder of the version, with what is to be read on top.
archive() {
	local tree="$stage/$1"
	make --no-print-directory --silent install DESTDIR="$tree" PREFIX=/usr
	install -m644 LICENSE README.md CHANGELOG.md "$tree/"
	install -d "$tree/docs"
	install -m644 docs/* "$tree/docs/"
	tar -C "$stage" -cJf "$stage/$1.tar.xz" --format=gnu --sort=name --owner=0 --group=0 --numeric-owner \
		--mtime="@$SOURCE_DATE_EPOCH" "$1"
	hand_out "$1.tar.xz"
}

# changes: CHANGELOG.md's section of this version, as Debian writes it.
changes() {
	printf 'groundwork (%s) unstable; urgency=medium\n\n' "$version"
	awk -v wanted="## $version" '/^## / { inside = index($0, wanted) == 1 } inside && /^- / { print substr($0, 3) }' CHANGELOG.md |
		while read -r line; do fold -s -w 72 <<<"$line" | sed -E '1s/^/  * /; 2,$s/^/    /; s/ +$//'; done
	printf '\n -- %s  %s\n' "$author" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")"
}

# control TREE: what dpkg wants to know. libgl1 and libwayland-client0 the program is linked with; the other libraries
# it opens when it starts, those for X11 or those for Wayland.
control() {
	cat <<-END
		Package: groundwork
		Version: $version
		Architecture: $(dpkg --print-architecture)
		Maintainer: $author
		Installed-Size: $(du -sk --apparent-size "$1/usr" | cut -f1)
		Depends: libc6 (>= 2.34), libegl1, libgl1, libwayland-client0, libwayland-cursor0, libwayland-egl1, libx11-6, libxcursor1, libxi6, libxinerama1, libxkbcommon0, libxrandr2, libxrender1
		Recommends: fonts-noto-color-emoji, xdg-utils
		Section: editors
		Priority: optional
		Description: private journal for growing into a leadership role
		 Groundwork is a journal for people who want to lead: a question a day, a quiet
		 page to answer it on, and a record of what you did, what came of it and what
		 others said, kept until the day you ask for the role.
		 .
		 Everything stays in one folder on this computer. There is no account and no
		 network.
	END
}

# debian NAME: the same tree, as Debian wants it.
debian() {
	local tree="$stage/debian"
	local doc="$tree/usr/share/doc/groundwork"
	make --no-print-directory --silent install DESTDIR="$tree" PREFIX=/usr LICENSE_DIR="$doc" ZSH_FUNCTIONS=vendor-completions
	mv "$doc/LICENSE" "$doc/copyright"
	cat packaging/copyright >>"$doc/copyright"
	changes | gzip -9n >"$doc/changelog.gz"
	gzip -9n "$tree/usr/share/man/man1/groundwork.1"
	install -d "$tree/DEBIAN"
	control "$tree" >"$tree/DEBIAN/control"
	(cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
	find "$tree" -type f -exec chmod go-w {} +
	dpkg-deb --root-owner-group --build "$tree" "$stage/$1.deb" >/dev/null
	hand_out "$1.deb"
}

rm -f "$folder"/groundwork-*.tar.xz "$folder"/groundwork_*.deb
archive "groundwork-$version-linux-$(uname -m)"
if command -v dpkg-deb >/dev/null; then
	debian "groundwork_${version}_$(dpkg --print-architecture)"
fi

#!/usr/bin/env bash
# modernc.org/sqlite works with exactly the modernc.org/libc that its own
# go.mod names; any other version may corrupt memory.
set -euo pipefail
have=$(go list -m -f '{{.Version}}' modernc.org/libc)
want=$(sed -nE 's/^[[:space:]]*(require )?modernc\.org\/libc (v[^ ]+).*/\2/p' "$(go list -m -f '{{.GoMod}}' modernc.org/sqlite)")
if [ -z "$want" ] || [ "$have" != "$want" ]; then
	echo "modernc.org/libc is $have, but modernc.org/sqlite needs ${want:-a version it does not name}" >&2
	exit 1
fi

package faults

import (
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// deed is a call to the system that a program made, as strace recorded it.
type deed struct {
	name         string
	path, to     string // to: of a rename
	data         []byte // that was written
	offset       int64  // where; -1: at the end of the file
	flags        string // of openat
	began, ended int    // lines of the log
}

// recorded are all calls that change files, and those that could and that the
// model does not know: none of ours makes these.
const (
	recorded = "open,openat,mkdirat,unlinkat,unlink,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2"
	unknown  = "creat,openat2,mkdir,rmdir,link,linkat,symlink,symlinkat,truncate,writev,pwritev,pwritev2,copy_file_range,sendfile,splice,fallocate,sync,syncfs,sync_file_range"
)

// record runs a program to its end and gives all that it wrote, in order.
func record(t testing.TB, role string, args ...string) []deed {
	t.Helper()
	log := filepath.Join(t.TempDir(), "record")
	options := []string{"-f", "-y", "-xx", "-s", "4194304", "--seccomp-bpf", "-e", "signal=none", "-e", "trace=?" + strings.ReplaceAll(recorded+","+unknown, ",", ",?"), "-o", log, itself(t)}
	c := inRole(child(t, role), role)
	c.Path, c.Args = mustFind(t, "strace"), append(append([]string{"strace"}, options...), args...)
	if out, wrong, code := run(t, c); code != 0 {
		t.Fatalf("it ended with %d: %s %s", code, out, wrong)
	}
	return deeds(t, log)
}

// deeds reads the calls that went well out of a log.
func deeds(t testing.TB, log string) (all []deed) {
	t.Helper()
	text, err := os.ReadFile(log)
	must(t, err)
	type open struct {
		line  string
		began int
	}
	begun := map[string]open{} // by thread, what has not ended
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		line, began := strings.TrimSuffix(line, "\n"), n
		if m := resumed.FindStringSubmatch(line); m != nil {
			line, began = begun[m[1]].line+m[3], begun[m[1]].began
		}
		m := callLine.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		if whole, cut := strings.CutSuffix(line, unended); cut {
			begun[m[1]] = open{whole, n}
			continue
		}
		if d, ok := readDeed(t, m[2], m[3]); ok {
			d.began, d.ended = began, n
			all = append(all, d)
		}
	}
	slices.SortStableFunc(all, func(a, b deed) int { return a.ended - b.ended })
	return all
}

var (
	hexString = regexp.MustCompile(`"((?:\\x[0-9a-f]{2})*)"`)
	hexFd     = regexp.MustCompile(`^\d+<((?:\\x[0-9a-f]{2})*)>`)
	afterData = regexp.MustCompile(`", \d+(?:, (\d+))?\) += \d`)
	truncated = regexp.MustCompile(`>, (\d+)\) += 0`)
)

// readDeed reads a call; ok says that it went well and may have changed a file.
func readDeed(t testing.TB, name, rest string) (d deed, ok bool) {
	t.Helper()
	if strings.Contains(rest[max(0, len(rest)-60):], " = -1 ") {
		return d, false
	}
	d = deed{name: name, offset: -1}
	if m := hexFd.FindStringSubmatch(rest); m != nil {
		d.path = plain(t, m[1])
	}
	named := hexString.FindAllStringSubmatch(rest, 2)
	switch name {
	case "open", "openat":
		d.path, d.flags = plain(t, named[0][1]), rest
		return d, strings.Contains(rest, "O_CREAT") || strings.Contains(rest, "O_TRUNC")
	case "mkdirat", "unlinkat", "unlink":
		d.path = plain(t, named[0][1])
	case "rename", "renameat", "renameat2":
		d.path, d.to = plain(t, named[0][1]), plain(t, named[1][1])
	case "write", "pwrite64":
		d.data = []byte(plain(t, named[0][1]))
		if m := afterData.FindStringSubmatch(rest); m != nil && name == "pwrite64" {
			d.offset = number(t, m[1])
		}
	case "ftruncate":
		d.offset = number(t, truncated.FindStringSubmatch(rest)[1])
	}
	return d, true
}

func number(t testing.TB, text string) int64 {
	t.Helper()
	n, err := strconv.ParseInt(text, 10, 64)
	must(t, err)
	return n
}

// plain reads what strace wrote in hexadecimal.
func plain(t testing.TB, text string) string {
	t.Helper()
	b, err := hex.DecodeString(strings.ReplaceAll(text, `\x`, ""))
	must(t, err)
	return string(b)
}

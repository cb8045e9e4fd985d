package e2e

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Holds names the words that the memory of the program holds, in UTF-8, in
// UTF-16 or as runes, its arguments and its environment with it. It reads the
// memory through /proc, which root can, or anybody whose program is dumpable.
func (w *Window) Holds(words ...string) ([]string, error) {
	process := filepath.Join("/proc", strconv.Itoa(w.process.Process.Pid))
	maps, err := os.Open(filepath.Join(process, "maps"))
	if err != nil {
		return nil, err
	}
	defer maps.Close()
	memory, err := os.Open(filepath.Join(process, "mem"))
	if err != nil {
		return nil, err
	}
	defer memory.Close()
	found := map[string]bool{}
	for lines := bufio.NewScanner(maps); lines.Scan(); {
		var from, to uint64
		var rights string
		if _, err := fmt.Sscanf(lines.Text(), "%x-%x %s", &from, &to, &rights); err != nil {
			return nil, err
		}
		if !strings.HasPrefix(rights, "rw") || strings.Contains(lines.Text(), "/dev/") {
			continue // what cannot be written came from a file, or is not memory
		}
		part := make([]byte, to-from)
		n, _ := memory.ReadAt(part, int64(from)) // what has gone meanwhile holds nothing
		for _, word := range words {
			if holds(part[:n], word) {
				found[word] = true
			}
		}
	}
	var all []string
	for _, word := range words {
		if found[word] {
			all = append(all, word)
		}
	}
	return all, nil
}

// holds tells whether bytes hold a word in any form a program keeps text in, on
// a machine whose low bytes come first.
func holds(in []byte, word string) bool {
	var wide, runes []byte
	for _, unit := range utf16.Encode([]rune(word)) {
		wide = append(wide, byte(unit), byte(unit>>8))
	}
	for _, r := range word {
		runes = append(runes, byte(r), byte(r>>8), byte(r>>16), byte(r>>24))
	}
	return bytes.Contains(in, []byte(word)) || bytes.Contains(in, wide) || bytes.Contains(in, runes)
}

// Environment gives what the program has under a name in its environment, which
// is another one when it was replaced by a fresh process that was told
// something there.
func (w *Window) Environment(name string) string {
	all, _ := os.ReadFile(filepath.Join("/proc", strconv.Itoa(w.process.Process.Pid), "environ")) // nothing, if it has gone
	for each := range strings.SplitSeq(string(all), "\x00") {
		if value, ok := strings.CutPrefix(each, name+"="); ok {
			return value
		}
	}
	return ""
}

// FindAgain waits until the program, which was replaced, has a window again.
func (w *Window) FindAgain() error {
	return Eventually(startLimit, "a window of the fresh process", w.find)
}

// Properties gives all that X knows of the windows of the program.
func (w *Window) Properties() string {
	var all strings.Builder
	for _, id := range w.ids() {
		out, _ := w.display.tool(nil, "xprop", "-id", id)
		all.Write(out)
	}
	return all.String()
}

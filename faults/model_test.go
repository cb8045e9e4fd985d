package faults

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// model is a disk of which one knows what is really on it. What was written to
// a file is on it once that file was synced, and a name (a new file, a rename,
// a removal) once its folder was. It promises less than the file systems do
// that people use: what holds here, holds there.
type model struct {
	t     testing.TB
	root  string            // what lies elsewhere is of no interest
	names map[string]*inode // as the program sees them
	kept  map[string]*inode // as they are on the disk
	moves []move            // names that changed since their folder was synced
}

// inode is a file or a folder.
type inode struct {
	folder  bool
	now     []byte // as the program sees it
	kept    []byte // as it is on the disk
	pending []func([]byte) []byte
}

// move is a name that came or went.
type move struct {
	folder string
	apply  func(names map[string]*inode)
}

// newModel is a disk with what lies in a folder now.
func newModel(t testing.TB, root string) *model {
	t.Helper()
	m := &model{t: t, root: root, names: map[string]*inode{}, kept: map[string]*inode{}}
	must(t, filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		n := &inode{folder: e.IsDir()}
		if !n.folder {
			n.now, err = os.ReadFile(path)
			n.kept = slices.Clone(n.now)
		}
		m.names[path], m.kept[path] = n, n
		return err
	}))
	return m
}

// do does what the program did. A sync has happened when it ended, and holds
// for what was written when it began; synced gives how much that was.
func (m *model) do(d deed, began int) {
	if !below(d.path, m.root) || strings.HasSuffix(d.path, "-shm") {
		return // shared memory is made anew at each start
	}
	switch n := m.names[d.path]; d.name {
	case "open", "openat":
		if n == nil {
			m.name(d.path, &inode{})
		} else if strings.Contains(d.flags, "O_TRUNC") {
			n.change(resize(0))
		}
	case "mkdirat":
		m.name(d.path, &inode{folder: true})
	case "unlink", "unlinkat":
		m.name(d.path, nil)
	case "rename", "renameat", "renameat2":
		m.rename(d.path, d.to)
	case "write", "pwrite64":
		if n != nil { // else it was removed, and is written to its end
			n.change(overwrite(d.offset, d.data, len(n.now)))
		}
	case "ftruncate":
		if n != nil {
			n.change(resize(int(d.offset)))
		}
	case "fsync", "fdatasync":
		m.sync(d.path, began)
	default:
		m.t.Fatalf("the model does not know %s", d.name)
	}
}

// replay does what a program did, call by call, and tells after each of them.
func (m *model) replay(all []deed, after func(i int)) {
	type event struct {
		line, i int
		begins  bool
	}
	var events []event
	for i, d := range all {
		events = append(events, event{d.began, i, true}, event{d.ended, i, false})
	}
	slices.SortStableFunc(events, func(a, b event) int { return a.line - b.line })
	begun := make([]int, len(all))
	for _, e := range events {
		if e.begins {
			begun[e.i] = m.begin(all[e.i])
			continue
		}
		m.do(all[e.i], begun[e.i])
		after(e.i)
	}
}

// begin tells how much a sync that begins now will bring to the disk.
func (m *model) begin(d deed) int {
	n := m.names[d.path]
	switch {
	case n == nil:
		return 0
	case n.folder:
		return len(m.moves)
	}
	return len(n.pending)
}

func (n *inode) change(by func([]byte) []byte) {
	n.now = by(n.now)
	n.pending = append(n.pending, by)
}

func overwrite(offset int64, data []byte, end int) func([]byte) []byte {
	if offset < 0 {
		offset = int64(end)
	}
	return func(b []byte) []byte {
		if need := int(offset) + len(data); need > len(b) {
			b = append(b, make([]byte, need-len(b))...)
		}
		copy(b[offset:], data)
		return b
	}
}

func resize(size int) func([]byte) []byte {
	return func(b []byte) []byte {
		if size <= len(b) {
			return b[:size:size]
		}
		return append(b, make([]byte, size-len(b))...)
	}
}

// name gives a name to a file, or takes it away.
func (m *model) name(path string, n *inode) {
	m.moved(filepath.Dir(path), func(names map[string]*inode) { setName(names, path, n) })
}

func setName(names map[string]*inode, path string, n *inode) {
	if names[path] = n; n == nil {
		delete(names, path)
	}
}

// rename moves a file, or a folder with all that is in it. Between two folders
// each of them has to be synced for its own part.
func (m *model) rename(from, to string) {
	if !below(to, m.root) {
		m.t.Fatalf("it moved %s out of sight", from)
	}
	var inside []string
	for path := range m.names {
		if below(path, from) {
			inside = append(inside, path)
		}
	}
	files := map[string]*inode{}
	for _, path := range inside {
		files[strings.TrimPrefix(path, from)] = m.names[path]
	}
	add := func(names map[string]*inode) {
		for rest, n := range files {
			names[to+rest] = n
		}
	}
	remove := func(names map[string]*inode) {
		for rest := range files {
			delete(names, from+rest)
		}
	}
	if filepath.Dir(from) == filepath.Dir(to) {
		m.moved(filepath.Dir(to), func(names map[string]*inode) { remove(names); add(names) })
		return
	}
	m.moved(filepath.Dir(to), add)
	m.moved(filepath.Dir(from), remove)
}

func (m *model) moved(folder string, apply func(names map[string]*inode)) {
	apply(m.names)
	m.moves = append(m.moves, move{folder, apply})
}

// sync brings to the disk what was pending when the sync began.
func (m *model) sync(path string, began int) {
	n := m.names[path]
	if n == nil {
		return
	}
	if !n.folder {
		for _, change := range n.pending[:began] {
			n.kept = change(n.kept)
		}
		n.pending = n.pending[began:]
		return
	}
	var rest []move
	for i, each := range m.moves {
		if i < began && each.folder == path {
			each.apply(m.kept)
			continue
		}
		rest = append(rest, each)
	}
	m.moves = rest
}

// cutPower puts into a folder what is on the disk when the power goes. With
// luck, some of what was not synced is there, too: any of the writes, each
// whole or not at all, and names up to some moment.
func (m *model) cutPower(luck *rand.Rand) (folder string) {
	m.t.Helper()
	names := map[string]*inode{}
	for path, n := range m.kept {
		names[path] = n
	}
	if luck != nil {
		for _, each := range m.moves[:luck.IntN(len(m.moves)+1)] {
			each.apply(names)
		}
	}
	folder = m.t.TempDir()
	var paths []string
	for path := range names {
		paths = append(paths, path)
	}
	slices.Sort(paths) // a folder before what is in it
	for _, path := range paths {
		n, at := names[path], filepath.Join(folder, strings.TrimPrefix(path, m.root))
		switch {
		case path == m.root || !there(filepath.Dir(at)): // without its folder, nothing is there
		case n.folder:
			must(m.t, os.Mkdir(at, 0o700))
		default:
			must(m.t, os.WriteFile(at, n.after(luck), 0o600))
		}
	}
	return folder
}

// after is what is on the disk of a file when the power goes.
func (n *inode) after(luck *rand.Rand) []byte {
	content := slices.Clone(n.kept)
	if luck == nil {
		return content
	}
	for _, change := range n.pending {
		if luck.IntN(2) == 0 {
			content = change(content)
		}
	}
	return content
}

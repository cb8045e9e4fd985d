package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// files measures the export of a whole journal, to the journal's own JSON and to
// a folder of Markdown files, and the import of it into an empty one, each as a
// command from its start to its end, beside a copy of what was written that is
// on disk when it is done.
func (b *bench) files() ([]row, error) {
	folder, err := os.MkdirTemp(b.folder, "files")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	if err := b.copyJournal(filepath.Join(folder, "journal")); err != nil {
		return nil, err
	}
	say("exporting and importing %d entries, %d times in turn", b.entries, b.copies)
	toJSON := thereAndBack{folder: folder, to: "journal.json", copied: copyToDisk}
	toFolder := thereAndBack{folder: folder, to: "vault/", options: []string{"--as", "markdown"}, copied: copyFolderToDisk}
	for range b.copies {
		if err := errors.Join(toJSON.take(b.program), toFolder.take(b.program)); err != nil {
			return nil, err
		}
	}
	scale := float64(b.entries) / 10_000 // the targets are for so many
	return []row{
		toJSON.imports.row("import of the journal's own JSON ÷ a copy of the file", "s", figureKind, 3*scale),
		toJSON.exports.row("export to JSON ÷ a copy of the file", "s", figureKind, 1*scale),
		toFolder.imports.row("import of a Markdown folder ÷ a copy of it", "s", figureKind, 0),
		toFolder.exports.row("export to a Markdown folder ÷ a copy of it", "s", figureKind, 1*scale),
	}, nil
}

// thereAndBack is an export in one form and the import of it.
type thereAndBack struct {
	folder           string // in which the journal lies
	to               string // that the export writes
	options          []string
	copied           func(from, to string) error
	exports, imports pairs
}

// take takes each of them once, and the copy.
func (t *thereAndBack) take(program string) error {
	to, other, beside := filepath.Join(t.folder, t.to), filepath.Join(t.folder, "imported"), filepath.Join(t.folder, "copy")
	if err := errors.Join(os.RemoveAll(to), os.RemoveAll(other), os.RemoveAll(beside)); err != nil {
		return err
	}
	if strings.HasSuffix(t.to, "/") {
		to += "/"
	}
	var took [3]float64
	for i, do := range []func() error{
		func() error {
			return command(program, append([]string{"--data", filepath.Join(t.folder, "journal"), "export", "--to", to, "--include-private"}, t.options...)...)
		},
		func() error { return command(program, "--data", other, "import", to) },
		func() error { return t.copied(to, beside) },
	} {
		began := time.Now()
		if err := do(); err != nil {
			return err
		}
		took[i] = time.Since(began).Seconds()
	}
	t.exports.add(took[0], took[2])
	t.imports.add(took[1], took[2])
	return nil
}

// copyFolderToDisk copies a folder and waits until the copy is on disk.
func copyFolderToDisk(from, to string) error {
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		return err
	}
	return command("sync", "--file-system", to)
}

// copyToDisk copies a file and waits until the copy is on disk.
func copyToDisk(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	defer out.Close()
	if _, err := io.Copy(out, in); err != nil {
		return err
	}
	return out.Sync()
}

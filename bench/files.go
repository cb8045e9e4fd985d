package main

import (
	"io"
	"os"
	"path/filepath"
	"time"
)

// files measures the export of a whole journal to the journal's own JSON and
// the import of it into an empty one, each as a command from its start to its
// end, beside a copy of that file that is on disk when it is done.
func (b *bench) files() ([]row, error) {
	folder, err := os.MkdirTemp(b.folder, "files")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	journal, file := filepath.Join(folder, "journal"), filepath.Join(folder, "journal.json")
	if err := b.copyJournal(journal); err != nil {
		return nil, err
	}
	say("exporting and importing %d entries, %d times in turn", b.entries, b.copies)
	export := func() error {
		return command(b.program, "--data", journal, "export", "--to", file, "--force", "--include-private")
	}
	other := filepath.Join(folder, "imported")
	into := func() error { return command(b.program, "--data", other, "import", file) }
	copied := func() error { return copyToDisk(file, file+".copy") }
	var exports, imports pairs
	for range b.copies {
		if err := os.RemoveAll(other); err != nil {
			return nil, err
		}
		var took [3]float64
		for i, do := range []func() error{export, into, copied} {
			began := time.Now()
			if err := do(); err != nil {
				return nil, err
			}
			took[i] = time.Since(began).Seconds()
		}
		exports.add(took[0], took[2])
		imports.add(took[1], took[2])
	}
	scale := float64(b.entries) / 10_000 // the targets are for so many
	return []row{
		imports.row("import of the journal's own JSON ÷ a copy of the file", "s", figureKind, 3*scale),
		exports.row("export to JSON ÷ a copy of the file", "s", figureKind, 1*scale),
	}, nil
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

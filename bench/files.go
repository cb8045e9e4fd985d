package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
)

// files measures the export of a whole journal, to the journal's own JSON, to
// Markdown in a file and in a folder, and to a PDF, and the import of what can be
// read again into an empty one, each as a command from its start to its end,
// beside a copy of what was written that is on disk when it is done.
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
	asFile := func(form, to string) *thereAndBack {
		return &thereAndBack{folder: folder, to: to, options: []string{"--as", form}, copied: copyToDisk}
	}
	toJSON, toMarkdown, toPDF := asFile("json", "journal.json"), asFile("markdown", "journal.md"), asFile("pdf", "journal.pdf")
	toJSON.back = true
	toFolder := &thereAndBack{folder: folder, to: "vault/", options: []string{"--as", "markdown"}, copied: copyFolderToDisk, back: true}
	for range b.copies {
		for _, each := range []*thereAndBack{toJSON, toMarkdown, toPDF, toFolder} {
			if err := each.take(b.program); err != nil {
				return nil, err
			}
		}
	}
	return []row{
		toJSON.imports.row("import of the journal's own JSON ÷ a copy of the file", "s", figureKind, b.limit(3, 30)),
		toJSON.exports.row("export to JSON ÷ a copy of the file", "s", figureKind, b.limit(1, 10)),
		toMarkdown.exports.row("export to Markdown in one file ÷ a copy of it", "s", figureKind, b.limit(1, 10)),
		toFolder.exports.row("export to a folder of Markdown ÷ a copy of it", "s", figureKind, b.limit(1, 10)),
		toFolder.imports.row("import of a folder of Markdown ÷ a copy of it", "s", figureKind, 0),
		toPDF.exports.row("export to PDF ÷ a copy of the file", "s", figureKind, b.limit(5, 50)),
	}, nil
}

// thereAndBack is an export in one form and, where it can be read again, the
// import of it.
type thereAndBack struct {
	folder           string // in which the journal lies
	to               string // that the export writes
	back             bool   // it is imported, too
	options          []string
	copied           func(from, to string) error
	exports, imports pairs
}

// take takes each of them once, and the copy. Each time has a folder of its own,
// and none is removed before all is measured: a disk of which ten thousand files
// were just taken makes new ones ten times slower for a while.
func (t *thereAndBack) take(program string) error {
	round, err := os.MkdirTemp(t.folder, "round")
	if err != nil {
		return err
	}
	to, other, beside := filepath.Join(round, t.to), filepath.Join(round, "imported"), filepath.Join(round, "copy")
	if strings.HasSuffix(t.to, "/") {
		to += "/"
	}
	exported, err := timed(func() error {
		return command(program, append([]string{"--data", filepath.Join(t.folder, "journal"), "export", "--to", to, "--include-private"}, t.options...)...)
	})
	if err != nil {
		return err
	}
	copied, err := timed(func() error { return t.copied(to, beside) })
	if err != nil {
		return err
	}
	t.exports.add(exported.Seconds(), copied.Seconds())
	if !t.back {
		return nil
	}
	imported, err := timed(func() error { return command(program, "--data", other, "import", to) })
	if err != nil {
		return err
	}
	t.imports.add(imported.Seconds(), copied.Seconds())
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

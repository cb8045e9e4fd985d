package salvage

import (
	"bytes"
	"slices"
	"testing"
)

// notesAndTags is the schema of makeNotes and makeTags.
var notesAndTags = []Object{
	{Type: "table", Name: "notes", Table: "notes", SQL: makeNotes},
	{Type: "index", Name: "sqlite_autoindex_notes_1", Table: "notes"},
	{Type: "table", Name: "tags", Table: "tags", SQL: makeTags},
}

// TestTreesAreFoundWhateverTheSchemaCallsThem changes each letter of the rows
// of the schema, one at a time, but for the numbers of the roots.
func TestTreesAreFoundWhateverTheSchemaCallsThem(t *testing.T) {
	file, _ := made(t, false, makeNotes, makeTags, `INSERT INTO notes VALUES (1, 'a', 'b', 2, NULL)`, `INSERT INTO tags VALUES (1, 'c')`)
	whole := open(t, file, nil)
	for _, o := range notesAndTags {
		names := []byte(o.Type + o.Name + o.Table)
		begin := bytes.Index(file[:4096], names)
		if begin < 0 {
			t.Fatalf("there is no row of %s", o.Name)
		}
		for at := begin - 3; at < begin+len(names)+len(o.SQL)+1; at++ {
			if at == begin+len(names) || o.SQL == "" && at < begin {
				continue // the root, and what tells how long it is where no statement follows
			}
			broken := slices.Clone(file)
			broken[at] ^= 0x15
			f := open(t, broken, nil)
			if !f.Whole(o.Name) || f.owners[rootOf(whole, o.Name)] != o.Name {
				t.Errorf("with %q at %d, %s is not found", broken[at], at-begin, o.Name)
			}
		}
	}
}

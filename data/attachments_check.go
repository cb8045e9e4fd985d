package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"groundwork/journal"
)

// attachedFile is one place where an entry names a file.
type attachedFile struct {
	entry     journal.ID
	name, sum string
}

// checkAttachments compares every attached file with its hash, each content
// once, however many entries name it.
func (s *Store) checkAttachments(ctx context.Context) ([]journal.Problem, error) {
	files, err := s.attachedFiles(ctx)
	if err != nil {
		return nil, err
	}
	var problems []journal.Problem
	found := map[string]string{} // what is wrong with a content, or ""
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		what, known := found[f.sum]
		if !known {
			what = fileProblem(s.verify(ctx, f.sum))
			found[f.sum] = what
		}
		if what != "" {
			problems = append(problems, f.problem(what))
		}
	}
	return problems, nil
}

// problem says what is wrong with the file.
func (f attachedFile) problem(what string) journal.Problem {
	return journal.Problem{What: fmt.Sprintf("The attached file %q %s.", f.name, what), Entry: f.entry}
}

// fileProblem says what is wrong with a content, or "".
func fileProblem(err error) string {
	switch {
	case err == nil:
		return ""
	case errors.Is(err, journal.ErrNotFound):
		return "is missing"
	case errors.Is(err, journal.ErrDamaged):
		return "is not what was attached"
	}
	return "cannot be read"
}

// attachedFiles lists the files that entries name. Where none is named, an
// attachment is a link.
func (s *Store) attachedFiles(ctx context.Context) (files []attachedFile, err error) {
	err = s.read(ctx, "list attached files", func(q querier) error {
		files, err = attachedFilesOf(ctx, q)
		return err
	})
	return files, err
}

func attachedFilesOf(ctx context.Context, q querier) ([]attachedFile, error) {
	return rowsOf(ctx, q, func(row *sql.Rows) (attachedFile, error) {
		var f attachedFile
		err := row.Scan(&f.entry, &f.name, &f.sum)
		return f, err
	}, `SELECT e.id, a.name, a.sha256 FROM attachments a JOIN entries e ON e.n = a.entry
		WHERE a.sha256 <> '' ORDER BY a.entry, a.position`)
}

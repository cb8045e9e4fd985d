package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"strings"
	"unicode/utf8"

	"groundwork/journal"
)

// CareerPath is what a file of career paths asks for, job by job. Its form is
// the one of 15Five (success.15five.com): a table with the columns Path, Job
// title and Key behavior, and perhaps Competency and Skill.
type CareerPath struct {
	Jobs    []Job                 // in the order in which they first stand in the file
	Skipped []journal.SkippedLine // rows that cannot be used, in their order
	Note    string                // a sentence where the text had to be guessed at, or ""
}

// Job is one job title of a path, and what is asked of whoever holds it. The
// expectations have no IDs; their sources tell the same row each time, so that
// Journal.AddExpectations adds none of them twice.
type Job struct {
	Path, Title  string
	Expectations []journal.Expectation
}

// Limits of a file of career paths. What is larger is not such a file.
const (
	maxCareerPath = 10 << 20 // bytes
	maxCareerRows = 20_000
)

// ReadCareerPath reads a file of career paths. The names of its columns may
// differ in case and spaces, and stand below a few other rows; commas,
// semicolons or tabs part its cells. A row that cannot be used is skipped and
// named, and never stops the others. Each cell is kept as the text it is: a
// formula is not worked out. A file that is no such table is an ErrInvalid.
func ReadCareerPath(r io.Reader) (CareerPath, error) {
	text, note, err := readText(r, maxCareerPath)
	if err != nil {
		return CareerPath{}, err
	}
	t, columns, err := careerTable(text)
	if err != nil {
		return CareerPath{}, err
	}
	in := careerRows{columns: columns, jobs: map[string]*careerJob{}}
	for n := 0; ; n++ {
		row, err := t.next()
		if err == io.EOF {
			break
		}
		if n >= maxCareerRows {
			return CareerPath{}, wrong("This file has more than %d rows, so it is no career path.", maxCareerRows)
		}
		in.take(row)
	}
	return in.path(note), nil
}

// careerColumns are the columns of a career path by what is asked of them; each
// is the place of a cell in its row, and -1 where the file has none.
type careerColumns struct{ path, job, behaviour, competency, skill int }

// careerTable finds the row with the names of the columns, within the first
// rows, and the separator with which it makes sense.
func careerTable(text string) (*table, careerColumns, error) {
	const look = 10 // rows
	best := 0
	for _, separator := range []byte{',', ';', '\t'} {
		t := &table{text: text, separator: separator}
		for range look {
			row, err := t.next()
			if err != nil {
				break
			}
			columns, found := readColumns(row.cells)
			if found == 3 {
				return t, columns, nil
			}
			best = max(best, found)
		}
	}
	if best > 0 {
		return nil, careerColumns{}, wrong("A column is missing. A career path has the columns Path, Job title and Key behavior.")
	}
	return nil, careerColumns{}, wrong("This is no career path: it has no columns Path, Job title and Key behavior.")
}

// readColumns finds the columns by name, and counts those that are needed.
func readColumns(cells []string) (c careerColumns, found int) {
	c = careerColumns{-1, -1, -1, -1, -1}
	for i, cell := range cells {
		name := strings.ToLower(strings.Join(strings.Fields(strings.TrimPrefix(cell, "\ufeff")), ""))
		var to *int
		switch name {
		case "path":
			to = &c.path
		case "jobtitle":
			to = &c.job
		case "keybehavior", "keybehaviour":
			to = &c.behaviour
		case "competency":
			to = &c.competency
		case "skill":
			to = &c.skill
		}
		if to != nil && *to < 0 {
			*to = i
		}
	}
	for _, at := range []int{c.path, c.job, c.behaviour} {
		if at >= 0 {
			found++
		}
	}
	return c, found
}

// careerRows takes rows in, one by one.
type careerRows struct {
	columns careerColumns
	jobs    map[string]*careerJob // by path and title
	order   []*careerJob
	skipped []journal.SkippedLine
}

// careerJob is a job as it fills.
type careerJob struct {
	Job
	seen  map[string]bool // behaviours
	names map[string]bool
	alike map[string]int // names that had to be numbered, by their beginning
}

// take takes one row in, or says why not. A row without any text is no row.
func (in *careerRows) take(r row) {
	cell := func(at int) string {
		if at < 0 || at >= len(r.cells) {
			return ""
		}
		return strings.TrimSpace(r.cells[at])
	}
	path, title := oneLine(cell(in.columns.path)), oneLine(cell(in.columns.job))
	behaviour := cell(in.columns.behaviour)
	switch {
	case r.broken:
		in.skip(r, "Its quotation marks do not fit together.")
	case strings.TrimSpace(strings.Join(r.cells, "")) == "":
	case path == "":
		in.skip(r, "It names no path.")
	case title == "":
		in.skip(r, "It names no job title.")
	case behaviour == "":
		in.skip(r, "It has no key behavior.")
	case max(utf8.RuneCountInString(path), utf8.RuneCountInString(title)) > journal.MaxName:
		in.skip(r, fmt.Sprintf("The path or the job title is longer than %d letters.", journal.MaxName))
	default:
		in.add(r, in.job(path, title), behaviour, cell(in.columns.competency), cell(in.columns.skill))
	}
}

func (in *careerRows) skip(r row, why string) {
	in.skipped = append(in.skipped, journal.SkippedLine{Line: r.line, Text: beginning(oneLine(r.text), 60), Why: why})
}

// job finds a job, or begins it.
func (in *careerRows) job(path, title string) *careerJob {
	key := strings.ToLower(path) + "\n" + strings.ToLower(title)
	if in.jobs[key] == nil {
		in.jobs[key] = &careerJob{
			Job: Job{Path: path, Title: title}, seen: map[string]bool{}, names: map[string]bool{}, alike: map[string]int{},
		}
		in.order = append(in.order, in.jobs[key])
	}
	return in.jobs[key]
}

// add adds a behaviour to a job.
func (in *careerRows) add(r row, job *careerJob, behaviour, competency, skill string) {
	same := strings.ToLower(oneLine(behaviour))
	if job.seen[same] {
		in.skip(r, "This job has the same behavior further up.")
		return
	}
	x := journal.Expectation{
		Name: job.name(oneLine(behaviour)), Area: clause(oneLine(competency), journal.MaxName),
		Source: careerSource(job.Path, job.Title, same),
	}
	if x.Name != behaviour {
		x.Text = behaviour
	}
	if skill != "" {
		x.Text = strings.TrimPrefix(x.Text+"\n\nSkill: "+skill, "\n\n")
	}
	if err := x.Validate(); err != nil {
		in.skip(r, sentence(err))
		return
	}
	job.seen[same], job.names[strings.ToLower(x.Name)] = true, true
	job.Expectations = append(job.Expectations, x)
}

// path gives what was taken in: jobs of which no row could be used are left
// out.
func (in *careerRows) path(note string) CareerPath {
	out := CareerPath{Skipped: in.skipped, Note: note}
	for _, job := range in.order {
		if len(job.Expectations) > 0 {
			out.Jobs = append(out.Jobs, job.Job)
		}
	}
	return out
}

// careerPrefix begins the source of an expectation of a career path.
const careerPrefix = "career-path/"

// careerSource is the source of a row: its path, its job and, shortened, its
// behaviour. It stays the same when the expectation gets another name.
func careerSource(path, job, behaviour string) string {
	sum := sha256.Sum256([]byte(behaviour))
	return careerPrefix + url.PathEscape(path) + "/" + url.PathEscape(job) + "#" + hex.EncodeToString(sum[:6])
}

// CareerJob gives the path and the job title that an expectation came from;
// ok is false where it came from elsewhere.
func CareerJob(x journal.Expectation) (path, title string, ok bool) {
	rest, ok := strings.CutPrefix(x.Source, careerPrefix)
	rest, _, hasBehaviour := strings.Cut(rest, "#")
	path, title, hasTitle := strings.Cut(rest, "/")
	path, errPath := url.PathUnescape(path)
	title, errTitle := url.PathUnescape(title)
	if !ok || !hasBehaviour || !hasTitle || errPath != nil || errTitle != nil {
		return "", "", false
	}
	return path, title, true
}

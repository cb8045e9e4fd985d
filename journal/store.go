package journal

import (
	"context"
	"io"
	"iter"
	"time"
)

// Store is an open journal. Package data implements it over SQLite. Every
// method answers with the errors of this package, wrapped; reads may run at
// the same time as each other and as a write.
type Store interface {
	Reader
	Files

	// Apply writes all of c in one transaction, or nothing of it. An entry
	// whose Revision is not the stored one makes it an ErrConflict.
	Apply(ctx context.Context, c Changes) error

	// Watch calls moved whenever another process has committed to the
	// journal, until ctx ends. It looks once a second.
	Watch(ctx context.Context, moved func())

	// Close ends the store after what is being written.
	Close() error
}

// Files keeps the content of attachments, each once, however many entries
// name it.
type Files interface {
	// KeepFile stores what r gives and names it by the SHA-256 of it, in hex.
	// More than MaxFile bytes are refused as ErrInvalid, and nothing stays of
	// them. Storing the same content again changes nothing.
	KeepFile(ctx context.Context, r io.Reader) (sha256 string, size int64, err error)
	// OpenFile opens a stored content to be read. One that is not there is an
	// ErrNotFound, one that is not what it was an ErrDamaged.
	OpenFile(ctx context.Context, sha256 string) (io.ReadSeekCloser, error)
	// LendFile puts a copy of a stored content under a name into a private
	// folder of this session, for another program to open, and gives its
	// path. It is gone when the store is closed. Errors as OpenFile's.
	LendFile(ctx context.Context, sha256, name string) (path string, err error)
	// LendPlace names a place in that folder at which something may be written
	// for another program to open. Nothing is there yet.
	LendPlace(ctx context.Context, name string) (path string, err error)
	// FileSize tells how many bytes a stored content has, or ErrNotFound.
	FileSize(ctx context.Context, sha256 string) (int64, error)
}

// Reader is what can be asked of an open journal.
type Reader interface {
	// Entry reads one entry whole, or answers ErrNotFound.
	Entry(ctx context.Context, id ID) (Entry, error)
	// Entries walks the entries that pass f, newest first, whole. It stops
	// at the first error.
	Entries(ctx context.Context, f Filter) iter.Seq2[Entry, error]
	// Lines reads up to limit short forms of the entries that pass f, newest
	// first, from the entry after the given one on (or from the newest).
	Lines(ctx context.Context, f Filter, after ID, limit int) ([]Line, error)
	// Fingerprints reads the fingerprint of every entry, newest first.
	Fingerprints(ctx context.Context) ([]Fingerprint, error)
	// Neighbour names the entry written before (step -1) or after (step +1)
	// the given one, by day and then by instant; "" where there is none.
	Neighbour(ctx context.Context, id ID, step int) (ID, error)
	// Count counts the entries that pass f.
	Count(ctx context.Context, f Filter) (int, error)
	// Search finds entries, best first; limit 0 means all of them.
	Search(ctx context.Context, q Query, limit int) ([]Hit, error)
	// Find finds entries, with what a page shows of each.
	Find(ctx context.Context, q Query, w FindWindow) (Finding, error)
	// Marks tells which kinds stand on which days of the span.
	Marks(ctx context.Context, s Span) ([]Mark, error)
	// Tags lists every tag with the number of entries that carry it.
	Tags(ctx context.Context) ([]TagCount, error)
	// DayCounts counts the entries that pass f by day and kind, oldest day first.
	DayCounts(ctx context.Context, f Filter) ([]DayCount, error)
	// TimelineLines reads what Lines reads, as the timeline shows it.
	TimelineLines(ctx context.Context, f Filter, after ID, limit int) ([]TimelineLine, error)
	// Milestones reads the days of the span in applications and feedback that
	// tell how far the writer has come, oldest first.
	Milestones(ctx context.Context, s Span, noPrivate bool) ([]Milestone, error)
	// Answers tells for each prompt, by key, how many entries answer it and
	// when the last did.
	Answers(ctx context.Context) (map[string]Answered, error)
	// Answering reads up to limit short forms of the entries whose prompt's
	// key begins with prefix, newest first; limit 0 means all of them.
	Answering(ctx context.Context, prefix string, limit int) ([]Line, error)

	// LinesOf reads the short forms of the entries named, in that order;
	// those that are not there are left out.
	LinesOf(ctx context.Context, ids []ID) ([]Line, error)
	// OneOf reads of each of some days the short form of one entry, a starred
	// one if there is any, else the last one; days without an entry are left
	// out, and so are entries that are filed on a month or a quarter.
	OneOf(ctx context.Context, days []Day, noPrivate bool) ([]Line, error)
	// Titled reads up to limit short forms of the entries whose title begins
	// with text, newest first, without regard to case and accents; whole asks
	// for the whole title.
	Titled(ctx context.Context, text string, whole bool, limit int) ([]Line, error)
	// LinksTo reads the entries that lead to an entry, newest first and each
	// once: those that link to it, that act on it as feedback, that are
	// feedback on which it acts, and whose text names its title.
	LinksTo(ctx context.Context, id ID) ([]Link, error)
	// Feedback reads the short forms of the feedback that passes f: first
	// what is still to be followed up, the earliest date first and what has
	// no date after it; then what is followed up, newest first.
	Feedback(ctx context.Context, f FeedbackFilter) ([]FeedbackLine, error)
	// Ledger reads a part of the feedback that passes f: group by group (see
	// LedgerGroup), and in each in the order of Feedback.
	Ledger(ctx context.Context, f FeedbackFilter, w LedgerWindow) ([]FeedbackLine, error)
	// LedgerPlace tells how many pieces stand before one in the ledger of what
	// passes f, or -1 where it is not in it.
	LedgerPlace(ctx context.Context, f FeedbackFilter, soon Day, id ID) (int, error)
	// FeedbackCounts counts what passes f; what is due is counted by today.
	FeedbackCounts(ctx context.Context, f FeedbackFilter, today Day) (FeedbackCounts, error)
	// EvidenceOf reads up to limit short forms of the entries whose evidence
	// passes f, newest first and each once, and counts all of them. limit 0
	// means all.
	EvidenceOf(ctx context.Context, f EvidenceFilter, limit int) (EvidenceList, error)
	// Applications reads the short form of every application, newest first.
	Applications(ctx context.Context, noPrivate bool) ([]ApplicationLine, error)
	// DueEntries reads the follow-ups and next steps up to a day, the
	// earliest first. An application that has ended has no next step.
	DueEntries(ctx context.Context, until Day, noPrivate bool) ([]Due, error)
	// PersonLines lists every person by name, with what names them.
	PersonLines(ctx context.Context) ([]PersonLine, error)
	// Named tells who stands in each entry that names a person, by the
	// person's ID or, where nobody has it, by a name.
	Named(ctx context.Context, person string) (map[ID]Naming, error)
	// LooseNames lists the names in entries that are nobody's, each once.
	LooseNames(ctx context.Context) ([]string, error)
	// Tagged tells the tags of each entry that carries a tag, without regard
	// to case.
	Tagged(ctx context.Context, tag string) (map[ID][]string, error)
	// Supporting tells all the evidence of each entry that supports an
	// expectation, by the expectation's ID or, where none has it, by a name.
	Supporting(ctx context.Context, expectation string) (map[ID][]Evidence, error)

	// People lists every person by name.
	People(ctx context.Context) ([]Person, error)
	// Expectations lists every expectation in its order.
	Expectations(ctx context.Context) ([]Expectation, error)
	// Plan reads the plan; an empty journal has an empty one.
	Plan(ctx context.Context) (Plan, error)
	// OwnPrompts lists the user's own questions.
	OwnPrompts(ctx context.Context) ([]OwnPrompt, error)
	// Versions lists what an entry was before, the newest first, also of one
	// that lies in the trash.
	Versions(ctx context.Context, id ID) ([]Version, error)
	// Version reads an entry as it was in one of its versions, or answers
	// ErrNotFound. A version that cannot be read is an ErrDamaged.
	Version(ctx context.Context, id ID, n int64) (Entry, error)
	// History walks what an entry was before, the newest version first, whole.
	// A version that cannot be read says so and does not end the walk.
	History(ctx context.Context, id ID) iter.Seq2[Past, error]
	// HistorySize tells how many bytes the versions of all entries take.
	HistorySize(ctx context.Context) (int64, error)
	// Ageing names the entries of which ThinVersions lets versions go by now.
	Ageing(ctx context.Context, now time.Time) ([]ID, error)
	// Trash lists what was deleted, newest first.
	Trash(ctx context.Context) ([]Trashed, error)
	// Packs lists the evidence packs, newest first.
	Packs(ctx context.Context) ([]Pack, error)
	// Settings reads every setting that lies in the journal.
	Settings(ctx context.Context) (map[string]string, error)
	// Shown tells on which day each prompt was last shown, by key.
	Shown(ctx context.Context) (map[string]Day, error)
	// Cells reads the summary of the months of the span (see Cell).
	Cells(ctx context.Context, s Span) ([]Cell, error)
	// CellsOf counts as the summary does, but only the entries that pass f,
	// oldest month first.
	CellsOf(ctx context.Context, f Filter) ([]Cell, error)
	// Showing counts for each group, by its name, the entries of the span that
	// show something of it (see Filter.Shows). A group of which nothing is
	// shown is left out.
	Showing(ctx context.Context, groups map[string][]string, s Span, noPrivate bool) (map[string]Showing, error)
	// MomentCounts counts the moments of the span.
	MomentCounts(ctx context.Context, s Span, noPrivate bool) (MomentCounts, error)
	// Batch reads an import, or answers ErrNotFound.
	Batch(ctx context.Context, id ID) (Batch, error)
}

// Changes is a set of writes that happen together or not at all. A thing that
// is there already is replaced whole.
type Changes struct {
	// At is the instant of the change. It becomes the Updated of the entries
	// in Tags, Named and Evidence, decides about versions, and is else part of
	// nothing but the store's own records. Without it no version is kept.
	At time.Time

	Entries      []Entry // Revision 0: must be new; else must be the stored one. Stored as Revision+1
	People       []Person
	Expectations []Expectation
	Plan         *Plan
	OwnPrompts   []OwnPrompt
	Packs        []Pack
	Trash        []Trashed
	Settings     map[string]string
	Shown        map[string]Day // prompts by key

	// Tags, Named and Evidence replace a part of entries that are there, each
	// of which gets its next Revision. An entry that is not there is an
	// ErrNotFound, one that is also in Entries or RemoveEntries, or that was
	// saved meanwhile, an ErrConflict.
	Tags     map[ID][]string
	Named    map[ID]Naming
	Evidence map[ID][]Evidence

	// Restored are entries from the trash. They must not be there, and are
	// stored with the Revision after the one they had.
	Restored []Entry

	// RemoveAt removes entries that have a Revision; where one has another it
	// is an ErrConflict.
	RemoveAt map[ID]int64

	// KeepVersions are those of Entries of which what is stored becomes a
	// version in any case. Of the others it does by KeepsVersion.
	KeepVersions []ID
	// ThinHistory are entries whose versions are thinned by ThinVersions.
	ThinHistory []ID
	// HistoryBound is how many bytes all versions may take: the oldest of them
	// go. 0 means any number.
	HistoryBound int64

	// Forget names things in the trash that go for good: with the versions of
	// an entry, with what batches keep of them, and with the files that nothing
	// else names. What the file of the journal holds of them is overwritten.
	Forget []ID
	// Wipe finishes that where a program was closed or killed before the last
	// traces were gone. It stands alone: nothing else is written with it.
	Wipe bool

	RemoveEntries      []ID
	RemovePeople       []ID
	RemoveExpectations []ID
	RemoveOwnPrompts   []ID
	RemovePacks        []ID
	RemoveTrash        []ID

	Batch       *Batch // the import that these changes are
	RemoveBatch ID
}

// Filter chooses entries. The zero Filter lets every entry pass.
type Filter struct {
	Since, Until Day
	Kinds        []Kind   // any of them
	Tags         []string // all of them, without regard to case
	Expectation  string   // an ID or a name
	Person       string   // an ID or a name: giver, or in any role
	Starred      bool     // starred ones only
	NoPrivate    bool     // without the private ones
	OnlyPrivate  bool     // the private ones only

	// Shows lets pass what shows any of these: an element of the catalogue
	// (source/framework/element), by answering a question of it, of the
	// catalogue's or of the user's own, or by supporting an expectation that
	// came from it; or a question (source/framework/element#1), by answering it.
	Shows      []string
	Proves     bool     // supports an expectation that is not retired
	Changes    []string // moments of any of these changes (Initiated, Supported)
	Outcomes   []string // moments tied to any of these Outcomes
	Numbered   bool     // moments whose impact has a number
	Quoted     bool     // feedback with a verbatim quote
	NoEvidence bool     // those that support no expectation
}

// Line is the short form of an entry in a list.
type Line struct {
	ID        ID
	Kind      Kind
	Day       Day
	Precision Precision
	Created   time.Time
	Title     string
	Excerpt   string // the beginning of the body, at most 240 characters
	Private   bool
	Starred   bool
}

// Hit is an entry that a search found.
type Hit struct {
	ID      ID      `json:"id"`
	Kind    Kind    `json:"kind"`
	Day     Day     `json:"day"`
	Title   string  `json:"title"`
	Snippet string  `json:"snippet"` // the place of the match; see MatchStart and MatchEnd
	Rank    float64 `json:"rank"`    // higher is better
}

// A Snippet marks what matched between these two characters of Unicode's
// private use area, which no other text of the product uses.
const (
	MatchStart = "\ue000"
	MatchEnd   = "\ue001"
)

// Mark says that a day has entries of a kind.
type Mark struct {
	Day  Day
	Kind Kind
}

// DayCount counts the entries of a kind on a day.
type DayCount struct {
	Day   Day
	Kind  Kind
	Count int
}

// TagCount is a tag and the number of entries that carry it.
type TagCount struct {
	Tag   string
	Count int
}

// Answered tells how often a prompt was answered, and on which day last.
type Answered struct {
	Count int
	Last  Day
}

// Cell is one field of the summary that the timeline and the evidence matrix
// are fed from: the entries of a month, of one kind, that support one
// expectation. An empty Expectation counts every entry of the month and kind.
type Cell struct {
	Month       Day // its first day
	Kind        Kind
	Expectation ID
	Count       int
	Strongest   Strength
	Newest      Day
}

// Batch is an import: what it added, and what stood there before it.
type Batch struct {
	ID     ID
	Format string
	Made   time.Time
	Added  Refs
	Before Contents // what it changed, as it was
}

// Refs names things of a journal.
type Refs struct {
	Entries      []ID `json:"entries,omitempty"`
	People       []ID `json:"people,omitempty"`
	Expectations []ID `json:"expectations,omitempty"`
	OwnPrompts   []ID `json:"prompts,omitempty"`
	Packs        []ID `json:"packs,omitempty"`
}

// Contents is everything a journal holds, or a part of it.
type Contents struct {
	Entries      []Entry       `json:"entries"`
	Expectations []Expectation `json:"expectations"`
	People       []Person      `json:"people"`
	FormerPeople []string      `json:"formerPeople,omitempty"` // names in entries and goals that are nobody's any more
	Plan         *Plan         `json:"plan"`
	OwnPrompts   []OwnPrompt   `json:"prompts"`
	Packs        []Pack        `json:"packs"`
	Extra        Extra         `json:"-"` // of the document itself
}

// Home is the place of a journal that is not open yet, or cannot be opened.
type Home interface {
	// Inspect says what lies there, without changing anything. The error is
	// why it cannot be told (ErrNoAccess), and is nil otherwise.
	Inspect(ctx context.Context) (Condition, error)
	// Absent tells whether nothing lies there yet, as Inspect does, but without
	// a look into what lies there.
	Absent(ctx context.Context) (bool, error)
	// Open opens the journal, makes it where there is none, and brings an
	// older one up to date after a verified copy of it.
	Open(ctx context.Context) (Store, error)
	// LeftOpen tells whether the journal was not closed as it should be and
	// nobody has it open. It is asked before Open, and costs next to nothing.
	LeftOpen(ctx context.Context) (bool, error)
	// CheckQuickly looks at the journal's file as SQLite does in a moment. It
	// may run while the journal is open and written.
	CheckQuickly(ctx context.Context) (Report, error)
	// Check looks for damage everywhere: in the file, in each entry's text, in
	// what is kept of it, and in the attached files.
	Check(ctx context.Context) (Report, error)
	// Repair mends a damaged journal, which nobody may have open (ErrLocked),
	// after a copy of what is there. It puts a new file in its place, with all
	// that can be read, and fills what is missing from the newest good backup.
	// A sound journal stays as it is, and so does one of a newer program
	// (ErrNewerSchema) or what is no journal (ErrDamaged). Killed at any moment,
	// it leaves the old file or the new one.
	Repair(ctx context.Context) (Repaired, error)
	// Folder is where the journal lies.
	Folder() string
	Backups
	Protections
}

// Backups are the copies of a journal, each in one file. A file that cannot be
// used as a backup is an ErrInvalid that says why, one of a newer program an
// ErrNewerSchema; then nothing has been changed.
type Backups interface {
	// BackUp makes a verified backup in the journal's folder, removes those that
	// need not be kept any more, and copies it to the second folder of the
	// user's choice. It may run while the journal is open and written; where
	// there is no journal it is an ErrNotFound.
	BackUp(ctx context.Context, why BackupReason) (BackedUp, error)
	// BackUpTo makes a verified backup at a path where nothing is yet, or in a
	// folder.
	BackUpTo(ctx context.Context, path string) (BackedUp, error)
	// BackUpIfDue makes the daily backup if something changed and there is none
	// of today; else its File is empty.
	BackUpIfDue(ctx context.Context) (BackedUp, error)
	// Backups lists the backups in a folder, newest first; "" is the journal's
	// own folder of them. Those that are damaged are not Verified.
	Backups(ctx context.Context, folder string) ([]Backup, error)
	// TryBackup restores a backup to a place of its own, looks for damage, and
	// removes it again.
	TryBackup(ctx context.Context, file string) (Trial, error)
	// OpenBackup opens a backup to be read, beside the journal. Writing to it
	// is an ErrNoAccess.
	OpenBackup(ctx context.Context, file string) (Store, error)
	// Restore puts a backup in place of the journal, which nobody may have open
	// (ErrLocked). A journal that holds entries is an ErrNotEmpty and a damaged
	// one an ErrDamaged, unless replace is given. A backup of what is there is
	// made first; what is damaged is moved aside. Killed at any moment, it leaves
	// the old journal or the new one.
	Restore(ctx context.Context, file string, replace bool) (Restored, error)
}

// Condition is what a Home found in its place.
type Condition int

// The conditions of a journal that is not open.
const (
	Absent    Condition = iota // nothing there yet
	Fine                       // a journal that can be opened
	Damaged                    // not a journal, or one that is broken
	Newer                      // written by a newer version
	Protected                  // needs its passphrase; see Protections
)

// Report is what a check found.
type Report struct {
	OK       bool      `json:"ok"`
	Problems []Problem `json:"problems"`
}

// Problem is one damage that a check found.
type Problem struct {
	What     string `json:"what"`
	Entry    ID     `json:"entry"`
	Repaired bool   `json:"repaired"`
}

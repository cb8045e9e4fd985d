package exchange_test

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/journal/exchange"
)

func readPath(t testing.TB, text string) exchange.CareerPath {
	t.Helper()
	path, err := exchange.ReadCareerPath(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// shortForm writes a career path as one line a job, an expectation or a
// skipped row.
func shortForm(path exchange.CareerPath) []string {
	var all []string
	for _, job := range path.Jobs {
		all = append(all, job.Path+" / "+job.Title)
		for _, x := range job.Expectations {
			all = append(all, fmt.Sprintf("  %s [%s] %s", x.Name, x.Area, x.Text))
		}
	}
	for _, s := range path.Skipped {
		all = append(all, fmt.Sprintf("line %d: %s", s.Line, s.Why))
	}
	return all
}

const twoJobs = "Path,Job title,Competency,Skill,Key behavior\n" +
	"Engineering,Manager,People,Coaching,Makes time for others\n" +
	"Engineering,Director,Strategy,,Sets direction\n" +
	"engineering,MANAGER,Delivery,,Plans honestly\n"

var inTwoJobs = []string{
	"Engineering / Manager", "  Makes time for others [People] Skill: Coaching", "  Plans honestly [Delivery] ",
	"Engineering / Director", "  Sets direction [Strategy] ",
}

func TestGivenACareerPathThenItsRowsAreGroupedByJob(t *testing.T) {
	for name, text := range map[string]string{
		"commas":                    twoJobs,
		"semicolons":                strings.ReplaceAll(twoJobs, ",", ";"),
		"tabs":                      strings.ReplaceAll(twoJobs, ",", "\t"),
		"Windows line ends":         strings.ReplaceAll(twoJobs, "\n", "\r\n"),
		"old Mac line ends":         strings.ReplaceAll(twoJobs, "\n", "\r"),
		"a byte order mark":         "\ufeff" + twoJobs,
		"no line end at the end":    strings.TrimSuffix(twoJobs, "\n"),
		"other names of columns":    strings.Replace(twoJobs, "Path,Job title,Competency,Skill,Key behavior", " PATH ,JobTitle,competency,SKILL,\"Key Behaviour\"", 1),
		"a title above":             "Our career paths 2026\n\nsep=,\n" + twoJobs,
		"rows without text":         strings.ReplaceAll(twoJobs, "\n", "\n,,,,\n\n  \n"),
		"quotation marks":           strings.ReplaceAll(twoJobs, "Plans honestly", ` "Plans honestly" `),
		"UTF-16":                    inUTF16(binary.LittleEndian, twoJobs),
		"UTF-16, the other way":     inUTF16(binary.BigEndian, twoJobs),
		"a column nobody asked for": strings.ReplaceAll(twoJobs, "\n", ",x\n"),
	} {
		path := readPath(t, text)
		if diff := cmp.Diff(inTwoJobs, shortForm(path)); diff != "" || path.Note != "" {
			t.Errorf("%s: note %q (-want +got):\n%s", name, path.Note, diff)
		}
	}
}

func inUTF16(order binary.AppendByteOrder, text string) string {
	var out []byte
	for _, unit := range utf16.Encode([]rune("\ufeff" + text)) {
		out = order.AppendUint16(out, unit)
	}
	return string(out)
}

func TestGivenWestEuropeanTextThenItIsReadAndSaid(t *testing.T) {
	path := readPath(t, "Path,Job title,Key behavior\nVertrieb,Leiterin,H\xf6rt zu \x96 immer\n")
	if diff := cmp.Diff([]string{"Vertrieb / Leiterin", "  Hört zu – immer [] "}, shortForm(path)); diff != "" {
		t.Error(diff)
	}
	if path.Note != "This file is not in UTF-8, so it was read as Western European text. Look at the accents." {
		t.Errorf("note %q", path.Note)
	}
}

func TestGivenARowThatCannotBeUsedThenItIsNamedAndTheOthersAreRead(t *testing.T) {
	path := readPath(t, strings.Join([]string{
		"Path,Job title,Key behavior",
		"E,M,One",
		",M,Nowhere",
		"E,,Nobody",
		"E,M,",
		"E,M",
		`E,M,"never closed`,
		"E,M,Two",
		`E,M,"closed" too early`,
		`E,M,"Three`,
		`on two lines, with ""quotes"""`,
		"e, m ,ONE",
		strings.Repeat("p", 201) + ",M,Long path",
		`E,M,A 5" screen`,
	}, "\n"))
	want := []string{
		"E / M", "  One [] ", "  Two [] ", "  Three on two lines, with \"quotes\" [] Three\non two lines, with \"quotes\"", "  A 5\" screen [] ",
		"line 3: It names no path.", "line 4: It names no job title.", "line 5: It has no key behavior.", "line 6: It has no key behavior.",
		"line 7: Its quotation marks do not fit together.", "line 9: Its quotation marks do not fit together.",
		"line 12: This job has the same behavior further up.", "line 13: The path or the job title is longer than 200 letters.",
	}
	if diff := cmp.Diff(want, shortForm(path)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := path.Skipped[4].Text; got != `E,M,"never closed` {
		t.Errorf("the broken row is shown as %q", got)
	}
}

func TestGivenALongBehaviourThenItsFirstClauseIsTheName(t *testing.T) {
	long := strings.Repeat("word ", 60)
	for behaviour, want := range map[string]string{
		"Leads by example, and asks others to do the same even when the quarter ends and time is short":                   "Leads by example",
		"In short: explains what is meant, in words that everybody in the room understands without help":                  "In short: explains what is meant",
		"Gives feedback early - the same day where possible, and otherwise within the week it is about":                   "Gives feedback early",
		"Keeps 3.5 people in mind for every role that is open, and knows each of them by name and work":                   "Keeps 3.5 people in mind for every role that is open",
		"Plant Nachfolgen: für jede wichtige Rolle gibt es zwei Menschen，die sie übernehmen könnten, und beide wissen es": "Plant Nachfolgen",
		long:                     strings.TrimSpace(strings.Repeat("word ", 15)) + "…",
		strings.Repeat("x", 100): strings.Repeat("x", 79) + "…",
	} {
		text := strings.TrimSpace(behaviour)
		path := readPath(t, "Path,Job title,Key behavior\nE,M,\""+behaviour+"\"\n")
		if x := path.Jobs[0].Expectations[0]; x.Name != want || x.Text != text {
			t.Errorf("%q is called %q with the text %q", behaviour, x.Name, x.Text)
		}
	}
}

func TestGivenBehavioursThatBeginAlikeThenEachHasANameOfItsOwn(t *testing.T) {
	same := "Leads by example, " + strings.Repeat("in every week of the year and ", 10)
	rows := "Path,Job title,Key behavior\n"
	for i := range 6 {
		rows += fmt.Sprintf("E,M,\"%s%d\"\n", same, i)
	}
	path := readPath(t, rows)
	names := map[string]bool{}
	for _, x := range path.Jobs[0].Expectations {
		names[x.Name] = true
		if _, err := journal.ReadName(x.Name); err != nil {
			t.Errorf("%q: %v", x.Name, err)
		}
	}
	if len(names) != 6 || !names["Leads by example"] {
		t.Errorf("the names are %v", names)
	}
}

func TestGivenAFormulaThenItIsKeptAsText(t *testing.T) {
	for _, formula := range []string{"=1+1", "+49 170", "-2 weeks", "@SUM(A1)", "=HYPERLINK(\"\"http://x\"\")"} {
		path := readPath(t, "Path,Job title,Key behavior\nE,M,\""+formula+"\"\n")
		if got, want := path.Jobs[0].Expectations[0].Name, strings.ReplaceAll(formula, `""`, `"`); got != want {
			t.Errorf("%q became %q", want, got)
		}
	}
}

func TestGivenARowThenItsSourceTellsItAgain(t *testing.T) {
	path := readPath(t, "Path,Job title,Key behavior\nR&D / Web,Lead #1,Coaches\nR&D / Web,Lead #1,Delivers\nR&D / Web,Lead #2,Coaches\n")
	again := readPath(t, "Job title;Key behavior;Path;Skill\nLead #1; COACHES ;R&D / Web;x\n")
	x := path.Jobs[0].Expectations[0]
	if got := again.Jobs[0].Expectations[0].Source; got != x.Source {
		t.Errorf("the same row has the sources %q and %q", x.Source, got)
	}
	if x.Source == path.Jobs[0].Expectations[1].Source || x.Source == path.Jobs[1].Expectations[0].Source {
		t.Errorf("other rows have the source %q, too", x.Source)
	}
	if p, job, ok := exchange.CareerJob(x); p != "R&D / Web" || job != "Lead #1" || !ok {
		t.Errorf("%q came from %q, %q, %v", x.Source, p, job, ok)
	}
	for _, source := range []string{"", "steps/qualities/service", "career-path/x", "career-path/x#1", "career-path/%zz/x#1"} {
		if _, _, ok := exchange.CareerJob(journal.Expectation{Source: source}); ok {
			t.Errorf("%q came from a career path", source)
		}
	}
}

func TestGivenWhatIsNoCareerPathThenASentenceSaysSo(t *testing.T) {
	const none = "This is no career path: it has no columns Path, Job title and Key behavior."
	for name, c := range map[string]struct{ text, want string }{
		"nothing":         {"", none},
		"a letter":        {"Dear Priya,\nthank you.\n", none},
		"another table":   {"Date,Company Name,Job Title\n1/2/26,X,Y\n", "A column is missing. A career path has the columns Path, Job title and Key behavior."},
		"a spreadsheet":   {"PK\x03\x04\x00", "This is a spreadsheet, not a table of text. Save it as CSV and choose that file."},
		"an old one":      {"\xd0\xcf\x11\xe0\xa1", "This is a spreadsheet, not a table of text. Save it as CSV and choose that file."},
		"a picture":       {"\x89PNG\r\n\x1a\n\x00\x00", "This file is not text. Save the table as CSV in UTF-8 and choose that file."},
		"UTF-16 unmarked": {inUTF16(binary.LittleEndian, twoJobs)[2:], "This file is not text. Save the table as CSV in UTF-8 and choose that file."},
		"a huge one":      {twoJobs + strings.Repeat("x", 10<<20), "This file is larger than 10 MB."},
		"many rows":       {twoJobs + strings.Repeat("\n", 20_001), "This file has more than 20000 rows, so it is no career path."},
	} {
		_, err := exchange.ReadCareerPath(strings.NewReader(c.text))
		if what, _ := journal.Explain(err); !errors.Is(err, journal.ErrInvalid) || what != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestGivenAThousandRowsThenTheyAreAllRead(t *testing.T) {
	path := readPath(t, manyRows(1000))
	count := 0
	for _, job := range path.Jobs {
		count += len(job.Expectations)
	}
	if len(path.Jobs) != 20 || count != 1000 || len(path.Skipped) != 0 {
		t.Errorf("%d jobs with %d expectations, %d skipped", len(path.Jobs), count, len(path.Skipped))
	}
}

// manyRows writes a career path of 20 jobs.
func manyRows(n int) string {
	var b strings.Builder
	b.WriteString("Path,Job title,Competency,Skill,Key behavior\n")
	for i := range n {
		fmt.Fprintf(&b, "Path %d,Job %d,Area %d,\"Skill, %d\",\"Does thing %d, and \"\"explains\"\" why it matters to everyone who depends on it\"\n",
			i%4, i%20, i%7, i, i)
	}
	return b.String()
}

func BenchmarkCareerPath(b *testing.B) {
	text := manyRows(1000)
	for b.Loop() {
		readPath(b, text)
	}
}

// BenchmarkBrokenCareerPath reads what a career path never is, up to the most
// that is taken.
func BenchmarkBrokenCareerPath(b *testing.B) {
	alike := strings.Builder{}
	for i := range 19_000 {
		fmt.Fprintf(&alike, "E,M,%s %d\n", strings.Repeat("x. ", 100), i)
	}
	for name, rows := range map[string]string{
		"never closed": strings.Repeat("E,M,\"never closed"+strings.Repeat("x", 480)+"\n", 19_999),
		"all alike":    alike.String(),
		"one cell":     "E,M," + strings.Repeat("x. ", 3<<20),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				readPath(b, "Path,Job title,Key behavior\n"+rows)
			}
		})
	}
}

func FuzzCareerPath(f *testing.F) {
	f.Add(twoJobs)
	f.Add(manyRows(3))
	f.Add("Path;Job title;Key behavior\r\nE;M;\"a\"\"b\r\nc\"\r\nE;M;\"x\r\n\"\";M;y\r")
	f.Add("\xff\xfeP\x00a\x00")
	f.Add("sep=\t\n\"Path\"\tJob title\tKEY BEHAVIOUR\nE\tM\t=1+1\n")
	f.Fuzz(func(t *testing.T, text string) {
		path, err := exchange.ReadCareerPath(strings.NewReader(text))
		if err != nil {
			if !errors.Is(err, journal.ErrInvalid) {
				t.Fatal(err)
			}
			return
		}
		last := 0
		for _, s := range path.Skipped {
			if s.Line <= last || s.Why == "" || !utf8.ValidString(s.Text) {
				t.Fatalf("after line %d: %+v", last, s)
			}
			last = s.Line
		}
		for _, job := range path.Jobs {
			names, sources := map[string]bool{}, map[string]bool{}
			for _, x := range job.Expectations {
				if name, err := journal.ReadName(x.Name); err != nil || name != x.Name || x.Validate() != nil {
					t.Fatalf("%+v cannot be added: %v, %v", x, err, x.Validate())
				}
				if names[strings.ToLower(x.Name)] || sources[x.Source] {
					t.Fatalf("%+v is there twice", x)
				}
				names[strings.ToLower(x.Name)], sources[x.Source] = true, true
				if p, title, ok := exchange.CareerJob(x); p != job.Path || title != job.Title || !ok {
					t.Fatalf("%+v came from %q, %q", x, p, title)
				}
			}
		}
	})
}

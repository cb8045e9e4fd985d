package journal_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// told writes down what a list was split into: text | date | kind.
func told(all []journal.Proposal) []string {
	var out []string
	for _, p := range all {
		when := "?"
		if p.Known {
			when = p.Day.String()
			switch p.Precision {
			case journal.InMonth:
				when = when[:7]
			case journal.InQuarter:
				when = fmt.Sprintf("%d Q%d", p.Day.Year, (p.Day.Month+2)/3)
			}
		}
		out = append(out, fmt.Sprintf("%s | %s | %s", strings.ReplaceAll(p.Text, "\n", "⏎"), when, p.Kind))
	}
	return out
}

func wordings(all []journal.Proposal) []string {
	var out []string
	for _, p := range all {
		out = append(out, strings.ReplaceAll(p.Text, "\n", "⏎"))
	}
	return out
}

// picture is the list of the design's picture.
const picture = `Jan – spoke at the ops meetup, 60 people
- took over Saturday planning from Lena (Q1)
- 15.01. asked to chair planning, not now

Jan: two junior hires, I wrote the task for both
coffee w/ Ove re gates
`

func TestSplitListMakesThePictureOfItsLines(t *testing.T) {
	got := told(journal.SplitList(picture, journal.ByLines, mustDay(t, "2026-03-12")))
	want := []string{
		"Spoke at the ops meetup, 60 people | 2026-01 | moment",
		"Took over Saturday planning from Lena | 2026 Q1 | moment",
		"Asked to chair planning, not now | 2026-01-15 | reflection",
		"Two junior hires, I wrote the task for both | 2026-01 | moment",
		"Coffee w/ Ove re gates | ? | reflection",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSplitListMakesThePictureOfItsBlocks(t *testing.T) {
	got := told(journal.SplitList(picture, journal.ByBlocks, mustDay(t, "2026-03-12")))
	want := []string{
		"Spoke at the ops meetup, 60 people⏎- took over Saturday planning from Lena (Q1)⏎- 15.01. asked to chair planning, not now | 2026-01 | moment",
		"Two junior hires, I wrote the task for both⏎coffee w/ Ove re gates | 2026-01 | moment",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSplitListReadsDatesWhereTheyStand(t *testing.T) {
	today := mustDay(t, "2026-03-12")
	for line, want := range map[string]string{
		// at the beginning
		"Jan – spoke":                      "Spoke | 2026-01",
		"Jan: spoke":                       "Spoke | 2026-01",
		"JAN - spoke":                      "Spoke | 2026-01",
		"Jan. spoke":                       "Spoke | 2026-01",
		"Jan\tspoke":                       "Spoke | 2026-01",
		"April – spoke":                    "Spoke | 2025-04",
		"Dec: spoke":                       "Spoke | 2025-12",
		"Sept 2025 spoke":                  "Spoke | 2025-09",
		"March '25: spoke":                 "Spoke | 2025-03",
		"15.01. spoke":                     "Spoke | 2026-01-15",
		"15.01.: spoke":                    "Spoke | 2026-01-15",
		"15.04. – spoke":                   "Spoke | 2025-04-15",
		"15.01.2025 spoke":                 "Spoke | 2025-01-15",
		"15.01.25 spoke":                   "Spoke | 2025-01-15",
		"2026-03-14 spoke":                 "Spoke | 2026-03-14",
		"2026-03-14: spoke":                "Spoke | 2026-03-14",
		"2026/03/14 spoke":                 "Spoke | 2026-03-14",
		"2026-03 spoke":                    "Spoke | 2026-03",
		"3 May spoke":                      "Spoke | 2025-05-03",
		"3rd of May: spoke":                "Spoke | 2025-05-03",
		"May 3rd spoke":                    "Spoke | 2025-05-03",
		"May 3, 2024: spoke":               "Spoke | 2024-05-03",
		"Thursday, 12 March: spoke":        "Spoke | 2026-03-12",
		"Thu 12 Mar spoke":                 "Spoke | 2026-03-12",
		"29 Feb: spoke":                    "Spoke | 2024-02-29",
		"March 2026 spoke":                 "Spoke | 2026-03",
		"03/2026 spoke":                    "Spoke | 2026-03",
		"Q3: spoke":                        "Spoke | 2025 Q3",
		"Q3 results presented":             "Q3 results presented | 2025 Q3",
		"Q1 2024 – spoke":                  "Spoke | 2024 Q1",
		"2024 Q1 – spoke":                  "Spoke | 2024 Q1",
		"Q1/25: spoke":                     "Spoke | 2025 Q1",
		"Quarter 1 of 2025: spoke":         "Spoke | 2025 Q1",
		"03/14/2025 spoke":                 "Spoke | 2025-03-14",
		"14/03/2025 spoke":                 "Spoke | 2025-03-14",
		"14-03-2025 spoke":                 "Spoke | 2025-03-14",
		"3/14/25 spoke":                    "Spoke | 2025-03-14",
		"05/05/2025 spoke":                 "Spoke | 2025-05-05",
		"yesterday: spoke":                 "Spoke | 2026-03-11",
		"Last Monday: spoke":               "Spoke | 2026-03-09",
		"**Jan 2026** – spoke":             "Spoke | 2026-01",
		"[Q1] spoke":                       "Spoke | 2026 Q1",
		"In March 2025 we moved the gates": "In March 2025 we moved the gates | 2025-03",
		"Jan–Mar 2025: moved the gates":    "Jan–Mar 2025: moved the gates | 2025 Q1",
		"3–5 May: workshop":                "3–5 May: workshop | 2025-05",
		"May 3–5: workshop":                "May 3–5: workshop | 2025-05",
		// in brackets
		"Spoke (Q1)":                  "Spoke | 2026 Q1",
		"Spoke (in March) to the ops": "Spoke (in March) to the ops | 2026-03",
		"Spoke (15.01.) to the ops":   "Spoke to the ops | 2026-01-15",
		"Spoke [2026-01-15].":         "Spoke. | 2026-01-15",
		// at the end
		"Spoke, Jan":                    "Spoke | 2026-01",
		"Spoke – 15.01.":                "Spoke | 2026-01-15",
		"Spoke, 3/14":                   "Spoke | 2025-03-14",
		"Spoke 2026-01-15":              "Spoke | 2026-01-15",
		"Spoke, March 2025.":            "Spoke. | 2025-03",
		"Hired two people in March.":    "Hired two people in March. | 2026-03",
		"Hired two people on 3 May '25": "Hired two people on 3 May '25 | 2025-05-03",
	} {
		all := journal.SplitList(line, journal.ByLines, today)
		if len(all) != 1 {
			t.Errorf("%q became %q", line, told(all))
			continue
		}
		got := told(all)[0]
		if got = got[:strings.LastIndex(got, " | ")]; got != want {
			t.Errorf("%q became %q, want %q", line, got, want)
		}
	}
}

func TestSplitListLeavesWhatIsNoDateForSure(t *testing.T) {
	today := mustDay(t, "2026-03-12")
	for _, line := range []string{
		"May be a good idea",
		"Jan joined the team",
		"March on, they said",
		"3 may be enough",
		"24/7: the support line",
		"1/2 of the team moved",
		"60 people came",
		"Last week: coffee with Ove",
		"03/04/2026 spoke to the ops",
		"31 June: spoke",
		"2025: a good year",
		"Costs fell from 2024 to 2025",
		"Reduced the wait to 15.10.",
		"Moved to version 12.4.16",
		"Planned the release for May 2026",
		"Plan ready by Q3",
		"I worked with April",
		"May-be later",
		"Q1-results",
		"-5 % costs",
		"1.2. the second part",
		"Jan–May: moved the gates",
		"Met Ove (with Jan)",
		"99.99.2026 nothing",
		"2026-13-01 nothing",
	} {
		all := journal.SplitList(line, journal.ByLines, today)
		if len(all) != 1 || all[0].Known || !strings.EqualFold(all[0].Text, line) {
			t.Errorf("%q became %q", line, told(all))
		}
	}
}

func TestAClearDateTellsTheOrderOfTheOthers(t *testing.T) {
	today := mustDay(t, "2026-03-12")
	for list, want := range map[string][]string{
		"03/04/2025 a\n03/14/2025 b":               {"2025-03-04", "2025-03-14"},
		"03/04/2025 a\n14/03/2025 b":               {"2025-04-03", "2025-03-14"},
		"03/04/2025 a\n14/03/2025 b\n03/14/2025 c": {"0000", "2025-03-14", "2025-03-14"},
	} {
		for i, p := range journal.SplitList(list, journal.ByLines, today) {
			if got := p.Day.String(); got != want[i] && (want[i] != "0000" || p.Known) {
				t.Errorf("%q: line %d is filed on %s, want %s", list, i+1, got, want[i])
			}
		}
	}
}

func TestSplitListTakesTheMarksOfAListOff(t *testing.T) {
	for line, want := range map[string]string{
		"- Led it":                "Led it",
		"* Led it":                "Led it",
		"+ Led it":                "Led it",
		"• Led it":                "Led it",
		"•Led it":                 "Led it",
		"– Led it":                "Led it",
		"-Led it":                 "Led it",
		"1. Led it":               "Led it",
		"12) Led it":              "Led it",
		"(3) Led it":              "Led it",
		"- [x] Led it":            "Led it",
		"1. [ ] Led it":           "Led it",
		"☑ Led it":                "Led it",
		"✔️ Led it":               "Led it",
		"> Led it":                "Led it",
		"> > - Led it":            "Led it",
		"### Led it":              "Led it",
		"\t- Led it  ":            "Led it",
		"-5 % costs":              "-5 % costs",
		"*Led* it":                "*Led* it",
		"#led":                    "#led",
		"3.5 million saved":       "3.5 million saved",
		"iPhone rollout":          "iPhone rollout",
		"https://example.org/x":   "https://example.org/x",
		"1. 15. place in the cup": "15. place in the cup",
	} {
		if got := wordings(journal.SplitList(line, journal.ByLines, mustDay(t, "2026-03-12"))); len(got) != 1 || got[0] != want {
			t.Errorf("%q became %q, want %q", line, got, want)
		}
	}
}

func TestLinesGoOnWhereTheyAreIndented(t *testing.T) {
	list := "- Moved the gates\n  to the new hall\n  - two stations\nUnmarked below\n\n  After a blank line\n---\nLast"
	got := wordings(journal.SplitList(list, journal.ByLines, mustDay(t, "2026-03-12")))
	want := []string{"Moved the gates to the new hall", "Two stations", "Unmarked below", "After a blank line", "Last"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestHeadingsGiveTheirDate(t *testing.T) {
	list := `# Brag list 2025

- Jan – in the year of the list
- no date here

## March 2026
- below March
- 15.03. with its own
### Delivery
- deeper
## People
- no longer March

Q1 2026:
in the quarter
May: in the year of the quarter
**2024**
June: of that year
`
	got := told(journal.SplitList(list, journal.ByLines, mustDay(t, "2026-03-12")))
	want := []string{
		"Brag list 2025 | ? | reflection",
		"In the year of the list | 2025-01 | reflection",
		"No date here | ? | reflection",
		"Below March | 2026-03 | reflection",
		"With its own | 2026-03-15 | reflection",
		"Delivery | 2026-03 | reflection",
		"Deeper | 2026-03 | reflection",
		"People | ? | reflection",
		"No longer March | ? | reflection",
		"In the quarter | 2026 Q1 | reflection",
		"In the year of the quarter | 2026-05 | reflection",
		"Of that year | 2024-06 | reflection",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestADateOverABlockIsThatBlocksOwn(t *testing.T) {
	list := "March 2026\nMoved the gates.\n- two stations\n\nCoffee with Ove\n\nQ1 2026\n\nRead a book\n\nRead another"
	got := told(journal.SplitList(list, journal.ByBlocks, mustDay(t, "2026-03-12")))
	want := []string{
		"Moved the gates.⏎- two stations | 2026-03 | moment",
		"Coffee with Ove | ? | reflection",
		"Read a book | 2026 Q1 | reflection",
		"Read another | 2026 Q1 | reflection",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// proposes sees to it that texts are proposed as what they are.
func proposes(t *testing.T, kinds map[string]journal.Kind) {
	t.Helper()
	for text, want := range kinds {
		all := journal.SplitList(text, journal.ByLines, mustDay(t, "2026-03-12"))
		if len(all) != 1 || all[0].Kind != want {
			t.Errorf("%q is proposed as %q, want %s", text, told(all), want)
		}
	}
}

func TestKindsAreProposedFromTheFirstWords(t *testing.T) {
	proposes(t, map[string]journal.Kind{
		"Cut the wait from 8 to 5 minutes":      journal.MomentKind,
		"Successfully moved the team":           journal.MomentKind,
		"I also led the review":                 journal.MomentKind,
		"Two hires, we trained both":            journal.MomentKind,
		"Asked to chair planning":               journal.Reflection,
		"Learned to say no":                     journal.Reflection,
		"Need more time":                        journal.Reflection,
		"Coffee with Ove":                       journal.Reflection,
		"“You kept us calm”, said Lena":         journal.FeedbackKind,
		`"Clear and short" (Priya, in the 1:1)`: journal.FeedbackKind,
		"Lena said I should chair":              journal.FeedbackKind,
		"My manager told me to slow down":       journal.FeedbackKind,
		"Feedback from Omar: more numbers":      journal.FeedbackKind,
		"I said no to the change":               journal.Reflection,
		"I told my team first":                  journal.Reflection,
		"Applied for team lead":                 journal.ApplicationKind,
		"I applied to the programme":            journal.ApplicationKind,
		"Applied the lessons of the drill":      journal.MomentKind,
	})
}

func TestProposalsNameTheirPlaceInTheList(t *testing.T) {
	for _, by := range []journal.SplitBy{journal.ByLines, journal.ByBlocks} {
		for _, p := range journal.SplitList(picture, by, mustDay(t, "2026-03-12")) {
			again := journal.SplitList(picture[p.From:p.To], by, mustDay(t, "2026-03-12"))
			if len(again) != 1 || again[0].Text != p.Text {
				t.Errorf("bytes %d to %d hold %q, not %q", p.From, p.To, picture[p.From:p.To], p.Text)
			}
		}
	}
}

func TestKindsAreProposedFromTheFirstGermanWords(t *testing.T) {
	proposes(t, map[string]journal.Kind{
		"Ich habe die Winterübung geleitet":                              journal.MomentKind,
		"Habe den Bericht neu geschrieben, mit Aiko":                     journal.MomentKind,
		"Gestern haben wir den Nachtdienst eingeführt. Es lief.":         journal.MomentKind,
		"Lena und ich haben die Schlange halbiert":                       journal.MomentKind,
		"Wartezeit von 8 auf 5 Minuten gesenkt":                          journal.MomentKind,
		"Leitete die Übung im Nebel":                                     journal.MomentKind,
		"Ich übernahm die Schicht":                                       journal.MomentKind,
		"Schließlich leiteten wir die Probe":                             journal.MomentKind,
		"Endlich das Handbuch fertiggestellt":                            journal.MomentKind,
		"Ich habe den Bericht nicht abgeschlossen":                       journal.Reflection,
		"Lena hat die Übung geleitet":                                    journal.Reflection,
		"Die Übung wurde von Lena geleitet":                              journal.Reflection,
		"Von Tomas betreut":                                              journal.Reflection,
		"Ich habe gelernt, nein zu sagen":                                journal.Reflection,
		"Ich war müde und habe gezweifelt":                               journal.Reflection,
		"Ich wollte die Übung leiten":                                    journal.Reflection,
		"Kaffee mit Ove":                                                 journal.Reflection,
		"Schulte kam vorbei":                                             journal.Reflection,
		"Lena sagte, ich soll die Runde leiten":                          journal.FeedbackKind,
		"Meine Chefin hat mich gelobt":                                   journal.FeedbackKind,
		"Tomas dankte mir für die Ruhe":                                  journal.FeedbackKind,
		"Rückmeldung von Omar: mehr Zahlen":                              journal.FeedbackKind,
		"Lob vom Hafenmeister für die Übergabe":                          journal.FeedbackKind,
		"„Du hast uns ruhig gehalten“, Lena":                             journal.FeedbackKind,
		"Ich sagte nein zu der Änderung":                                 journal.Reflection,
		"Mein Team hat viel gelacht":                                     journal.Reflection,
		"Beworben als Teamleitung":                                       journal.ApplicationKind,
		"Gestern habe ich mich auf die Stelle bei Fjordline beworben":    journal.ApplicationKind,
		"Vorstellungsgespräch bei Fjordline":                             journal.ApplicationKind,
		"Bewerbung um die Leitung des Dienstes":                          journal.ApplicationKind,
		"Bewerbungen gelesen":                                            journal.Reflection,
		"Ich habe mich nicht beworben, weil die Zeit dafür zu knapp ist": journal.Reflection,
	})
}

// TestEnglishIsNotReadAsGerman: whatever English words stand in whatever order,
// those that German has, too, tell of nothing done.
func TestEnglishIsNotReadAsGerman(t *testing.T) {
	word := rapid.SampledFrom([]string{
		"half", "war", "gab", "bat", "band", "log", "rang", "sank", "gift", "brief", "also", "die", "hat", "fast", "gut", "art", "rat", "tag",
		"will", "was", "so", "in", "am", "an", "man", "mit", "lob", "start", "state", "private", "note", "route", "the", "of", "planning",
		"team", "need", "more", "time", "coffee", "with", "Ove", "today", "nothing", "was", "end", "her", "nun", "arm", "ton", "see", "under",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(word, 1, 12).Draw(t, "words"), " ")
		all := journal.SplitList(text, journal.ByLines, journal.DayOf(time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC)))
		for _, p := range all {
			if p.Kind != journal.Reflection {
				t.Fatalf("%q is proposed as %s", text, p.Kind)
			}
		}
	})
}

package journal_test

import (
	"context"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// crowd is a journal of people, as masks know them.
const crowd = `{"people": [
 {"id":"a1","name":"Priya Nair","relationship":"peer"},
 {"id":"a2","name":"Anne-Marie O'Brien","relationship":"manager"},
 {"id":"a3","name":"Anna van den Berg","relationship":"manager"},
 {"id":"a4","name":"Anna Koch","relationship":"stakeholder"},
 {"id":"a5","name":"José","relationship":"mentor"},
 {"id":"a6","name":"王小明","relationship":"leader-above"},
 {"id":"a7","name":"mei chen","relationship":"sponsor"},
 {"id":"a8","name":"The new CTO","relationship":"report"}]}`

// maskOf gives the mask of a journal.
func maskOf(t *testing.T, document string) *journal.Mask {
	t.Helper()
	j, _ := onDisk(t)
	doImport(t, j, contents(t, document))
	x, err := j.Export(context.Background(), journal.ExportOptions{MaskNames: true})
	if err != nil {
		t.Fatal(err)
	}
	return x.Mask
}

func TestNamesAreMaskedWhereverTheyStandAsWords(t *testing.T) {
	m := maskOf(t, crowd)
	for text, want := range map[string]string{
		// whole names, in any case, and what hangs on them
		"I met Priya Nair today.":       "I met a peer today.",
		"with priya nair and PRIYA":     "with a peer and a peer",
		"Priya's idea. Priya’s plan":    "A peer's idea. A peer’s plan",
		"the NAIRs and Priyanka":        "the NAIRs and Priyanka",
		"no priya, but Nair, Priya":     "no priya, but a peer, a peer",
		"Priya  Nair\nPriya J. Nair":    "A peer\nA peer",
		"PriyaNair wrote, priyanair":    "A peer wrote, a peer",
		"priya_nair _Priya_ (Priya)":    "A peer _a peer_ (a peer)",
		"about @priya":                  "about @a peer",
		"Talk. Priya said":              "Talk. A peer said",
		"**Pri**ya and **Priya** Nair":  "**A peer and **a peer",
		"Anne-Marie and Marie O'Brien":  "Manager 1 and Manager 1",
		"Ms O’Brien, MARIE":             "Ms Manager 1, Manager 1",
		"Frau van den Berg, den Berg":   "Frau Manager 2, den Manager 2",
		"Anna asked, Anna Koch replied": "Somebody asked, a stakeholder replied",
		// scripts
		"Jose\u0301 and JOSE and josé":   "A mentor and a mentor and a mentor",
		"Jo\u00adsé":                     "A mentor",
		"我和王小明谈了":                        "我和a leader谈了",
		"和Priya谈":                        "和a peer谈",
		"Mei said, mei asked, Chen":      "A sponsor said, a sponsor asked, a sponsor",
		"the new plan, the CTO, New":     "the new plan, the a report, New",
		"THE NEW CTO and The New CTO":    "A report and a report",
		"nothing to see":                 "nothing to see",
		"":                               "",
		"see https://x.org/priya/nair.":  "see masked-address.",
		"see [it](https://x.org/Priyas)": "see [it](masked-address)",
		"write to p.nair@corp.example":   "write to masked-address",
		"see https://x.org/y?z=1 (Nair)": "see https://x.org/y?z=1 (a peer)",
		"x.org/in/priya-nair, and/or":    "masked-address, and/or",
		"https://x.org/%50riya":          "masked-address",
	} {
		if got := m.Text(text); got != want {
			t.Errorf("%q\n gave %q\n want %q", text, got, want)
		}
	}
}

func TestAPersonHasOnePseudonymByIDAndByName(t *testing.T) {
	j, store := onDisk(t)
	doImport(t, j, contents(t, crowd))
	x, err := j.Export(t.Context(), journal.ExportOptions{MaskNames: true})
	if err != nil {
		t.Fatal(err)
	}
	people, err := store.People(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for _, p := range people {
		with := x.Mask.Name(string(p.ID))
		if seen[with] != "" {
			t.Errorf("%s and %s are both %q", p.Name, seen[with], with)
		}
		seen[with] = p.Name
		if byName := x.Mask.Name(strings.ToUpper(p.Name)); byName != with {
			t.Errorf("%s is %q by the ID, and %q by name", p.Name, with, byName)
		}
		if again := x.Mask.Name(with); again != with {
			t.Errorf("%q masked again is %q", with, again)
		}
	}
	if got := x.Mask.Name("Nobody Known"); got != "somebody" {
		t.Errorf("a stranger is %q", got)
	}
	if got := x.Mask.Name(""); got != "" {
		t.Errorf("nobody is %q", got)
	}
}

func TestANilMaskChangesNothing(t *testing.T) {
	var m *journal.Mask
	if m.Text("Priya") != "Priya" || m.Name("Priya") != "Priya" || m.Find("Priya") != nil {
		t.Error("it does")
	}
}

// TestThoseWhoWereMergedOrRemovedAreStillKnown: their names stand in texts.
func TestThoseWhoWereMergedOrRemovedAreStillKnown(t *testing.T) {
	j, store := onDisk(t)
	doImport(t, j, contents(t, `{"people":[{"id":"a1","name":"Robert Stone","relationship":"peer"},{"id":"a2","name":"Bobby","relationship":"peer"},{"id":"a3","name":"Gone Girl"}],
		"entries":[{"id":"e","day":"2026-11-03","body":"x","people":[{"person":"a3"}]}]}`))
	id := func(name string) journal.ID {
		people, err := store.People(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range people {
			if p.Name == name {
				return p.ID
			}
		}
		t.Fatalf("nobody is called %s", name)
		return ""
	}
	if _, err := j.MergePeople(t.Context(), id("Bobby"), id("Robert Stone")); err != nil {
		t.Fatal(err)
	}
	if _, err := j.RemovePerson(t.Context(), id("Gone Girl")); err != nil {
		t.Fatal(err)
	}
	x, err := j.Export(t.Context(), journal.ExportOptions{MaskNames: true})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := x.Mask.Text("Bobby, Robert and Gone Girl"), "A peer, a peer and a person"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestNoNameIsLeftInAText: whatever stands around it, however it is cased,
// accented, encoded or cut by Markdown.
func TestNoNameIsLeftInAText(t *testing.T) {
	m := maskOf(t, `{"people":[{"id":"a1","name":"Zoë Quilluxa","relationship":"peer"},{"id":"a3","name":"Kwame Fyrzan-Holt"}]}`)
	spell := []func(string) string{
		func(s string) string { return s }, strings.ToUpper, norm.NFD.String, norm.NFKC.String,
		func(s string) string { return strings.ReplaceAll(s, " ", "\n") },
		func(s string) string { return strings.ReplaceAll(s, " ", "  ") },
		func(s string) string { return s[:1] + "\u00ad" + s[1:] },
	}
	names := []string{"Zoe Quilluxa", "Zoë", "Quilluxa", "Kwame Fyrzan-Holt", "Fyrzan", "Holt", "Kwame", "Fyrzan-Holt"}
	around := rapid.SampledFrom([]string{" ", "\n", "(", ")", "'s ", ", ", "*", "**", "_", "`", ". ", "[[", "]]", "|", "—", "/", "@", "# ", "1 ", "é ", "好", "x ", "http://", "a@b.c ", "://", ""})
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		for range rapid.IntRange(1, 6).Draw(t, "names") {
			text.WriteString(around.Draw(t, "before"))
			begin := text.String()
			if r := []rune(begin); len(r) > 0 && joins(r[len(r)-1]) {
				text.WriteString(" ")
			}
			text.WriteString(rapid.SampledFrom(spell).Draw(t, "spelling")(rapid.SampledFrom(names).Draw(t, "name")))
			after := around.Draw(t, "after")
			if r := []rune(after); len(r) == 0 || joins(r[0]) {
				text.WriteString(" ")
			}
			text.WriteString(after)
		}
		got := m.Text(text.String())
		plain := strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) || r == '\u00ad' {
				return -1
			}
			return r
		}, norm.NFKD.String(cases.Fold().String(got)))
		for _, piece := range []string{"zoe", "quilluxa", "kwame", "fyrzan", "holt"} {
			if strings.Contains(plain, piece) {
				t.Fatalf("%q is left in %q, which was %q", piece, got, text.String())
			}
		}
		if again := m.Text(got); again != got {
			t.Fatalf("%q masked again is %q", got, again)
		}
	})
}

// joins tells whether a letter would make one word with a name.
func joins(r rune) bool { return r < 0x2e80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// TestAHostileTextIsMaskedInOneWalk: what would take hours if each word looked
// at all the others is done while the tests wait.
func TestAHostileTextIsMaskedInOneWalk(t *testing.T) {
	m := maskOf(t, crowd)
	for _, piece := range []string{"a*", "Priya ", "王小明", "p@x/y.z ", "[[", "Priya*", "(", "x", "Anna van "} {
		if got := m.Text(strings.Repeat(piece, 200_000/len(piece))); strings.Contains(got, "Priya") || strings.Contains(got, "王小明") {
			t.Errorf("%q is not masked", piece)
		}
	}
}

// FuzzMask: whatever the text, the parts that are replaced follow each other
// and lie in it, at letters.
func FuzzMask(f *testing.F) {
	j, _ := onDisk(f)
	in := journal.Contents{People: []journal.Person{{Name: "Priya Nair"}, {Name: "王小明"}, {Name: "Élan d'Été"}, {Name: "van"}}}
	if _, err := j.Import(context.Background(), journal.Incoming{Contents: in}, false); err != nil {
		f.Fatal(err)
	}
	x, err := j.Export(context.Background(), journal.ExportOptions{MaskNames: true})
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{"Priya", "**Pri**ya\xff", "王小明王小明", "http://é@Nair", "e\u0301lan d’ÉTÉ", "[[Nair|van]]"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, x := range x.Mask.Find(text) {
			if x.From < at || x.To <= x.From || x.To > len(text) || x.With == "" {
				t.Fatalf("%q: %+v after %d", text, x, at)
			}
			at = x.To
		}
	})
}

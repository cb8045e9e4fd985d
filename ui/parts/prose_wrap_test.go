package parts

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"groundwork/ui/look"
)

func wrapped(t testing.TB, width float32, runs ...Run) []string {
	t.Helper()
	r := ruler{}
	var lines []string
	for _, l := range r.wrap(runs, TypeBody, width) {
		lines = append(lines, l.text())
	}
	return lines
}

func wantLines(t *testing.T, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("lines %q, want %q", got, want)
	}
}

func TestLinesAreBrokenWhereAReaderExpectsIt(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	wide, letter := float32(10_000), measure("m", TypeBody)
	wantLines(t, wrapped(t, wide, Run{Text: "  a \t b\n\nc "}), "a b", "", "c")
	wantLines(t, wrapped(t, 7*letter, Run{Text: "mmm mmm mmm"}), "mmm mmm", "mmm")
	wantLines(t, wrapped(t, 5*letter, Run{Text: "mmm-mmm"}), "mmm-", "mmm")
	wantLines(t, wrapped(t, 5.5*letter, Run{Text: "mm"}, Run{Text: "mmm", Look: RunStrong}, Run{Text: " m"}), "mmmmm", "m")
	wantLines(t, wrapped(t, 3*letter, Run{Text: "mmmmmmm"}), "mmm", "mmm", "m")
	wantLines(t, wrapped(t, wide, Run{Text: "  if x {\n\ty  z", Look: RunCode}), "  if x {", "    y  z")
	wantLines(t, wrapped(t, wide), "")
}

func TestWordsOfTwoLooksThatTouchAreNotTornApart(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	letter := measure("m", TypeBody)
	got := wrapped(t, 6.5*letter, Run{Text: "mmm m"}, Run{Text: "m", Look: RunEmphasis}, Run{Text: "m!"})
	wantLines(t, got, "mmm", "mmm!")
}

func TestChineseAndJapaneseAreBrokenBetweenLettersButNotBeforeAMark(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	const text = "会議会議。会議会議。"
	for letters := float32(2.5); letters < 8; letters++ { // how wide a mark is depends on the fonts of the system
		lines := wrapped(t, letters*measure("議", TypeBody), Run{Text: text})
		if strings.Join(lines, "") != text || len(lines) < 2 {
			t.Errorf("in %v letters the lines are %q", letters, lines)
		}
		for _, line := range lines {
			if strings.HasPrefix(line, "。") {
				t.Errorf("in %v letters a line begins with a mark: %q", letters, lines)
			}
		}
	}
}

func TestALineOfCodeStaysCodeBesideALetterThatIsLent(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	r := ruler{}
	lines := r.wrap([]Run{{Text: "run(✓) 🙂 end", Look: RunCode}}, TypeBody, 1000)
	wantLines(t, []string{lines[0][0].text, lines[0][1].text, lines[0][2].text}, "run(✓) ", "🙂", " end")
}

func TestALetterWithAllThatIsJoinedToItStaysWhole(t *testing.T) {
	for text, want := range map[string]string{
		"e\u0301a": "e\u0301", "👩\u200d👩\u200d👧x": "👩\u200d👩\u200d👧", "👍🏽👍": "👍🏽", "🇩🇪🇫🇷": "🇩🇪", "☀\ufe0fx": "☀\ufe0f", "ab": "a",
	} {
		if got := text[:letterLength(text)]; got != want {
			t.Errorf("the first letter of %q is %q", text, got)
		}
	}
}

func TestNoLetterIsLostAndNoLineIsTooWideAtAnyWidth(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	words := rapid.SampledFrom([]string{"review", "a", "Vorstellungsgespräch", " ", "  ", "\n", "öäü", "AV To", "— and", "well-known", "会議。", "🙂", "שלום"})
	looks := rapid.SampledFrom([]RunLook{0, RunStrong, RunEmphasis, RunStrong | RunEmphasis, RunStruck, RunMarked})
	r := ruler{}
	rapid.Check(t, func(t *rapid.T) {
		var runs []Run
		for range rapid.IntRange(0, 30).Draw(t, "runs") {
			runs = append(runs, Run{Text: words.Draw(t, "text"), Look: looks.Draw(t, "look")})
		}
		width := float32(rapid.IntRange(30, 400).Draw(t, "width"))
		var all strings.Builder
		for _, l := range r.wrap(runs, TypeBody, width) {
			drawn := float32(0)
			for _, s := range l {
				drawn += measure(s.text, runType(runs[s.run].Look, TypeBody))
			}
			if drawn > width+1.5 && letterLength(l.text()) < len(l.text()) {
				t.Errorf("%q is %v wide at %v", l.text(), drawn, width)
			}
			all.WriteString(l.text())
		}
		if letters := strings.Join(strings.Fields(all.String()), ""); letters != strings.Join(strings.Fields(runsText(runs)), "") {
			t.Errorf("%q became %q", runsText(runs), all.String())
		}
	})
}

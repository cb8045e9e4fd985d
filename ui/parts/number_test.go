package parts_test

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	. "groundwork/ui/parts"
)

func TestGivenANumberOfAnyCountry_WhenRead_ThenItIsThatNumber(t *testing.T) {
	for text, want := range map[string]float64{
		"12": 12, "12.5": 12.5, "12,5": 12.5, "-3": -3, "\u22123": -3, "- 3": -3, "+7": 7, "0": 0, "-0": 0, ".5": 0.5, ",5": 0.5, "5.": 5,
		"1 200": 1200, "1\u00a0200": 1200, "1\u202f200,5": 1200.5, "1'200": 1200, "1’200.50": 1200.5, "12 345 678": 12345678,
		"1.200,5": 1200.5, "1,200.5": 1200.5, "1.200.000": 1.2e6, "1,200,000": 1.2e6, "1.200.000,25": 1200000.25, "1,200,000.25": 1200000.25,
		"1.234": 1.234, "1 234,567": 1234.567, "1234,567": 1234.567, "0,123": 0.123, "1,23": 1.23, "1,2345": 1.2345, "1.200,500": 1200.5,
		"007": 7, " 40 ": 40, "\t12,5\n": 12.5,
	} {
		got, problem := ReadNumber(text)
		if got != want || problem != "" || math.Signbit(got) != math.Signbit(want) {
			t.Errorf("%q is %v, want %v; problem %q", text, got, want, problem)
		}
	}
}

func TestGivenACommaBeforeThreeDigits_WhenRead_ThenItAsksWhichNumberIsMeant(t *testing.T) {
	for text, want := range map[string]string{
		"1,234":   "Is that 1.234 or 1234? Please write it without the comma.",
		"-12,000": "Is that -12.000 or -12000? Please write it without the comma.",
		"123,456": "Is that 123.456 or 123456? Please write it without the comma.",
	} {
		if _, problem := ReadNumber(text); problem != want {
			t.Errorf("of %q it says %q", text, problem)
		}
	}
}

func TestGivenWhatIsNoNumber_WhenRead_ThenItSaysSo(t *testing.T) {
	for _, text := range []string{
		"", " ", "twelve", "12 minutes", "12%", "NaN", "Inf", "-inf", "1e5", "0x10", "1_000", "--3", "-+3", "3-", "1.2.3", "1,2,3", "1.20.000",
		"1.200.00", "1,200.5,5", "1.200,5.5", "12 34", "1 2000", "1200 000", "1. 5", "1 .5", ".", ",", "-", "1.,5", "1,.5", "1..5", "1,200 000",
		"1 200.000.000", "½", "١٢", "１２", "\xff", "1\x00",
	} {
		if v, problem := ReadNumber(text); problem != "This is not a number." {
			t.Errorf("%q is read as %v; it says %q", text, v, problem)
		}
	}
	for _, text := range []string{strings.Repeat("9", 400), "-" + strings.Repeat("9", 310) + ".5"} {
		if v, problem := ReadNumber(text); problem != "This number is too large." {
			t.Errorf("a number of %d digits is %v; it says %q", len(text), v, problem)
		}
	}
}

func TestGivenAnyNumber_WhenWrittenAndRead_ThenItIsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64().Filter(func(v float64) bool { return !math.IsInf(v, 0) && !math.IsNaN(v) }).Draw(t, "v")
		if got, problem := ReadNumber(WriteNumber(v)); got != v || problem != "" {
			t.Fatalf("%v is written %q and read %v; problem %q", v, WriteNumber(v), got, problem)
		}
	})
}

// The ways a number is written with two decimals, its thousands marked or not.
func TestGivenAnAmount_WhenWrittenInTheWayOfACountry_ThenItIsReadAlike(t *testing.T) {
	countries := []struct{ thousands, decimals string }{
		{"", "."}, {"", ","}, {",", "."}, {".", ","}, {" ", ","}, {" ", "."}, {"\u00a0", ","}, {"\u202f", ","}, {"'", "."}, {"’", ","},
	}
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.StringMatching(`[1-9][0-9]{0,11}`).Draw(t, "whole")
		part := rapid.StringMatching(`[0-9]{2}`).Draw(t, "part")
		want, problem := ReadNumber(whole + "." + part)
		if problem != "" {
			t.Fatal(problem)
		}
		for _, c := range countries {
			text := grouped(whole, c.thousands) + c.decimals + part
			if got, problem := ReadNumber(text); got != want || problem != "" {
				t.Fatalf("%q is %v, want %v; problem %q", text, got, want, problem)
			}
		}
	})
}

// grouped marks the thousands.
func grouped(digits, mark string) string {
	text := ""
	for len(digits) > 3 {
		text = mark + digits[len(digits)-3:] + text
		digits = digits[:len(digits)-3]
	}
	return digits + text
}

func FuzzReadNumber(f *testing.F) {
	for _, text := range []string{"12", "12,5", "1.200,5", "1,234", "-3", "1 200", "NaN", "1e999", ".", strings.Repeat("9", 400)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, problem := ReadNumber(text)
		if problem != "" {
			if v != 0 {
				t.Fatalf("%q has the problem %q and is %v", text, problem, v)
			}
			return
		}
		if math.IsNaN(v) || math.IsInf(v, 0) {
			t.Fatalf("%q is %v", text, v)
		}
		if again, problem := ReadNumber(WriteNumber(v)); again != v || problem != "" {
			t.Fatalf("%q is %v, shown as %q and read %v; problem %q", text, v, WriteNumber(v), again, problem)
		}
	})
}

package evidence

import "testing"

func TestALineIsPutIntoThePastWhereNothingCanGoWrong(t *testing.T) {
	for written, want := range map[string]string{
		"I lead the weekly review.":                  "Led the weekly review.",
		"I coach Priya, who now leads.":              "Coached Priya, who now leads.",
		"I handed the releases over. I asked first.": "Handed the releases over. I asked first.",
		"I led the rollout.":                         "Led the rollout.",
		"I put two of us on it.":                     "Put two of us on it.",
		"Lead time fell by three days.":              "Lead time fell by three days.",
		"Coaching Priya took a month.":               "Coaching Priya took a month.",
		"I lead the guild and write its notes.":      "I lead the guild and write its notes.",
		"I help people who ask.":                     "I help people who ask.",
		"I always coach one newcomer.":               "I always coach one newcomer.",
		"I need more time.":                          "I need more time.",
		"I am leading the guild.":                    "I am leading the guild.",
		"I want to delegate.":                        "I want to delegate.",
		"We run the release.":                        "We run the release.",
		"I":                                          "I",
		"I ":                                         "I ",
		"":                                           "",
	} {
		if got := past(written); got != want {
			t.Errorf("%q becomes %q, want %q", written, got, want)
		}
	}
}

func TestSentencesEndWhereAReaderEndsThem(t *testing.T) {
	for text, want := range map[string]string{
		"No escalations. The pair decides.":           "No escalations.",
		"Saved approx. 12 hours a week. More to come": "Saved approx. 12 hours a week.",
		"With J. Smith and Dr. Who. Then more":        "With J. Smith and Dr. Who.",
		"From 3.5 to 2 days. Good":                    "From 3.5 to 2 days.",
		"No rework; queues stayed short":              "No rework; queues stayed short.",
		"Down to 12 minutes":                          "Down to 12 minutes.",
		"- one thing\n- another thing":                "one thing. another thing.",
		"Said “go.” And went.":                        "Said “go.”",
		"第一句。第二句。":                                    "第一句。",
		"First thought\n\nSecond thought":             "First thought.",
		"Really?! Yes":                                "Really?!",
		"  ":                                          "",
	} {
		if got := sentences(text, 1); got != want {
			t.Errorf("the first sentence of %q is %q, want %q", text, got, want)
		}
	}
}

func TestANumberIsSaidOnce(t *testing.T) {
	for _, x := range []struct {
		text, number string
		want         bool
	}{
		{"from 40 to 12 minutes", "12", true}, {"from 40 to 120 minutes", "12", false}, {"3", "3", true}, {"30 and 3.", "3", true}, {"", "3", false},
	} {
		if got := holdsNumber(x.text, x.number); got != x.want {
			t.Errorf("%q holds %s: %v", x.text, x.number, got)
		}
	}
}

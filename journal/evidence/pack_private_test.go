package evidence_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
	"groundwork/journal/document"
	"groundwork/journal/evidence"
)

// Words that only private entries hold, and the names of everybody.
const secret = "hush"

func everybody() []string { return []string{"Zora Quill", "Yannick Orlo", "Xenia Pell"} }

// drawn is a journal of any entries, about a third of them private, in whose
// words people are named.
type drawn struct {
	*rapid.T
	*desk
}

// clear empties the journal of all but its people and expectations, and of one
// private entry, whose title others name.
func (d drawn) clear() {
	ctx := context.Background()
	c := journal.Changes{Plan: &journal.Plan{}}
	for e, err := range d.store.Entries(ctx, journal.Filter{}) {
		d.desk.did(err)
		c.RemoveEntries = append(c.RemoveEntries, e.ID)
	}
	packs, err := d.store.Packs(ctx)
	d.desk.did(err)
	for _, p := range packs {
		c.RemovePacks = append(c.RemovePacks, p.ID)
	}
	d.desk.did(d.store.Apply(ctx, c))
	d.desk.write("2027-10-30", journal.Entry{Title: secret + " title", Private: true})
}

// name is somebody, or a part of their name.
func (d drawn) name() string {
	name := rapid.SampledFrom(everybody()).Draw(d.T, "name")
	if rapid.Bool().Draw(d.T, "short") {
		name, _, _ = strings.Cut(name, " ")
	}
	return name
}

// words are some sentences about somebody; those of a private entry say so.
func (d drawn) words(private bool) string {
	text := fmt.Sprintf("I asked %s about part %d. It took %d days.", d.name(), rapid.IntRange(0, 5).Draw(d.T, "part"), rapid.IntRange(1, 3).Draw(d.T, "days"))
	if rapid.Bool().Draw(d.T, "linked") {
		text += " See [[" + secret + " title]]."
	}
	if private {
		text = secret + " " + text
	}
	return rapid.SampledFrom([]string{"", text, text}).Draw(d.T, "text")
}

func (d drawn) write() {
	private := rapid.IntRange(0, 2).Draw(d.T, "private") == 0
	e := journal.Entry{
		Kind: rapid.SampledFrom(journal.Kinds()).Draw(d.T, "kind"), Private: private, Starred: rapid.Bool().Draw(d.T, "starred"),
		Title: d.words(private), Body: d.words(private), Day: aDay.Draw(d.T, "day"),
		Moment: &journal.Moment{
			Action: d.words(private), Result: d.words(private), Outcome: rapid.SampledFrom(append(journal.Outcomes(), "")).Draw(d.T, "outcome"),
			Impact: &journal.Impact{Text: d.words(private), Value: number(3)},
		},
		Feedback: &journal.Feedback{
			Giver: rapid.SampledFrom(append(everybody(), "")).Draw(d.T, "giver"), Quote: d.words(private),
			Stance: rapid.SampledFrom(append(journal.Stances(), "")).Draw(d.T, "stance"),
			State:  rapid.SampledFrom(journal.FeedbackStates()).Draw(d.T, "state"), FollowUpOn: today.AddDays(3),
		},
		Application: &journal.Application{Position: secret + " elsewhere", NextStep: secret},
		People:      []journal.Involved{{Person: rapid.SampledFrom(everybody()).Draw(d.T, "saw"), Role: "saw"}},
		Evidence:    []journal.Evidence{{Expectation: rapid.SampledFrom([]string{"Coaches", "Decides"}).Draw(d.T, "expectation")}},
	}
	_, err := d.j.SaveEntry(context.Background(), e)
	d.desk.did(err)
}

// work does something to a pack as the page lets the writer do it.
func (d drawn) work(p journal.Pack, m evidence.Material) journal.Pack {
	s := rapid.SampledFrom(p.Sections).Draw(d.T, "section")
	if len(s.Bullets) == 0 {
		return p
	}
	any := rapid.IntRange(0, len(s.Bullets)-1)
	at := evidence.Place{Section: s.Key, At: any.Draw(d.T, "line")}
	switch rapid.IntRange(0, 5).Draw(d.T, "work") {
	case 0:
		return evidence.LeaveOut(p, at, !s.Bullets[at.At].Out)
	case 1:
		return evidence.Reword(p, at, s.Bullets[at.At].Text+" With "+d.name()+" in it.")
	case 2:
		return evidence.Move(p, at, any.Draw(d.T, "to"))
	case 3:
		return evidence.Join(p, at, any.Draw(d.T, "with"))
	case 4:
		return evidence.Reset(m, p, at)
	}
	p.Audience = rapid.SampledFrom(journal.Audiences()).Draw(d.T, "audience")
	return p
}

// handed is every word that a pack can leave by.
func handed(t testing.TB, m evidence.Material, p journal.Pack) string {
	all := read(t, evidence.Book(m, p)) + read(t, evidence.NewManager(m, p)) + read(t, document.Of(nil, evidence.Rehearsal(m, p)))
	for _, s := range p.Sections {
		all += evidence.SectionText(m, p, s.Key)
		for _, b := range s.Bullets {
			all += evidence.BulletText(m, b)
		}
	}
	return all
}

// TestNothingPrivateAndNoMaskedNameLeavesWithAPack: whatever the journal holds
// and whatever was done to the pack, also while private entries were let in.
// Edited lines are the writer's words, and none was edited while it held a
// title of a private entry.
func TestNothingPrivateAndNoMaskedNameLeavesWithAPack(t *testing.T) {
	d := newDesk(t)
	for _, name := range everybody() {
		_, err := d.j.SavePerson(t.Context(), journal.Person{Name: name, Support: journal.Advocate})
		d.did(err)
	}
	rapid.Check(t, func(r *rapid.T) {
		d := drawn{r, d}
		d.clear()
		for range rapid.IntRange(1, 8).Draw(r, "entries") {
			d.write()
		}
		d.plan(func(p *journal.Plan) {
			p.Goals = []journal.Goal{{ID: id(1), Kind: "stretch", Text: "Lead coaches with " + d.name()}}
		})
		open := d.material(journal.ExportOptions{IncludePrivate: rapid.Bool().Draw(r, "let in")})
		p := evidence.Propose(open, rapid.SampledFrom(journal.Audiences()).Draw(r, "audience"))
		for range rapid.IntRange(0, 6).Draw(r, "steps") {
			p = d.work(p, open)
		}
		p, err := d.j.SavePack(context.Background(), p)
		d.desk.did(err)
		m := d.material(journal.ExportOptions{MaskNames: true})
		for _, pack := range []journal.Pack{p, evidence.Propose(m, p.Audience), first(evidence.Rebuild(m, p))} {
			text := handed(t, m, pack)
			if strings.Contains(text, secret) {
				r.Errorf("private words leave:\n%s", text)
			}
			for _, name := range strings.Fields(strings.Join(everybody(), " ")) {
				if strings.Contains(text, name) {
					r.Errorf("%s is named:\n%s", name, text)
				}
			}
		}
	})
}

func first(p journal.Pack, _ evidence.News) journal.Pack { return p }

// TestRebuildingTwiceDoesWhatOnceDoesAndLosesNothing: whatever was done to the
// pack, and whatever was written since.
func TestRebuildingTwiceDoesWhatOnceDoesAndLosesNothing(t *testing.T) {
	d := newDesk(t)
	rapid.Check(t, func(r *rapid.T) {
		d := drawn{r, d}
		d.clear()
		for range rapid.IntRange(0, 8).Draw(r, "entries") {
			d.write()
		}
		m := d.all()
		p := evidence.Propose(m, rapid.SampledFrom(journal.Audiences()).Draw(r, "audience"))
		if _, news := evidence.Rebuild(m, p); len(news.New)+len(news.Gone)+len(news.Held) > 0 {
			r.Fatalf("a new pack has news: %+v\n%+v", news, p)
		}
		for range rapid.IntRange(0, 6).Draw(r, "steps") {
			p = d.work(p, m)
		}
		for range rapid.IntRange(0, 3).Draw(r, "more") {
			d.write()
		}
		m = d.all()
		once, _ := evidence.Rebuild(m, p)
		twice, news := evidence.Rebuild(m, once)
		if diff := cmp.Diff(once, twice); diff != "" || len(news.New) > 0 {
			r.Errorf("a second time there is %+v new:\n%s", news.New, diff)
		}
		for _, s := range p.Sections {
			for _, b := range s.Bullets {
				if (b.Edited || b.Out) && !strings.Contains(fmt.Sprintf("%q", texts(once, s.Key)), fmt.Sprintf("%q", b.Text)[1:]) && b.Edited {
					r.Errorf("%s: %q is lost", s.Key, b.Text)
				}
			}
		}
		for _, s := range evidence.Propose(m, journal.ForMyself).Sections {
			for _, b := range s.Bullets {
				if len(b.Entries) > 0 && evidence.BulletText(m, b) == "" {
					r.Errorf("%s: what is behind %q is not in the material", s.Key, b.Text)
				}
			}
		}
	})
}

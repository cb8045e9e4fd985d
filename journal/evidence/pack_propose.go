package evidence

import (
	"encoding/json"
	"slices"
	"strconv"

	"groundwork/journal"
)

// Propose makes a pack for an audience: its sections, each with the lines that
// the entries and the plan give it, the strongest first. Lines are the writer's
// own words and those of the people who gave feedback; nothing is invented. The
// same sentence is proposed once in a section: where several entries say it,
// all of them are behind it. How many of the lines an audience gets to read,
// Book decides; so what is left out of the pack is the next best that is read.
func Propose(m Material, audience string) journal.Pack {
	p := journal.Pack{Audience: audience}
	for _, key := range SectionKeys(audience) {
		p.Sections = append(p.Sections, journal.Section{Key: key, Title: sectionTitle(key), Bullets: m.proposals(key, audience)})
	}
	return p
}

// proposals gives the lines that are proposed for a section.
func (m *Material) proposals(key, audience string) []journal.Bullet {
	switch key {
	case SectionSummary:
		return m.summary()
	case SectionRole:
		return m.role()
	case SectionEvidence:
		all := !slices.Contains(SectionKeys(audience), SectionPeople)
		return m.saying(func(p *piece) bool { return p.tells() && p.quote == "" && (all || !p.grows && !p.unseen) })
	case SectionPeople:
		return m.saying(func(p *piece) bool { return p.tells() && p.quote == "" && p.grows })
	case SectionUnseen:
		return m.saying(func(p *piece) bool { return p.tells() && p.quote == "" && p.unseen && !p.grows })
	case SectionOther:
		return m.saying(func(p *piece) bool { return !p.tells() && p.quote == "" && p.starred })
	case SectionNumbers:
		return m.lines(fromNumber, func(p *piece) string { return p.number })
	case SectionQuotes:
		return m.quotes()
	case SectionAdvocates:
		return m.advocates()
	case SectionGaps:
		return m.gaps()
	case SectionAsk:
		return m.ask(audience)
	}
	return nil
}

// saying proposes what the writer said in some of the entries.
func (m *Material) saying(chosen func(*piece) bool) []journal.Bullet {
	return m.lines("", func(p *piece) string {
		if chosen(p) {
			return p.said
		}
		return ""
	})
}

// lines proposes a line for each entry that has words for it.
func (m *Material) lines(from string, of func(*piece) string) []journal.Bullet {
	var all once
	for i := range m.pieces {
		if text := of(&m.pieces[i]); text != "" {
			all.add(bullet(from, text, m.pieces[i].id))
		}
	}
	return all.bullets
}

// quotes are the words of others. What is mixed is left out at first: it is the
// writer's to say whether it speaks for them.
func (m *Material) quotes() []journal.Bullet {
	bullets := m.lines(fromQuote, (*piece).praise)
	for i := range bullets {
		if p := m.piece(bullets[i].Entries[0]); p.critical() {
			bullets[i].Out = true
		}
	}
	return bullets
}

// praise gives the quote of feedback that speaks for the writer: of what is
// critical, the gaps tell what was done about it.
func (p *piece) praise() string {
	if p.stance == "constructive" {
		return ""
	}
	return p.quote
}

// once gathers lines, each once.
type once struct {
	bullets []journal.Bullet
	at      map[string]int
}

// add adds a line, or its entries to the same line.
func (o *once) add(b journal.Bullet) {
	if o.at == nil {
		o.at = map[string]int{}
	}
	key := words(b.Text)
	at, there := o.at[key]
	if !there || key == "" {
		o.at[key] = len(o.bullets)
		o.bullets = append(o.bullets, b)
		return
	}
	o.bullets[at].Entries = union(o.bullets[at].Entries, b.Entries)
}

// union gives the entries of both, each once.
func union(a, b []journal.ID) []journal.ID {
	all := slices.Clone(a)
	for _, id := range b {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

// What a line was made of is kept with it, so that it is found again when the
// pack is rebuilt: "" is what the writer said in its entries.
const (
	fromNumber  = "number"
	fromQuote   = "quote"
	fromPerson  = "person"
	fromPurpose = "purpose"
	fromRole    = "role/"    // and which part of it
	fromGap     = "gap"      // feedback that was acted on
	fromGoal    = "goal/"    // and the IDs of the goal and of the expectation
	fromMissing = "missing/" // and the expectation's ID
	fromAsk     = "ask/"     // and which sentence of it
	fromMore    = "more/"    // and what is counted
	sourceName  = "madeOf"   // the member of a bullet's JSON that holds it: groundwork-journal/1 names none
)

// bullet makes a line.
func bullet(from, text string, entries ...journal.ID) journal.Bullet {
	b := journal.Bullet{Text: text, Entries: entries}
	if from != "" {
		b.Extra = journal.Extra{sourceName: json.RawMessage(strconv.Quote(from))}
	}
	return b
}

// madeOf tells what a line was made of.
func madeOf(b journal.Bullet) string {
	var from string
	if json.Unmarshal(b.Extra[sourceName], &from) != nil {
		return ""
	}
	return from
}

// summary is what the writer stands for, and the strongest things they did.
func (m *Material) summary() []journal.Bullet {
	var all once
	if n := len(m.Plan.Purpose); n > 0 {
		if text := sentences(m.Plan.Purpose[n-1].StandFor, 2); text != "" {
			all.add(bullet(fromPurpose, Cut(text, longest)))
		}
	}
	const strongest = 3
	for i := range m.pieces {
		if len(all.bullets) > strongest {
			break
		}
		if p := &m.pieces[i]; p.tells() && p.quote == "" && p.said != "" {
			all.add(bullet("", p.said, p.id))
		}
	}
	return all.bullets
}

// role is what the target role is about.
func (m *Material) role() []journal.Bullet {
	target := m.Plan.TargetRole
	if target == nil {
		return nil
	}
	var all once
	for _, part := range []struct{ name, text string }{
		{"responsibilities", target.Responsibilities}, {"expectations", target.Expectations}, {"execution", target.Execution},
	} {
		if text := sentences(part.text, 3); text != "" {
			all.add(bullet(fromRole+part.name, Cut(text, longest)))
		}
	}
	return all.bullets
}

// advocates is who knows the writer's work, as the entries name them: who saw
// a moment, and who said something good about it. "Leading Up" has it that
// nothing is better than others speaking highly of one. Whoever stands behind
// the writer and is named by nothing that goes out is counted, not named.
func (m *Material) advocates() []journal.Bullet {
	type knower struct {
		name    string
		said    bool
		entries []journal.ID
	}
	var all []knower
	at := map[string]int{}
	note := func(name string, id journal.ID, said bool) {
		i, there := at[name]
		if !there {
			i = len(all)
			at[name] = i
			all = append(all, knower{name: name})
		}
		all[i].entries = union(all[i].entries, []journal.ID{id})
		all[i].said = all[i].said || said
	}
	for i := range m.pieces {
		p := &m.pieces[i]
		if p.giver != "" && p.praise() != "" && !p.critical() {
			note(p.giver, p.id, true)
		}
		for _, name := range p.saw {
			note(name, p.id, false)
		}
	}
	slices.SortStableFunc(all, func(a, b knower) int { return len(b.entries) - len(a.entries) })
	var bullets []journal.Bullet
	for _, k := range all {
		how := " saw it."
		if k.said {
			how = " spoke well of it."
		}
		bullets = append(bullets, bullet(fromPerson, k.name+how, k.entries...))
	}
	if m.supporters > 0 {
		bullets = append(bullets, bullet(fromMore+"supporters", counted(m.supporters, "more person stands", "more people stand")+" behind this."))
	}
	return bullets
}

package journal

import (
	"slices"
	"strings"
)

// The words by which a German text tells what it is about. None of them is an
// English word, so that an English text is read as if they were not here:
// "half", "gab", "war" or "bat" are left out although they tell of deeds.

// saidInGerman tells whether a text begins with what somebody else said: "Lena
// sagte", "Tomas hat mich gelobt".
func saidInGerman(words []string) bool {
	const farthest = 3 // "Meine neue Chefin sagte"
	for i, word := range words[:min(len(words), farthest+1)] {
		rest := words[i+1:]
		switch word {
		case "ich", "wir":
			return false
		case "rückmeldung":
			return i == 0
		case "lob":
			return i == 0 && len(rest) > 0 && slices.Contains([]string{"von", "vom"}, rest[0])
		case "sagte", "meinte":
			return i > 0
		case "lobte", "dankte", "schrieb", "erzählte":
			return i > 0 && len(rest) > 0 && meansUs(rest[0])
		case "hat", "haben":
			return i > 0 && (saysAny(rest, "gesagt", "gemeint", "zurückgemeldet") ||
				saysAny(rest, "gelobt", "gedankt", "bedankt") && slices.ContainsFunc(rest, meansUs))
		}
	}
	return false
}

// meansUs tells whether a word means the writer, as those who hear or get something.
func meansUs(word string) bool {
	return slices.Contains([]string{"mich", "mir", "uns", "mein", "meine", "meinen", "meiner", "unser", "unsere", "unseren", "unserer"}, word)
}

// appliedInGerman tells whether a text tells of an application: "Beworben bei",
// "Ich habe mich auf die Stelle beworben".
func appliedInGerman(words []string) bool {
	if saysAny(words, "habe", "hab") && saysAny(words, "mich") && saysAny(words, "beworben") && !denied(words) {
		return true
	}
	words = pastGermanFillers(words)
	if len(words) < 2 {
		return false
	}
	switch words[0] {
	case "beworben", "bewerbung":
		return slices.Contains([]string{"bei", "beim", "um", "auf", "als", "für", "intern", "extern"}, words[1])
	case "bewarb":
		return words[1] == "mich"
	case "vorstellungsgespräch", "bewerbungsgespräch":
		return slices.Contains([]string{"bei", "beim", "für", "mit", "als"}, words[1])
	}
	return false
}

// doneInGerman tells whether a text says what the writer did: "Leitete die
// Übung", "Wir haben sie geleitet", or without a verb of who it was, "Übung
// geleitet".
func doneInGerman(text string, words []string) bool {
	first := plainWords(firstClause(text))
	if denied(first) {
		return false
	}
	if rest := pastGermanFillers(words); len(rest) > 0 && isGermanDeed(rest[0]) {
		return true
	}
	for i, word := range first {
		me := word == "ich" || word == "wir"
		if me && i+1 < len(first) && isGermanDeed(first[i+1]) {
			return true
		}
		if me && i > 0 && isGermanDeed(first[i-1]) { // "Gestern leitete ich"
			return true
		}
	}
	if len(first) < 2 || !isDoneInGerman(first[len(first)-1]) || saysAny(first[:1], "von", "vom") {
		return false
	}
	if saysAny(first, "habe", "hab", "haben") {
		return saysAny(first, "ich", "wir") || saysAny(first[:1], "habe", "hab", "haben")
	}
	return !saysAny(first, "hat", "hatte", "hatten", "hätte", "bin", "ist", "sind", "war", "waren", "wird", "wurde", "wurden", "werden", "worden",
		"soll", "sollte", "muss", "müsste", "kann", "könnte", "er", "sie", "wer", "dass", "wenn", "was")
}

// firstClause is a text up to the first mark that ends a thought.
func firstClause(text string) string {
	if end := strings.IndexAny(text, ",;:!?\n"); end >= 0 {
		text = text[:end]
	}
	clause, _, _ := strings.Cut(text, ". ")
	return clause
}

// denied tells whether German words say that something was not so.
func denied(words []string) bool {
	return saysAny(words, "nicht", "nie", "niemals", "kein", "keine", "keinen", "nichts", "fast", "beinahe")
}

// saysAny tells whether some words hold one of others.
func saysAny(words []string, of ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(of, w) })
}

func pastGermanFillers(words []string) []string {
	for len(words) > 0 && saysAny(words[:1], "ich", "wir", "auch", "dann", "danach", "endlich", "schließlich", "erfolgreich", "heute", "gestern") {
		words = words[1:]
	}
	return words
}

// isGermanDeed tells whether a word is a verb in the past that says what was
// done, and not what was felt, asked or sat through.
func isGermanDeed(word string) bool {
	switch word {
	case "leitete", "leiteten", "übernahm", "übernahmen", "führte", "führten", "baute", "bauten", "schrieb", "schrieben",
		"hielt", "hielten", "gewann", "gewannen", "entwickelte", "entwickelten", "entwarf", "entwarfen", "organisierte",
		"organisierten", "moderierte", "moderierten", "präsentierte", "präsentierten", "koordinierte", "koordinierten",
		"verhandelte", "verhandelten", "veröffentlichte", "veröffentlichten", "senkte", "senkten", "steigerte", "steigerten",
		"verbesserte", "verbesserten", "vereinfachte", "vereinfachten", "automatisierte", "automatisierten", "verkaufte",
		"verkauften", "brachte", "brachten", "löste", "lösten", "betreute", "betreuten", "erstellte",
		"erstellten", "gründete", "gründeten", "richtete", "richteten", "startete", "starteten", "überzeugte", "überzeugten":
		return true
	}
	return false
}

// isDoneInGerman tells whether a word is a participle that says what was done.
func isDoneInGerman(word string) bool {
	switch word {
	case "geleitet", "angeleitet", "übernommen", "geführt", "eingeführt", "durchgeführt", "gebaut", "aufgebaut", "umgebaut", "ausgebaut",
		"geschrieben", "umgeschrieben", "aufgeschrieben", "gehalten", "gewonnen", "entwickelt", "entworfen", "organisiert",
		"moderiert", "präsentiert", "koordiniert", "verhandelt", "veröffentlicht", "gesenkt", "gesteigert", "verbessert",
		"vereinfacht", "automatisiert", "verkauft", "gelöst", "behoben", "betreut", "geschult", "eingearbeitet",
		"ausgebildet", "erstellt", "gegründet", "eingerichtet", "gestartet", "umgesetzt",
		"durchgesetzt", "eingestellt", "fertiggestellt", "abgeschlossen", "abgegeben", "abgeliefert", "ausgeliefert",
		"geliefert", "gekürzt", "gespart", "eingespart", "halbiert", "verdoppelt", "reduziert", "begleitet", "gecoacht",
		"beigebracht", "vermittelt", "eröffnet", "geschlichtet", "gegeben", "geschafft", "aufgesetzt",
		"migriert", "überarbeitet", "zusammengestellt", "zusammengebracht":
		return true
	}
	return false
}

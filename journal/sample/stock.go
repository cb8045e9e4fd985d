package sample

// stock is everything the sample's texts are made of. A word in braces stands
// for another list, or for something of the entry: {name} is the person it is
// about, {other} and {any} are colleagues.
type stock map[string][]string

// words fill the gaps in the sentences.
func words() stock {
	return stock{
		"project": {
			"the subscription migration", "the onboarding handbook", "the warehouse automation pilot",
			"the documentation rewrite", "the supplier integration", "the quarterly forecast", "the post-incident review",
			"the smartphone release", "the pricing investigation", "the recruitment round", "the archive consolidation",
			"the apprenticeship programme", "the accessibility audit", "the customer advisory council",
			"the night-shift rota", "the calibration test bench", "the grant application", "the library relocation",
			"the appointment scheduling", "the Lisbon launch", "the translation workflow", "the emergency procedures",
		},
		"team": {
			"the infrastructure team", "the support desk", "the night shift", "the accounting department",
			"the field engineers", "the design studio", "the analytical laboratory", "the sales representatives in Osaka",
			"manufacturing operations", "the apprentices", "the newcomers", "the product management group",
			"the Kraków office", "the maintenance crew", "the procurement specialists", "the communications department",
		},
		"meeting": {
			"the Monday stand-up", "our one-to-one", "the steering committee", "the retrospective", "the budget negotiation",
			"the all-hands", "the customer conference call", "the planning workshop", "a corridor conversation",
			"the architecture round", "the handover", "a walk around the block", "the interdepartmental round",
			"the performance conversation",
		},
		"topic": {
			"priorities", "the postponement", "decision-making", "the financing gap", "our tone in conversations",
			"the missing acceptance tests", "the reorganisation", "capacity in springtime", "quality before speed",
			"declining requests gracefully", "the customer's underlying problem", "the upcoming promotion round",
			"responsibility", "the uncomfortable uncertainty", "workload distribution", "professional standards",
			"knowledge sharing", "cross-departmental communication", "expectations",
		},
		"skill": {
			"listening attentively", "delegating", "declining politely", "coaching", "planning transparently",
			"acknowledging contributions", "asking open-ended questions", "staying composed", "addressing problems directly",
			"preparing meetings", "writing concise messages", "tolerating silence", "managing upwards",
			"understanding the audience", "prioritising", "facilitating disagreements",
		},
		"client": {
			"the hospital association", "our longest-standing customer", "the regional railway",
			"the municipal administration", "the bakery cooperative", "the university", "the insurance representatives",
			"the port authority", "a prospective customer in Nairobi", "the renewable energy cooperative",
			"the publishing house", "the natural history museum",
		},
		"thing": {
			"a one-page summary", "a verification checklist", "a decision register", "a prioritised risk list",
			"a transparent dashboard", "an honest estimate", "a working demonstration", "a preliminary agenda",
			"an overview of dependencies", "a pairing schedule", "a shared glossary", "a contingency plan",
			"an inventory of open questions", "a timeline on the whiteboard",
		},
		"weekday": {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"},
		"when": {
			"this morning", "after lunch", "late in the afternoon", "before the first coffee", "on the train",
			"at the end of the day", "between two calls", "early", "once the room was quiet", "on the way home",
		},
		"feeling": {
			"relieved", "proud", "uncomfortable", "curious", "exhausted but content", "grateful", "apprehensive", "surprised",
			"determined", "optimistic", "slightly embarrassed", "composed", "impatient", "encouraged", "humbled",
			"disappointed", "reassured", "enthusiastic",
		},
		"quality": {
			"patience", "courage", "transparency", "fairness", "trustworthiness", "humour", "preparation", "kindness",
			"consistency", "curiosity", "straightforwardness", "steadiness", "perseverance", "attentiveness",
			"accountability",
		},
		"small": {"two", "three", "four", "five", "six", "seven", "eight", "nine"},
		"count": {"11", "12", "14", "16", "18", "20", "24", "27", "30", "35", "42", "50", "64", "80", "120"},
		"percent": {
			"4 %", "7 %", "9 %", "12 %", "15 %", "18 %", "22 %", "25 %", "30 %", "35 %", "40 %", "48 %",
		},
		"money": {
			"€4,000", "€12,500", "$18,000", "£9,200", "€31,000", "¥1.2 million", "₹800,000", "€75,000", "CHF 6,400",
		},
		"unitOfTime": {"hours", "days", "weeks", "working days", "evenings"},
	}
}

// givenNames and familyNames make the people of the sample.
func givenNames() []string {
	return []string{
		"Amara", "Mei", "Łukasz", "Sofía", "Priya", "Jonas", "Fatima", "Kwame", "Yuki", "Ingrid", "Tomás", "Aisha",
		"Dmitri", "Chloé", "Ravi", "Zeynep", "Noah", "Thandiwe", "Mateo", "Hana", "Olumide", "Siobhán", "Ahmed",
		"Linh", "Søren", "Camila", "Kenji", "Nadia", "Emeka", "Βασιλική", "Björn", "Leilani", "Andrzej", "Gabriela",
		"Hiroshi", "Marta", "Tariq", "Wanjiru", "Élodie", "Ждана", "Samuel", "Rosa", "Minh", "Farah", "Iker", "Joy",
	}
}

func familyNames() []string {
	return []string{
		"Okafor", "Chen", "Nowak", "Hernández", "Raman", "Lindqvist", "Haddad", "Mensah", "Tanaka", "Berg",
		"Silva", "Yılmaz", "Petrov", "Moreau", "Iyer", "Schneider", "O’Connor", "Dlamini", "Rossi", "Kim",
		"Adeyemi", "Walsh", "El-Sayed", "Nguyễn", "Jørgensen", "Rojas", "Sato", "Benali", "Eze", "Papadopoulou",
		"Gunnarsson", "Kahale", "Wiśniewska", "Costa", "Fischer", "Kamau", "Dubois", "Коваленко", "Goldberg",
	}
}

// tagStock is what the sample's entries are tagged with. A few hold spaces,
// accents or a slash.
func tagStock() []string {
	return []string{
		"coaching", "delivery", "1:1", "team/platform", "team/support", "feedback", "hiring", "customers",
		"planning", "conflict", "learning", "budget", "quick win", "promotion", "stretch goal", "mentoring",
		"strategy", "process", "communication", "incident", "recognition", "wellbeing", "leading up",
		"presentation", "numbers", "café talk", "travel", "Führung", "reading", "network",
	}
}

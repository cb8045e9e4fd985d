package evidence

// The documents, by the keys of their frameworks in the catalogue.
const (
	sevenSteps  = "steps/seven/"
	skills      = "steps/skills/"
	leaderFirst = "management/leader-first/"
	ideas       = "management/ideas/"
	noticed     = "management/noticed/"
	asking      = "management/ask/"
)

// part is one thing that a step is made of, and what shows it: elements and
// questions of the catalogue.
type part struct {
	key   string
	shows []string
	try   Next // what to do where nothing shows it
}

// skillParts are the seven skills in demand, of the list "What are 3 main
// skills you need to be a leader?". The list that the first of the seven steps
// announces is missing from the document; this one stands in its place.
func skillParts() []part {
	names := []string{"active-listening", "empathy", "clear-messages", "strategic-thinking", "creativity", "inspire-convince", "flexibility"}
	parts := make([]part, len(names))
	for i, name := range names {
		key := skills + name
		parts[i] = part{key, []string{key}, Next{Kind: NextWrite, Element: key}}
	}
	return parts
}

// habitParts are the four things that "2. Change your mindset" says leaders are
// good at. Which elements of the catalogue show each is our reading.
func habitParts() []part {
	return []part{
		{
			"communicating",
			[]string{"steps/good-leader/open-communication", skills + "clear-messages", skills + "active-listening", "label/seen-as-leader/adapt-communication"},
			Next{Kind: NextTry, Element: "steps/good-leader/open-communication"},
		},
		{
			"working-together",
			[]string{"steps/good-leader/connect-team", "steps/demonstrate/listen-learn", ideas + "fix-miscommunication"},
			Next{Kind: NextTry, Element: "steps/good-leader/connect-team"},
		},
		{
			"organised",
			[]string{sevenSteps + "mindset#3", "steps/good-leader/clear-goals", "purpose/process/structure", "purpose/process/systems"},
			Next{Kind: NextTry, Element: "steps/good-leader/clear-goals"},
		},
		{
			"responsibility",
			[]string{sevenSteps + "mindset#1", "management/leader-not-manager/mindset-not-position", leaderFirst + "next-level", "leading-up/why-lead-up/no-excuses"},
			Next{Kind: NextTry, Element: sevenSteps + "mindset"},
		},
	}
}

// studyParts are the three ways that "3. Study other leaders" names.
func studyParts() []part {
	return []part{
		{
			"observing",
			[]string{sevenSteps + "study-leaders#1", "purpose/begin/watch-ask#1", "purpose/begin/watch-ask#2"},
			Next{Kind: NextTry, Element: "purpose/begin/watch-ask"},
		},
		{
			"asking",
			[]string{sevenSteps + "study-leaders#2", "purpose/begin/watch-ask#3"},
			Next{Kind: NextTry, Element: sevenSteps + "study-leaders"},
		},
		{
			"reading",
			[]string{sevenSteps + "study-leaders#3"},
			Next{Kind: NextWrite, Element: sevenSteps + "study-leaders", Prompt: sevenSteps + "study-leaders#3"},
		},
	}
}

// acceleratorKeys are the three drivers of "Becoming a Leader... with Purpose",
// each with its three accelerators.
func acceleratorKeys() [3][3]string {
	return [3][3]string{
		{"purpose/people/role", "purpose/people/rituals", "purpose/people/rhythm"},
		{"purpose/performance/expectations", "purpose/performance/execution", "purpose/performance/excellence"},
		{"purpose/process/structure", "purpose/process/systems", "purpose/process/simplicity"},
	}
}

// stepGroups are what Gather counts for the steps and the accelerators. A group
// has the key of its part; the parts of a step together have its element's.
func stepGroups() map[string][]string {
	groups := map[string][]string{}
	for step, parts := range map[string][]part{
		sevenSteps + "skills": skillParts(), sevenSteps + "mindset": habitParts(), sevenSteps + "study-leaders": studyParts(),
	} {
		for _, p := range parts {
			groups[p.key] = p.shows
			groups[step] = append(groups[step], p.shows...)
		}
	}
	groups[sevenSteps+"opportunities"] = []string{sevenSteps + "opportunities"}
	for _, driver := range acceleratorKeys() {
		for _, key := range driver {
			groups[key] = []string{key}
		}
	}
	return groups
}

// checkShows tells which elements of the catalogue show what a line of the
// checklist asks for: the line's own element, and those of all documents that
// ask for the same. Which they are is our reading.
func checkShows() map[string][]string {
	return map[string][]string{
		leaderFirst + "cause":      {leaderFirst + "cause", "purpose/career-purpose/stand-for"},
		leaderFirst + "rally":      {leaderFirst + "rally", ideas + "educate"},
		leaderFirst + "next-level": {leaderFirst + "next-level", "management/leader-not-manager/mindset-not-position"},
		noticed + "knowledge-sharing": {
			noticed + "knowledge-sharing", ideas + "educate", "steps/demonstrate/thought-leader",
		},
		noticed + "coaching": {
			noticed + "coaching", ideas + "mentor-newcomer", "steps/better-leader/coach-develop", "steps/good-leader/encourage-growth",
		},
		noticed + "problem-solving": {noticed + "problem-solving", ideas + "fix-miscommunication", "label/lead-from-anywhere/lead-to-solve"},
		noticed + "business-sense": {
			noticed + "business-sense", ideas + "talk-outside", "label/seen-as-leader/understand-business",
			"management/outcomes/revenue", "management/outcomes/costs", "management/outcomes/new-business",
			"management/outcomes/existing-business", "management/outcomes/shareholder-value",
		},
		asking + "stretch-goal":   {asking + "stretch-goal"},
		asking + "courteous-firm": {asking + "courteous-firm"},
		asking + "next-round":     {asking + "next-round"},
		asking + "move-on":        {asking + "move-on"},
	}
}

package sample

// parts are the texts of moments, feedback and applications.
func parts() stock {
	return stock{
		"situation": {
			"{project} had stood still for {small} weeks and nobody said why.", "{client} threatened to leave after the third delay.",
			"{team} lost two people in one month.", "Two groups built the same thing without knowing it.",
			"The budget for {project} was cut by {percent} in the middle of the quarter.", "{meeting} had turned into a place where people defended themselves.",
			"{name} was new and afraid to ask.", "An outage hit {client} on a {weekday} evening.",
		},
		"task": {
			"I was asked to find a way forward by {weekday}.", "Nobody owned it, so I took it.", "To bring {team} and {client} back to one table.",
			"To halve the waiting time without more people.", "To help {name} lead it, and not to lead it myself.", "To decide what we stop doing.",
		},
		"action": {
			"I spoke with each of the {small} people involved, alone, before we met.", "I wrote {thing}, shared it the same day and asked for objections.",
			"I split the work into {small} steps and let {name} choose the first.", "I asked {other} for air cover and got it within a day.",
			"I moderated {meeting} and kept the talk on {topic}.", "I paired {name} with {other} and checked in every {weekday}.",
			"I called {client}, said what had gone wrong and what would happen next.",
		},
		"result": {
			"The waiting time fell by {percent} within {small} weeks.", "{client} stayed and signed for another year.",
			"{name} now leads it without me.", "{team} delivered on the day it had promised.", "We saved {money} and, better, {small} evenings a month.",
			"{meeting} is half as long and people come prepared.", "Two other groups have copied {thing}.",
		},
		"impact": {
			"Less waiting for {client}", "Fewer complaints", "Faster handover between teams", "Costs of {project}", "People who can do it without me",
			"Renewed contracts", "Hours saved each month",
		},
		"quote": {
			"You stayed calm when everybody else was loud, and that carried the room.", "I would like to see you decide faster when the facts are already on the table.",
			"Because of you {name} dares to speak up now.", "Your summary was the first one that the directors read to the end.",
			"You tend to take over when it gets tight; trust us a little longer.", "I have never had an onboarding like this one.",
			"You asked the question that all of us were avoiding.", "Please tell me earlier when something slips, even if you have no solution yet.",
			"The way you gave the credit to the night shift was noticed far beyond this building.", "You know the business side better than most of the managers I work with.",
			"Your slides are fine; your stories are better. Use more of them.", "Sometimes you answer before the other person has finished.",
			"I would work for you.", "You made a hard decision and explained it like a human being.",
		},
		"behaviour": {
			"I let the others finish and summed up what I had heard.", "I took the call without {name} and told them only later.",
			"I named the risk in front of the committee.", "I stayed an hour longer to go through {thing} with {name}.",
			"I interrupted {other} twice.", "I gave {name} the stage and the credit.",
		},
		"effect": {
			"People spoke more openly afterwards.", "{name} felt passed over.", "The decision fell the same day.", "{team} trusts the plan again.",
			"{other} stopped contributing for the rest of the hour.", "{client} asked for me by name.",
		},
		"stageNote": {
			"Sent the papers, two pages.", "Spoke with {name} for half an hour.", "Three people, one case, ninety minutes.",
			"They asked about {topic} and about a failure.", "No answer for two weeks.", "A warm talk, clear about the next step.",
			"Internal talk over coffee with {name}.",
		},
		"position": {
			"Team lead, Operations", "Engineering manager, Platform", "Group lead, Support", "Head of operations", "Deputy head, Planning",
			"Project lead, Archive", "Engineering manager", "Team lead, Night shift", "Lead of the pilot", "Chair, Mentoring circle",
		},
		"employer": {
			"Halden Rail", "Nordbahn", "Fjordline Logistics", "Saint Brigid Hospital", "Kraków Works", "Lumen Energy Cooperative",
			"Harbour Authority", "Open Library Trust", "Baker & Daughters", "Museum of the Coast",
		},
		"lesson": {
			"Bring numbers, not adjectives.", "Ask earlier what the panel looks for.", "My story about {project} works; tell it first.",
			"I was too modest about what I started myself.", "Prepare one good question for the end.", "Name the team, and then say what I did.",
			"Follow up after a week, not after three.",
		},
		"looksFor": {
			"Someone who develops people and keeps a budget.", "Experience with {client}, and a steady hand.",
			"A lead who can talk to finance and to {team}.", "Proof of change that was initiated, not only supported.",
		},
		"nextStep": {
			"Write a thank-you note and ask for the date of the decision.", "Prepare the case on {topic}.", "Ask {name} for a reference.",
			"Call and ask where it stands.", "Send the list of evidence.",
		},
		"matters": {
			"Reliable dates, and no surprises.", "That people grow in the team.", "The cost of each month of delay.", "Being asked before, not told after.",
			"A quiet night shift.", "That customers hear the truth from us first.",
		},
		"note": {
			"Prefers a call to a message.", "Knows everybody in the Lisbon office.", "Was a team lead before and misses it.",
			"Offered to speak for me in the next round.", "Not convinced yet; wants to see numbers.", "Has two small children: no meetings after four.",
		},
		"evidenceNote": {
			"The number is in the monthly report.", "{name} can confirm it.", "Said in {meeting}, in front of everyone.", "Started by me, finished by {team}.",
		},
		"question": {
			"Whose work did you help to take one step further this week, and what did you say?",
			"Which obstacle did you clear for somebody else, and what could they do afterwards?",
			"What did you hear this week that you would rather not have heard, and how did you take it?",
			"Where did you act at the next level before anybody asked you to?",
			"What does your own leader need most this month, and which part of it can you offer?",
			"Who should know about your work and does not yet?",
			"Which decision did you leave to someone else, and what came of it?",
			"What did a customer teach you lately?",
		},
	}
}

// promptKeys are the elements of the catalogue that the questions come from,
// in the order of the questions.
func promptKeys() []string {
	return []string{
		"steps/qualities/personal-attention#1", "steps/qualities/service#1", "steps/qualities/openness#1",
		"management/leader-first/next-level#1", "leading-up/how/do-more#1", "purpose/people/missing-supporters#1",
		"steps/qualities/space#1", "label/seen-as-leader/understand-business#1",
	}
}

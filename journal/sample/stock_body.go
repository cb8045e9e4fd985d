package sample

// sentences are what bodies are made of, by the part they play.
func sentences() stock {
	return stock{
		"opening": {
			"Long day, good day.", "Something worth remembering happened today.", "A quiet {weekday}, which I needed.",
			"Today started badly and ended well.", "I woke up thinking about {project}.",
			"{name} was waiting at my desk {when}.", "We came together for {meeting} {when}, and everything went differently than planned.",
			"I promised myself to write about {topic}, so here it is.", "Something small happened in {meeting} that I do not want to forget.",
			"{project} is {small} weeks old now and I finally understand what it is about.",
			"It rained, the lift was broken, and still {team} delivered.", "I nearly skipped writing today.",
			"Two conversations with {name}, and only one of them went well.", "For once I had an hour to think.",
			"The question of the day was {topic}.", "Back from {client}, with {count} notes and one clear thought.",
			"I said no today, and the world did not end.", "First week in a while without a fire.",
			"{team} surprised me.", "I have been putting off a talk with {name} about {topic}.",
			"{weekday} again, and {project} is still the first thing people ask me about.",
			"What a difference one honest sentence makes.", "I learned more from {other} in ten minutes than from the whole report.",
		},
		"event": {
			"{name} asked whether {project} could wait until spring, and I asked what we would lose if it did.",
			"In {meeting} {other} said plainly that {team} has no time for {topic}.",
			"I transferred {project} to {name} completely and resisted interfering throughout the whole afternoon.",
			"We found the mistake in {project} after {small} hours, together, without a single reproach.",
			"{client} called because the numbers did not add up, and {name} took the call before I could.",
			"I drew {thing} on the wall and people started to correct it, which was the point.",
			"{name} and {other} disagreed about {topic} in front of everyone.",
			"I asked several questions without answering any of them, and {name} discovered something considerably better than my proposal.",
			"{team} showed {project} to {client} and got {count} questions, most of them good.",
			"I moved {meeting} to {weekday} so that the part-timers could join.",
			"{name} came with {thing}, half finished, and we finished it side by side.",
			"The plan for {project} was {small} weeks too short, and I said so before anyone else had to.",
			"I introduced {name} to {other}, because they work on the same problem without knowing it.",
			"We cut {project} in half and kept the half that {client} had actually asked for.",
			"After {meeting} I stayed and asked {name} what had really happened.",
			"{other} volunteered to facilitate the discussion, while I concentrated on timekeeping and encouragement.",
			"I worked through the complete correspondence about {topic} and distilled everything into {thing}.",
			"{name} was blamed for the delay in {project}, and I explained where it really came from.",
			"A newcomer from {team} asked why we do it this way, and nobody could say.",
			"We practised {skill} together as an exercise, which felt uncomfortable initially and tremendously useful afterwards.",
			"I took the notes so that {name} could lead the discussion.",
			"{client} wanted it by {weekday}; we agreed on what can be true by then and what cannot.",
			"{name} presented to the directors for the first time, and I sat in the second row.",
			"Before {meeting} I wrote down what I wanted to hear, and then listened for what I did not.",
			"I called {client} myself instead of sending another message.",
			"{team} and {team} had each been waiting for the other for {small} days.",
			"We stopped {project} for an afternoon to write down who decides what.",
			"{other} offered to mentor the two who joined in autumn.",
			"I shared my own mistake from last year first, and after that the others talked.",
			"Over coffee {name} told me what really keeps {team} up at night.",
			"Nobody wanted to own {topic}, so I took it for a month and said when I would hand it back.",
			"I turned {meeting} into {thing} and gave everyone an hour back.",
			"{name} asked for help early this time, {small} days before it would have hurt.",
			"We practised the talk for {client} twice, once with the lights off for fun.",
			"The vendor raised the price, and {other} had already found two alternatives.",
			"I asked {team} what I should stop doing, and they had an answer ready.",
		},
		"speech": {
			"“I did not know you had seen that,” {name} said.", "{name} said: “Then let us do the hard part first.”",
			"“What would you do if I were on holiday?” I asked, and {name} simply told me.",
			"{other} laughed and said, “You have changed how we talk about {topic}.”",
			"“I need more from you on {topic},” {name} told me, and it was fair.",
			"I admitted, “My assumptions about {project} might be mistaken, so please challenge them thoroughly.”",
			"“Nobody asked us before,” somebody from {team} said.",
			"{name} wrote later: “Thank you for not rescuing me.”",
			"“Tell me the part you are least sure of,” I said, and that opened it up.",
			"{other} asked, “Who is this for?”, and the room went still.",
			"“We could just call them,” {name} said, and so we did.",
			"I heard myself say “we” instead of “I”, and meant it.",
			"“You were faster than the decision,” {other} said, with a smile.",
			"{name} said that {skill} is the thing I should keep doing.",
		},
		"number": {
			"The backlog went from {count} to {small} open items.", "It saves {team} about {small} {unitOfTime} a month.",
			"Complaints are down by {percent} since the change.", "That is {money} a year, if the estimate holds.",
			"{count} people came, twice as many as last time.", "We answered {percent} more requests with the same crew.",
			"The error rate fell by {percent} within {small} weeks.", "{client} renewed for {money}.",
			"Only {small} of the {count} steps were ever needed.", "The review took {count} minutes instead of two hours.",
			"{small} of us now know how it works, and in spring it was one.", "It cost us {small} {unitOfTime}, and it was worth each.",
		},
		"feeling": {
			"I felt {feeling}, and a bit {feeling} too.", "I was more {feeling} than I let on.",
			"It made me {feeling} in a way I did not expect.", "For a moment I wanted to take it all back.",
			"My heart was beating, and nobody noticed.", "I am {feeling} about how {team} handled it.",
			"I slept badly, and that showed.", "I went home {feeling}.", "There was a warmth in the room that no process explains.",
			"I caught myself wanting to be right.", "It is lonely at times to be the one who says it.", "I enjoyed it, honestly.",
		},
		"thought": {
			"Leading is not the title; today it was {quality} and a clear question.",
			"I notice that {skill} works best when I am rested.", "I keep solving what others would gladly solve themselves.",
			"What I want to stand for is {quality}, and I want {team} to be able to say so.",
			"If {name} grows into this, I have done my work.", "Next time I would start with {topic} and leave the slides at home.",
			"Colleagues follow {quality} considerably sooner than they follow organisational charts.", "I had prepared answers, and what was missing were questions.",
			"It is easier to be patient with {client} than with my own people, and it should be the other way round.",
			"Preparation made the difference: I understood beforehand what everybody around the table needed.", "Initially I explained everything, afterwards practically nothing, and something between would probably have been appropriate.",
			"I see now that {topic} is not a detail to {name}; it is the whole matter.",
			"{quality} costs little on a good day and a lot on a bad one, and it counts only on the bad one.",
			"My leader needs shorter news and earlier warnings, and I can give both.",
			"Credit given in public came back in private.", "I would promote someone who did this, so I write it down.",
			"There is a pattern: when I name the risk early, people help; when I name it late, they defend themselves.",
			"I used to think {skill} was a talent, and it is a habit.", "It was {other}’s idea, and I made sure that this was said.",
			"Half of the conflict was two meanings of one word.", "An agreement without a date is a wish.",
			"Perhaps the role I want begins with what I did today without being asked.",
			"Remarkable how unspectacular the decisive first step looked beforehand.", "Trust went up a little, and I can almost say by how much.",
		},
		"next": {
			"Tomorrow I will ask {name} how it looks from their side.", "I will bring {thing} to {meeting}.",
			"By {weekday} I want to have spoken with {other} about {topic}.", "I will practise {skill} once a day this week, in the smallest way I can.",
			"Next step: write to {client}, briefly, with one question.", "I will put a date on it: two weeks from now, same people, {thing} on the table.",
			"I owe {name} a thank-you, said aloud and in front of others.", "I will ask for the lead on {project} when we meet on {weekday}.",
			"Before the next round I need one number for this.", "I will let {other} run {meeting} next time.",
			"Tomorrow I will request honest feedback from {name} regarding {topic}.", "One thing to stop: answering first.",
			"I will read the notes from {client} again before {weekday}.", "Let us see in a month whether {team} still uses {thing}.",
		},
		"closing": {
			"Enough for today.", "A good day’s work.", "I am glad I wrote this down.", "More tomorrow.",
			"Small steps.", "Worth it.", "I would do it again.", "To be continued.", "Onward.",
			"That is the kind of day I want more of.", "Tea, then sleep.", "I will come back to this.",
		},
		"heading": {
			"What happened", "What I learned", "What I want to try", "The talk with {name}", "Numbers", "Open questions",
			"On {topic}", "For the review",
		},
	}
}

// fillers end a text on an exact number of words: the n-th one has n+1 words.
func fillers() []string {
	return []string{
		"Onward.", "Small steps.", "Enough for today.", "I will keep going.", "That is worth writing down.",
		"Tomorrow I will try it again.", "I am glad that we did this.", "It was a good day for the team.",
		"I want to remember this when it is hard.", "Next week we will look at it again with care.",
		"There is more to say, and I will say it tomorrow.", "For now I leave it here, and close the book with thanks.",
	}
}

// titles are for entries, by kind; "any" goes with every kind.
func titles() stock {
	return stock{
		"reflection": {
			"On {topic}", "What {name} taught me about {skill}", "A {weekday} with {team}", "After {meeting}",
			"Less talking, more {skill}", "Notes on {quality}", "Thinking about {project}", "The week in short",
			"Why {topic} matters to me", "A small win", "What I would do differently", "{project}, looked at from outside",
		},
		"moment": {
			"Took over {project} when it stalled", "Brought {team} and {client} to one table", "Let {name} lead {meeting}",
			"Said no to {client}, and kept them", "Cleared the way for {team}", "Named the risk in {project}",
			"Settled {topic} between {name} and {other}", "Coached {name} through {project}", "Gave {team} {thing}",
		},
		"feedback": {
			"{name} on {skill}", "What {name} said after {meeting}", "Feedback on {project}", "{name}: more {quality}, please",
			"Review talk with {name}", "Kind words from {name}", "A hard truth from {name}",
		},
		"application": {
			"Team lead, {team}", "Promotion round", "Head of delivery at {client}", "Lead of {project}",
			"Deputy for {name}", "Volunteer coordinator", "Group lead, second try",
		},
	}
}

package prompts_test

import "strings"

// elementKeys lists every element of the shared catalogue.md, framework by
// framework. Keys are stable for ever: this list may grow, and nothing else.
func elementKeys() []string {
	var keys []string
	for _, line := range strings.Split(strings.TrimSpace(allElements), "\n") {
		framework, elements, _ := strings.Cut(line, ": ")
		for _, e := range strings.Fields(elements) {
			keys = append(keys, framework+"/"+e)
		}
	}
	return keys
}

const allElements = `
steps/why-follow: why-follow
steps/qualities: service juice experience personal-attention openness space excellence bring-out-the-best passion fairness consistency recruiting
steps/seven: skills mindset study-leaders certifications opportunities ask-feedback apply
steps/benefits: autonomy decisions career
steps/demonstrate: thought-leader association big-picture positive-proactive listen-learn network-purpose find-mentor embrace-diversity
steps/good-leader: open-communication connect-team encourage-growth positive-attitude teach-not-order clear-goals direct-feedback feedback-on-you
steps/skills: active-listening empathy clear-messages strategic-thinking creativity inspire-convince flexibility
steps/better-leader: self-aware coach-develop uncertainty empathetic laugh ask-advice
management/leader-not-manager: mindset-not-position managers-tasks leaders-emerge
management/leader-first: cause rally air-cover next-level
management/outcomes: revenue costs new-business existing-business shareholder-value
management/ideas: educate mentor-newcomer fix-miscommunication talk-outside
management/noticed: knowledge-sharing coaching problem-solving business-sense
management/ask: examples stretch-goal courteous-firm next-round move-on
purpose/career-purpose: stand-for life-goals
purpose/people: supporters missing-supporters role rituals rhythm
purpose/performance: metrics expectations execution excellence
purpose/process: role-processes structure systems simplicity
purpose/begin: current-role watch-ask
label/lead-from-anywhere: any-role not-listened-to not-more-technical change chosen learned lead-to-solve
label/seen-as-leader: understand-business credibility adapt-communication stakeholder-motivation deliver-value
leading-up/why-they-need-help: too-busy not-engaged unaware poor-leadership
leading-up/why-lead-up: career own-leadership work-depends team-depends no-excuses
leading-up/how: start-with-you takes-time do-more build-trust dont-push
leading-up/not-working: others-notice
`

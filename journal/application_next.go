package journal

// NextStage names the stage that usually follows the one in which the
// application is; "" where it is over.
func (a *Application) NextStage(today Day) string {
	switch a.CurrentStage(today) {
	case "":
		return StageSaved
	case StageSaved:
		return "applied"
	case "applied", "screening", StageSilent:
		return "interview"
	case "interview":
		return "decision"
	case "decision":
		return StageOffer
	case StageOffer:
		return StageAccepted
	}
	return ""
}

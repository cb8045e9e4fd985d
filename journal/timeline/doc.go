// Package timeline tells how the writer has grown toward the next role: how
// much was written in each column of time, how far the expectations were proved
// at its end, and which days stand out.
//
// [Read] reads the figures, of which [Facts.Band] makes columns and
// [Facts.Months] the months of a list. [ReadMilestones] reads the days. As in
// package evidence the rules give figures and keys; the words are the window's.
package timeline

// Package faults holds the tests that break things on purpose: programs are
// killed, disks fill up or fail, the power goes, bytes flip, and several
// programs write at once. Afterwards everything that was acknowledged must be
// there. It holds no product code; docs/reliability.md says what each part
// means and how it is run.
//
// Every test takes its chances from a seed that it logs. GROUNDWORK_SEED=n
// repeats them; GROUNDWORK_TORTURE=1 runs ten times as many.
package faults

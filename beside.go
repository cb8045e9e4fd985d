package main

import (
	"context"
	"os"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/document/paper"
	"groundwork/ui"
	"groundwork/ui/cli"
)

// beside hands a command over to the window that holds the journal, if it
// cannot be opened beside it.
func beside(ctx context.Context, folder string, args []string) (code int, handed bool, err error) {
	here, err := os.Getwd()
	if err != nil {
		return 0, false, nil // from a folder that is gone: paths lead nowhere
	}
	return data.RunBeside(ctx, folder, version, data.Command{
		Args: args, Folder: here, Terminal: isTerminal(os.Stdin),
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
	})
}

// runIn runs commands of the terminal on the journal that is open in the window.
func runIn(w *ui.Window, press func() (*paper.Press, error)) data.Runner {
	return func(ctx context.Context, c data.Command) (code int, err error) {
		err = w.Lend(ctx, func(ctx context.Context, j *journal.Journal, home journal.Home) {
			code = cli.Run(ctx, c.Args, cli.Env{
				Stdin: c.Stdin, Stdout: c.Stdout, Stderr: c.Stderr,
				StdinTerminal: c.Terminal,
				// What the environment says was asked at the terminal.
				Getenv:  func(string) string { return "" },
				Now:     now,
				Order:   dateOrder(os.Getenv),
				Version: version,
				Press:   press,
				Inside:  &cli.Inside{Journal: j, Home: home},
				Folder:  c.Folder,
			})
		})
		return code, err
	}
}

// onCommand has commands of the terminal run by run.
func (p *place) onCommand(run data.Runner) {
	p.run = run
	if p.claim != nil {
		p.claim.OnCommand(version, run)
	}
}

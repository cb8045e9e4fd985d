package cli

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			out := a.output()
			_, _ = fmt.Fprintf(out, "groundwork %s\n%s %s/%s\n", a.env.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			if a.env.Versions != "" {
				_, _ = fmt.Fprintln(out, a.env.Versions)
			}
			return flush(out)
		},
	}
}

package look

import (
	"bytes"
	"compress/gzip"
	_ "embed" // the faces are part of the program
	"fmt"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// packed is a font file that is kept compressed in the program, in which the
// eight of them are two megabytes smaller so. It is unpacked each time it is
// read: whoever reads it makes a face of it and keeps that.
type packed struct {
	name string
	file []byte
}

var _ fyne.Resource = (*packed)(nil)

// Name implements fyne.Resource.
func (p *packed) Name() string { return p.name }

// Content implements fyne.Resource.
func (p *packed) Content() []byte {
	r, err := gzip.NewReader(bytes.NewReader(p.file))
	if err != nil {
		panic(fmt.Sprintf("the face %s is not in the program: %v", p.name, err)) // it was built in
	}
	content, err := io.ReadAll(r)
	if err != nil {
		panic(fmt.Sprintf("unpack the face %s: %v", p.name, err))
	}
	return content
}

// The faces, compressed with gzip -9n and else unchanged, with their licences beside them in fonts/.
var (
	//go:embed fonts/Inter-Regular.otf.gz
	interRegular []byte
	//go:embed fonts/Inter-Medium.otf.gz
	interMedium []byte
	//go:embed fonts/Inter-SemiBold.otf.gz
	interSemiBold []byte
	//go:embed fonts/Inter-Italic.otf.gz
	interItalic []byte
	//go:embed fonts/CharisSIL-Regular.ttf.gz
	charisRegular []byte
	//go:embed fonts/CharisSIL-Bold.ttf.gz
	charisBold []byte
	//go:embed fonts/CharisSIL-Italic.ttf.gz
	charisItalic []byte
	//go:embed fonts/CharisSIL-BoldItalic.ttf.gz
	charisBoldItalic []byte
	//go:embed fonts/OFL-Inter.txt
	interLicence string
	//go:embed fonts/OFL-CharisSIL.txt
	charisLicence string
)

// The faces as resources. There is one of each for the life of the program: Fyne keeps a parsed face per resource.
var (
	sans            = &packed{"Inter-Regular.otf", interRegular}
	sansMedium      = &packed{"Inter-Medium.otf", interMedium}
	sansSemiBold    = &packed{"Inter-SemiBold.otf", interSemiBold}
	sansItalic      = &packed{"Inter-Italic.otf", interItalic}
	serif           = &packed{"CharisSIL-Regular.ttf", charisRegular}
	serifBold       = &packed{"CharisSIL-Bold.ttf", charisBold}
	serifItalic     = &packed{"CharisSIL-Italic.ttf", charisItalic}
	serifBoldItalic = &packed{"CharisSIL-BoldItalic.ttf", charisBoldItalic}
)

// Face is a font file for those who set text elsewhere than on the screen, such as the writer of PDF.
type Face struct {
	Name  string
	Bytes []byte
}

// ReadingFaces returns the four faces of the reading family in the order regular, bold, italic, bold italic.
func ReadingFaces() [4]Face {
	return [4]Face{face(serif), face(serifBold), face(serifItalic), face(serifBoldItalic)}
}

// LabelFaces returns the four faces of the plain family for what is set elsewhere, in the order regular, bold, italic,
// bold italic. It is not the family of the window, whose files only screens take.
func LabelFaces() [4]Face {
	return [4]Face{
		face(theme.DefaultTextFont()),
		face(theme.DefaultTextBoldFont()),
		face(theme.DefaultTextItalicFont()),
		face(theme.DefaultTextBoldItalicFont()),
	}
}

// CodeFace returns the face of CodeFont.
func CodeFace() Face { return face(CodeFont()) }

func face(r fyne.Resource) Face { return Face{r.Name(), r.Content()} }

// Licences returns the licence texts of the faces, by family, for the page about the program.
func Licences() map[string]string {
	return map[string]string{"Inter": interLicence, "Charis SIL": charisLicence}
}

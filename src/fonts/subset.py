"""Makes the fonts of this folder from the OpenType files of TeX Gyre Pagella 2.501.

    pip install fonttools==4.66.1 brotli==1.2.0
    python3 src/fonts/subset.py FOLDER

FOLDER has texgyrepagella-regular.otf and the three others; Debian's fonts-texgyre lays them into
/usr/share/texmf/fonts/opentype/public/tex-gyre, CTAN has them at https://ctan.org/pkg/tex-gyre-pagella.
The same files give the same bytes.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

# The licence asks that what is derived has a name of its own.
FAMILY = "Essay Serif"
STYLES = {"regular": "Regular", "italic": "Italic", "bold": "Bold", "bolditalic": "Bold Italic"}

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C)]
SIGNS = [*range(0x2010, 0x2015), *range(0x2018, 0x2023), 0x2026, 0x2032, 0x2033, 0x2039, 0x203A]
# On paper, marks that combine, what Vietnamese and transliteration need, currencies, arrows and ligatures, too.
PAPER = [
    *[*range(0x180, 0x250), *range(0x2BB, 0x2DE), *range(0x300, 0x340), *range(0x1E00, 0x1F00)],
    *[*range(0x2000, 0x2070), *range(0x20A0, 0x20C0), *range(0x2100, 0x2150), *range(0x2190, 0x2200)],
    *[0x2212, *range(0xFB00, 0xFB07)],
]
SCREEN_FEATURES = ["kern", "liga", "onum"]
PAPER_FEATURES = [*SCREEN_FEATURES, "lnum", "tnum", "pnum", "ccmp", "locl", "mark", "mkmk"]


def write(source: Path, style: str, target: str, letters: list[int], features: list[str]) -> None:
    font = TTFont(source, recalcTimestamp=False)
    is_web = target.endswith(".woff2")
    options = Options()
    options.layout_features = features
    options.hinting = False
    # Compression finds what is repeated by itself.
    options.desubroutinize = is_web
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14, 16, 17]
    options.drop_tables += ["FFTM"]
    options.flavor = "woff2" if is_web else None
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    rename(font, style)
    font.flavor = options.flavor
    font.save(Path(__file__).parent / target)


def rename(font: TTFont, style: str) -> None:
    plain = f"{FAMILY}-{style}".replace(" ", "")
    names = {1: FAMILY, 2: style, 4: f"{FAMILY} {style}", 6: plain, 16: FAMILY, 17: style}
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
    cff = font["CFF "].cff
    cff.fontNames = [plain]
    cff[0].FamilyName, cff[0].FullName = FAMILY, f"{FAMILY} {style}"


folder = Path(sys.argv[1])
for file, style in STYLES.items():
    source = folder / f"texgyrepagella-{file}.otf"
    small_capitals = ["smcp"] if file == "regular" else []
    write(source, style, f"essay-serif-{file}.otf", LATIN + SIGNS + PAPER, PAPER_FEATURES + small_capitals)
    if file in ("regular", "italic"):
        write(source, style, f"essay-serif-{file}.woff2", LATIN + SIGNS, SCREEN_FEATURES)

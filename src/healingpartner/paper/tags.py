"""The tag tree: what a screen reader reads instead of looking, and the rest of what makes a PDF plain to machines.

Marks are written into the page while it is drawn (`pen`); here they are joined to the tree of elements,
and language, title and dates are set. Equal input gives equal bytes.
"""

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from healingpartner.foundation.clock import Instant
from healingpartner.paper.letters import plain

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

MAKER = "Healing Partner"


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked piece of one page. `page` counts from 0."""

    page: int
    number: int


@dataclass(slots=True)
class Tag:
    """One element: its standard role, what stands in it, and words for what cannot be read off the page.

    alt: describes a figure. spoken: the words in reading order where they are drawn in another. box: left,
    bottom, right, top of a figure, in points.
    """

    role: str
    alt: str = ""
    spoken: str = ""
    box: tuple[float, float, float, float] | None = None
    kids: "list[Tag | Mark]" = field(default_factory=list)

    def add(self, role: str, *, alt: str = "", spoken: str = "") -> "Tag":
        """A new element at the end of this one."""
        child = Tag(role, alt=alt, spoken=spoken)
        self.kids.append(child)
        return child


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the file says of itself. `language` as in BCP 47: "en-GB"."""

    title: str
    language: str
    author: str
    made: Instant


def finished(drawn: bytes, root: Tag, about: About) -> bytes:
    """The drawn pages with their tag tree, language, title and dates."""
    import pikepdf

    with pikepdf.open(BytesIO(drawn)) as pdf:
        _hang(pdf, root)
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        pdf.Root.Lang = pikepdf.String(about.language)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.Root.Metadata = pikepdf.Stream(pdf, _xmp(about), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
        date = pikepdf.String(_pdf_date(about.made))
        del pdf.docinfo
        pdf.docinfo.update(
            {
                "/Title": about.title,
                "/Author": about.author,
                "/Creator": MAKER,
                "/Producer": MAKER,
                "/CreationDate": date,
                "/ModDate": date,
            }
        )
        for key in [str(key) for key in pdf.docinfo if str(pdf.docinfo[str(key)]) == ""]:
            del pdf.docinfo[key]
        out = BytesIO()
        pdf.save(out, deterministic_id=True, min_version="1.7")
    return out.getvalue()


def _hang(pdf: "Pdf", root: Tag) -> None:
    """Write the elements, and for each page the list that leads from a mark back to its element."""
    import pikepdf

    parents: list[dict[int, Object]] = [{} for _ in pdf.pages]
    tree = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    tree.K = pikepdf.Array([_element(pdf, root, tree, parents)])
    numbers = pikepdf.Array()
    for at, (page, marks) in enumerate(zip(pdf.pages, parents, strict=True)):
        page.obj.StructParents = at
        page.obj.Tabs = pikepdf.Name.S
        if "/Trans" in page.obj:
            del page.obj["/Trans"]
        numbers.append(at)
        numbers.append(pdf.make_indirect(pikepdf.Array([marks[number] for number in range(len(marks))])))
    tree.ParentTree = pdf.make_indirect(pikepdf.Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(parents)
    pdf.Root.StructTreeRoot = tree


def _element(pdf: "Pdf", tag: Tag, parent: "Object", parents: "list[dict[int, Object]]") -> "Object":
    import pikepdf

    element = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name("/" + tag.role), P=parent)
    )
    if tag.alt:
        element.Alt = pikepdf.String(plain(tag.alt))
    if tag.spoken:
        element.ActualText = pikepdf.String(tag.spoken)
    if tag.box:
        element.A = pikepdf.Dictionary(
            O=pikepdf.Name.Layout,
            BBox=pikepdf.Array([round(edge, 2) for edge in tag.box]),
            Placement=pikepdf.Name.Block,
        )
    kids = pikepdf.Array()
    for kid in tag.kids:
        if isinstance(kid, Tag):
            kids.append(_element(pdf, kid, element, parents))
            continue
        parents[kid.page][kid.number] = element
        kids.append(pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=pdf.pages[kid.page].obj, MCID=kid.number))
    element.K = kids
    return element


def _pdf_date(made: Instant) -> str:
    local = made.local()
    offset = local.strftime("%z")
    return f"D:{local:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"


def _xmp(about: About) -> bytes:
    stamp = about.made.local().isoformat(timespec="seconds")
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(about.title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{escape(about.language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{MAKER}</xmp:CreatorTool><pdf:Producer>{MAKER}</pdf:Producer>
<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()

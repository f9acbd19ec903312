"""Reading a finished paper back: what a person who copies or searches in it would get."""


def words_on(pdf: bytes) -> str:
    """Every word of every page, in the order the pages hold them; pages parted by form feeds."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = []
        for page in document:
            text = page.get_textpage()
            pages.append(str(text.get_text_bounded()).replace("\r\n", "\n"))
            text.close()
            page.close()
        return "\f".join(pages)
    finally:
        document.close()

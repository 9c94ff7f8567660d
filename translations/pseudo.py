#!/usr/bin/env python3
"""Writes a pseudo-locale: pseudo.py COMPLETE.ts OUT.ts.

Every text comes out accented, about 40 % longer and between brackets, so that a picture shows at a glance what is not
translated, what is clipped, and what is put together from pieces. Placeholders (%1, %n), mnemonics and line breaks stay.
"""
import re
import sys
import xml.etree.ElementTree

ACCENTED = str.maketrans("aceginosuyzACEGINOSUYZ", "áçéğíñöšúýžÁÇÉĞÍÑÖŠÚÝŽ")
KEPT = re.compile(r"%L?\d+|%n|&[A-Za-z]|\\n|\n|\S+\.toml|countersignctl\S*(?: \S+)*|https?://\S+")


def lengthened(text):
    if not text.strip():
        return text
    out = []
    at = 0
    for kept in KEPT.finditer(text):
        out += [text[at:kept.start()].translate(ACCENTED), kept[0]]
        at = kept.end()
    out.append(text[at:].translate(ACCENTED))
    return "⟦" + "".join(out) + " " + "~" * max(1, round(len(text) * 0.35)) + "⟧"


def main():
    source, target = sys.argv[1:]
    tree = xml.etree.ElementTree.parse(source)
    tree.getroot().set("language", "en_XA")
    for message in tree.iter("message"):
        translation = message.find("translation")
        if translation is None:
            continue
        text = message.findtext("source")
        translation.attrib.pop("type", None)
        for form in list(translation):
            translation.remove(form)
        if message.get("numerus") == "yes":
            translation.text = None
            for _ in range(2):  # as many as English has
                xml.etree.ElementTree.SubElement(translation, "numerusform").text = lengthened(text)
        else:
            translation.text = lengthened(text)
    tree.write(target, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main()

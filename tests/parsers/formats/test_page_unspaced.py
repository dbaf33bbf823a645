"""Articles and lists in scripts that put no spaces between words."""

from __future__ import annotations

import pytest

from parsers.formats import unspaced
from tests.parsers.formats.test_page_kinds import kind, paragraphs

SENTENCES = {
    "th": ("เทศบาลเมืองท่าเรือแจ้งว่าสะพานไม้เก่าจะปิดซ่อมตั้งแต่เช้าวันจันทร์ เพราะเสาสามต้นผุจนรับน้ำหนักไม่ไหว", "ชาวประมงต้องย้ายเรือไปจอดที่ท่าด้านเหนือ ซึ่งมีที่ว่างสำหรับเรือเก้าลำในเวลาเดียวกัน", "ค่าซ่อมทั้งหมดประมาณแปดหมื่นบาท ครึ่งหนึ่งเป็นเงินที่ชุมชนเก็บออมไว้สำหรับโคมไฟใหม่", "นักเรียนจะข้ามฟากด้วยเรือเล็กทุกเช้า โดยผู้ปกครองไม่ต้องจ่ายค่าโดยสารจนถึงฤดูร้อน"),
    "lo": ("ເທດສະບານແຈ້ງວ່າຂົວໄມ້ເກົ່າຈະປິດສ້ອມແປງຕັ້ງແຕ່ເຊົ້າວັນຈັນ ເພາະເສົາສາມຕົ້ນເປື່ອຍຈົນຮັບນ້ຳໜັກບໍ່ໄຫວ", "ຊາວປະມົງຕ້ອງຍ້າຍເຮືອໄປຈອດທີ່ທ່າທາງເໜືອ ບ່ອນທີ່ມີບ່ອນຫວ່າງສຳລັບເຮືອເກົ້າລຳ", "ຄ່າສ້ອມແປງທັງໝົດປະມານແປດສິບລ້ານກີບ ເຄິ່ງໜຶ່ງແມ່ນເງິນທີ່ຊຸມຊົນເກັບໄວ້ສຳລັບໂຄມໄຟໃໝ່", "ນັກຮຽນຈະຂ້າມແມ່ນ້ຳດ້ວຍເຮືອນ້ອຍທຸກເຊົ້າ ໂດຍພໍ່ແມ່ບໍ່ຕ້ອງຈ່າຍຄ່າໂດຍສານ"),
    "km": ("សាលាក្រុងបានប្រកាសថាស្ពានឈើចាស់នឹងបិទជួសជុលចាប់ពីព្រឹកថ្ងៃចន្ទ ដោយសារសសរបីបានពុក។", "អ្នកនេសាទត្រូវផ្លាស់ទូកទៅចតនៅកំពង់ផែខាងជើង ដែលមានកន្លែងសម្រាប់ទូកប្រាំបួនគ្រឿង។", "ការជួសជុលនឹងចំណាយប្រហែលប៉ែតសិបលានរៀល ពាក់កណ្តាលជាប្រាក់ដែលសហគមន៍បានសន្សំ។", "សិស្សនឹងឆ្លងទន្លេដោយទូកតូចរៀងរាល់ព្រឹក ហើយឪពុកម្តាយមិនចាំបាច់បង់ប្រាក់ឡើយ។"),
    "my": ("မြို့တော်စည်ပင်က သစ်သားတံတားဟောင်းကို တနင်္လာနေ့မနက်ကစပြီး ပြင်ဆင်ဖို့ပိတ်မယ်လို့ ပြောပါတယ်။", "ရေလုပ်သားတွေက လှေတွေကို မြောက်ဘက်ဆိပ်ကမ်းကို ပြောင်းရမှာဖြစ်ပြီး လှေကိုးစင်းစာ နေရာရှိပါတယ်။", "ပြင်ဆင်စရိတ်က ကျပ်သိန်းရှစ်ရာလောက်ရှိပြီး တစ်ဝက်က မီးတိုင်အသစ်အတွက် စုထားတဲ့ငွေ ဖြစ်ပါတယ်။", "ကျောင်းသားတွေက မနက်တိုင်း လှေငယ်နဲ့ ကူးရမှာဖြစ်ပြီး မိဘတွေက နွေရာသီအထိ ပိုက်ဆံပေးစရာမလိုပါဘူး။"),
    "zh": ("港务局周五表示，旧木桥从周一早上起关闭维修，因为三根桥桩已经腐烂。", "渔民被要求改停北码头，那里可以同时停靠九条船。", "维修费约八万元，其中一半是社区原本为新路灯存下的钱。", "小渡船每天早上送学生过河，家长在夏天以前不用付钱。"),
    "ja": ("港湾事務所は金曜日、古い木の桟橋を月曜日の朝から閉鎖して修理すると発表した。", "漁師らは北の岸壁を使うよう求められており、同時に九隻が停泊できるという。", "工事費は約八百万円で、半分は町が新しい街灯のためにためていた資金を充てる。", "小さな渡し船が毎朝子どもたちを学校へ運び、夏までは料金がかからない。"),
}  # fmt: skip
"""Four sentences of one report in each language."""

SHAPES = {
    "between links": "<div><a href='/a-{0}'>{1}</a></div>{p}<div><a href='/b'>{2}</a></div><div><a href='/c'>{3}</a></div><div><a href='/d'>{4}</a></div><div><a href='/e'>{1}{2}</a></div>",
    "with a video": "<h1>{1}</h1><iframe src='https://player.example/embed/1'></iframe>{p}",
    "with an inset": "<h1>{1}</h1>{first}<ul><li><a href='/x'>{2}</a></li><li><a href='/y'>{3}</a></li></ul>{rest}",
}


def titles(sentences: tuple[str, ...]) -> list[str]:
    """Beginnings of the sentences, as headlines have them."""
    return [s[: len(s) // 2] for s in sentences]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("language", SENTENCES)
def test_an_article_without_spaces_between_words_is_filed(language: str, shape: str) -> None:
    """A report in such a script is filed, whatever links, insets and videos are around it."""
    said = SENTENCES[language]
    body = SHAPES[shape].format(
        0, *titles(said), p=paragraphs(*said), first=paragraphs(*said[:2]), rest=paragraphs(*said[2:])
    )
    assert kind(body) == ""


@pytest.mark.parametrize("language", SENTENCES)
def test_a_short_report_with_a_video_is_filed(language: str) -> None:
    """Two sentences are a report, whatever plays beside them."""
    assert kind(f"<h1>{titles(SENTENCES[language])[0]}</h1><video src='a'></video>{paragraphs(*SENTENCES[language][:2])}") == ""  # fmt: skip


@pytest.mark.parametrize("language", SENTENCES)
def test_short_paragraphs_are_no_rows(language: str) -> None:
    """Six paragraphs of a sentence each are no table, where a script has no stop as where it has one."""
    body = paragraphs(*SENTENCES[language], *SENTENCES[language][:2])
    assert kind(f"<h1>{titles(SENTENCES[language])[1]}</h1><aside>x</aside>{body}") == ""


@pytest.mark.parametrize("language", SENTENCES)
def test_a_headline_that_begins_the_text_hides_no_sentence(language: str) -> None:
    """A headline of the same words as the opening, links of tags and captions leave the sentences what they are."""
    said = SENTENCES[language]
    tags = "".join(f"<li><a href='/tag/{n}'>{s[:6]}</a></li>" for n, s in enumerate(said))
    assert kind(f"<h1>{titles(said)[0]}</h1><ul>{tags}</ul>{paragraphs(*said)}") == ""
    shown = "".join(f"<figure><img src='x'><figcaption>{t}</figcaption></figure><p>{s}</p>" for t, s in zip(titles(said), said, strict=True))  # fmt: skip
    assert kind(f"<h1>{titles(said)[0]}</h1>{shown}") == ""


@pytest.mark.parametrize("language", SENTENCES)
def test_a_short_report_above_other_headlines_is_filed(language: str) -> None:
    """Two sentences with a dozen headlines of others below are an article."""
    others = "".join(f"<h3><a href='/n/{n}'>{t} {n}</a></h3>" for n, t in enumerate(titles(SENTENCES[language]) * 3))
    assert kind(f"<h1>{titles(SENTENCES[language])[0]}</h1>{paragraphs(*SENTENCES[language][:2])}{others}") == ""


@pytest.mark.parametrize("teasers", [0, 1])
@pytest.mark.parametrize("language", SENTENCES)
def test_a_list_of_headlines_is_refused(language: str, teasers: int) -> None:
    """Linked headlines, with a sentence under each or without, are an index in these scripts too."""
    said = SENTENCES[language]
    rows = [
        f"<h2><a href='/n/{n}'>{title} {n}</a></h2>{paragraphs(said[(n + 1) % 4]) * teasers}"
        for n, title in enumerate(titles(said) * 3)
    ]
    assert "index" in kind("".join(rows)) or "links" in kind("".join(rows))


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [("three plain words", 3, 3), (SENTENCES["th"][0], 15, 45), (SENTENCES["zh"][0], 12, 30), (SENTENCES["my"][0], 12, 45), ("NATO 今天宣布", 3, 4)],
)  # fmt: skip
def test_words_are_counted_by_letters(text: str, least: int, most: int) -> None:
    """Where no space is between words, so many letters are one."""
    assert least <= unspaced.words(text) <= most

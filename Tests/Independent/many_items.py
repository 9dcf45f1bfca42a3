"""Files of ten thousand invented items in each format, as other programs would write them."""

import io
import zipfile
from xml.sax.saxutils import escape

STEMS = ["Muốn giữ an toàn cho tài khoản số {n} thì nên làm việc nào sau đây?",
         "Nhận được tin nhắn lạ số {n} yêu cầu chuyển tiền, việc nào đúng?"]
OPTIONS = ["Đổi mật khẩu và báo cho cán bộ số {n} biết ngay", "Gửi mật khẩu cho người gọi số {n} để được giúp đỡ",
           "Để nguyên như cũ và chờ thêm {n} ngày nữa", "Viết mật khẩu số {n} lên giấy dán ở màn hình"]
MEANINGS = ["Biết cách giữ tài khoản.", "Dễ bị lừa lấy mật khẩu.", "Chưa biết phải làm ngay.", "Để lộ mật khẩu."]
RATIONALE = "Đổi mật khẩu ngay thì người khác không vào được tài khoản số {n}."
HEADER = ["Mã câu", "Dạng câu hỏi", "Năng lực", "Đối tượng", "Dùng cho", "Độ khó", "Lý do độ khó", "Lời dẫn", "Phương án A",
          "Phương án B", "Phương án C", "Phương án D", "Đáp án", "A cho biết", "B cho biết", "C cho biết", "D cho biết",
          "Giải thích", "Nguồn"]


def texts(n):
    return (STEMS[n % 2].format(n=n), [option.format(n=n) for option in OPTIONS], RATIONALE.format(n=n))


def row(n):
    stem, options, rationale = texts(n)
    return [f"nhieu-{n}", "một đáp án", "an-toan.mat-khau", "nguoi-dan", "làm thử", "2", "Việc quen thuộc.", stem, *options, "A",
            *MEANINGS, rationale, "nguyên tắc chung"]


def csv(count):
    lines = [";".join(HEADER)] + [";".join(row(n)) for n in range(count)]
    return "\r\n".join(lines).encode("utf-8-sig")


def xlsx(count):
    import openpyxl
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Câu hỏi")
    sheet.append(HEADER)
    for n in range(count):
        sheet.append(row(n))
    stored = io.BytesIO()
    book.save(stored)
    return stored.getvalue()


def gift(count):
    questions = ["$CATEGORY: $course$/top/an-toan.mat-khau\n"]
    for n in range(count):
        stem, options, rationale = texts(n)
        answers = "".join(f"{'=' if place == 0 else '~'}{option}#{meaning}\n"
                          for place, (option, meaning) in enumerate(zip(options, MEANINGS)))
        questions.append(f"// [id:nhieu-{n}]\n::nhieu-{n}::{stem} {{\n{answers}####{rationale}\n}}\n")
    return "\n".join(questions).encode()


def moodle_xml(count):
    questions = []
    for n in range(count):
        stem, options, rationale = texts(n)
        answers = "".join(
            f'<answer fraction="{100 if place == 0 else 0}" format="html"><text><![CDATA[<p>{option}</p>]]></text>'
            f'<feedback format="html"><text><![CDATA[<p>{meaning}</p>]]></text></feedback></answer>'
            for place, (option, meaning) in enumerate(zip(options, MEANINGS)))
        questions.append(
            f'<question type="multichoice"><name><text>nhieu-{n}</text></name><questiontext format="html">'
            f"<text><![CDATA[<p>{stem}</p>]]></text></questiontext><generalfeedback format=\"html\"><text>{rationale}</text>"
            f"</generalfeedback><defaultgrade>1.0000000</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden>"
            f"<idnumber>nhieu-{n}</idnumber><single>true</single><shuffleanswers>true</shuffleanswers>"
            f"<answernumbering>abc</answernumbering>{answers}</question>\n")
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n' + "".join(questions) + "</quiz>\n").encode()


def qti(count):
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        resources = "".join(f'<resource identifier="r{n}" type="imsqti_item_xmlv2p1" href="items/nhieu-{n}.xml"/>'
                            for n in range(count))
        archive.writestr("imsmanifest.xml", f"<manifest><resources>{resources}</resources></manifest>")
        for n in range(count):
            stem, options, rationale = texts(n)
            choices = "".join(f'<simpleChoice identifier="{letter}">{escape(option)}</simpleChoice>'
                              for letter, option in zip("ABCD", options))
            archive.writestr(f"items/nhieu-{n}.xml", f"""<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="nhieu-{n}" title="{n}" adaptive="false" timeDependent="false">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>A</value></correctResponse>
</responseDeclaration><itemBody><p>{escape(stem)}</p><choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1">
{choices}</choiceInteraction></itemBody>
<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/></assessmentItem>""")
    return stored.getvalue()


FORMATS = {"csv": csv, "xlsx": xlsx, "gift": gift, "moodle-xml": moodle_xml, "qti": qti}

import Testing

@testable import Audio

private let table = Pronunciations([
  "VNeID": "vi en ai đi", "AI": "ây ai", "gov": "gốp", "vn": "vê en", "NĐ": "nghị định", "CP": "chính phủ",
])

@Suite("Text for the ear")
struct EarTextTests {
  @Test(
    "abbreviations, dates, times, numbers and addresses are spoken as people say them",
    arguments: [
      ("Mở VNeID.", "Mở vi en ai đi."), ("Đến UBND xã", "Đến u bê nờ dê xã"),
      ("ngày 21/11/2026", "ngày 21 tháng 11 năm 2026"),
      ("Đúng 9/10 câu", "Đúng 9 trên 10 câu"), ("lúc 17h00, họp", "lúc 17 giờ, họp"), ("lúc 8:30", "lúc 8 giờ 30"),
      ("còn 1.250.000đ", "còn 1250000 đồng"), ("giảm 3,5%", "giảm 3 phẩy 5 phần trăm"),
      ("số 0912345678", "số 0 9 1 2 3 4 5 6 7 8"), ("dichvu.gov.vn", "dichvu chấm gốp chấm vê en"),
      ("Nghị định 59/2024/NĐ-CP", "Nghị định 59 năm 2024 nghị định chính phủ"), ("(xem thêm)", "xem thêm"),
      ("5 kg", "5 kg"), ("12", "12"), ("Wi-Fi", "Wi-Fi"),
    ])
  func saysIt(written: String, spoken: String) {
    #expect(EarText(written, table).text == spoken)
  }

  @Test("every word on the page keeps its place, with what is spoken for it")
  func keepsPlaces() {
    let ear = EarText("Hỏi trợ lý AI câu nào?", ear: "Hỏi trợ lý ây ai câu nào?", table)
    #expect(ear.spoken == ["Hỏi", "trợ", "lý", "ây ai", "câu", "nào?"])
  }

  @Test("an ear that says more or less than the page loses no word of it")
  func sharesOut() {
    #expect(EarText("Gọi 113 ngay", ear: "Gọi số một một ba ngay", table).spoken == ["Gọi", "số một một ba", "ngay"])
    #expect(EarText("a b c", ear: "a c d", table).spoken == ["a", "", "c d"])
    #expect(EarText("", ear: "nghe", table).spoken.isEmpty)
  }

  @Test("a table tells the lines it cannot read")
  func tableFaults() {
    let (table, faults) = Pronunciations.read("# nhận xét\nOTP\tô tê pê\nsai\nOTP\thai lần\n")
    #expect(table.words == ["OTP": "ô tê pê"])
    #expect(faults == [3, 4])
  }
}

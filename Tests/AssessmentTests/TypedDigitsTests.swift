import Assessment
import Testing

@Suite("Digits as keyboards send them")
struct TypedDigitsTests {
  @Test(
    "full-width digits, unseen signs and the Vietnamese layout are plain digits",
    arguments: [
      ("０８２ ０８４", "082 084"), ("\u{200B}082\u{FEFF}", "082"), ("082\u{A0}084", "082 084"),
      ("đ\u{301}â", "082"), ("ăâêô\u{300}\u{309}\u{303}\u{301}\u{323}đ", "1234567890"), ("ấ", "28"), ("ĐẶ", "019"),
      ("1957", "1957"),
    ])
  func arePlain(typed: String, plain: String) {
    #expect(TypedDigits.plain(typed) == plain)
  }

  @Test("a text that is no number stays as it came", arguments: ["ghi chú", "Đặng", "0x1F", "số 5", "", "84|đ", "٠٨٢"])
  func textStays(text: String) {
    #expect(TypedDigits.plain(text) == text)
  }

  @Test("a citizen's number and a seat number are read from every such text")
  func numbersAreRead() {
    #expect(CitizenNumber("０８２０８４９９９００２")?.digits == "082084999002")
    #expect(CitizenNumber("đ\u{301}âđ\u{301}ô\u{323}\u{323}\u{323}đđâ")?.digits == "082084999002")
    #expect(SeatNumber("ô\u{301}ăâ") == SeatNumber(4812))
    #expect(CitizenNumber("０８２０８４９９９００") == nil)
  }
}

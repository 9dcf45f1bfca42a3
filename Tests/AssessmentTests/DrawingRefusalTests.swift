import Testing

@testable import Assessment

/// What a hostile or careless hand may write, and the beginning of what is answered.
private let refused: [(rule: String, fragment: String, expected: String)] = [
  ("nothing at all is no drawing", "", "at least one shape"),
  ("spaces alone are no drawing", "   ", "at least one shape"),
  ("a script is refused", "<script>alert(1)</script>", "one of the elements"),
  ("a script in a group is refused", "<g><script/></g>", "one of the elements"),
  ("a style sheet is refused", "<style>*{fill:red}</style>", "one of the elements"),
  ("foreign HTML is refused", "<foreignObject><p/></foreignObject>", "one of the elements"),
  ("a picture from elsewhere is refused", "<image href='http://a/b.png'/>", "one of the elements"),
  ("a link is refused", "<a href='/x'><rect/></a>", "one of the elements"),
  ("a reference is refused", "<use href='#a'/>", "one of the elements"),
  ("movement is refused", "<rect><animate/></rect>", "one of the elements"),
  ("a root of its own is refused", "<svg><rect/></svg>", "one of the elements"),
  ("an element in capitals is another element", "<RECT/>", "one of the elements"),
  ("a tag without a name is refused", "<>", "one of the elements"),
  ("a name with a strange letter is refused", "<réct/>", "one of the elements"),
  ("a name that goes on for ever is refused", "<\(String(repeating: "g", count: 20_000))/>", "one of the elements"),
  ("an element in a namespace is refused", "<svg:rect/>", "no namespaces"),
  ("a namespace is refused", "<g xmlns='http://www.w3.org/1999/xhtml'/>", "no namespaces"),
  ("a linked attribute is refused", "<rect xlink:href='#a'/>", "no namespaces"),
  ("a comment is refused", "<!-- a --><rect/>", "no comments"),
  ("a CDATA section is refused", "<text><![CDATA[a]]></text>", "no comments"),
  ("a document type is refused", "<!DOCTYPE svg [<!ENTITY a 'b'>]><rect/>", "no comments"),
  ("a processing instruction is refused", "<?xml version='1.0'?><rect/>", "no processing"),
  ("an event is refused", "<rect onload='alert(1)'/>", "only attributes of the list; found \"onload\""),
  ("an address is refused", "<rect href='javascript:alert(1)'/>", "only attributes"),
  ("a style is refused", "<rect style='fill:url(http://a)'/>", "only attributes"),
  ("a class is refused", "<rect class='a'/>", "only attributes"),
  ("an id is refused", "<rect id='a'/>", "only attributes"),
  ("an attribute in capitals is another attribute", "<rect FILL='none'/>", "only attributes"),
  ("a doubled attribute is refused", "<rect x='1' y='1' x='2'/>", "each attribute once"),
  ("an attribute without a value is refused", "<rect x/>", "\"=\" directly"),
  ("a value without quotes is refused", "<rect x=1/>", "the value of \"x\" in quotes"),
  ("an open quote is refused", "<rect x='1/>", "a closing quote"),
  ("a quote closed by the other kind is refused", "<rect x='1\"/>", "a closing quote"),
  ("attributes without a space between are refused", "<rect x='1'y='2'/>", "an attribute after a space"),
  ("a slash in the middle of a tag is refused", "<rect / x='1'>", "an attribute after a space"),
  ("an open tag at the end is refused", "<rect", "an attribute after a space"),
  ("a lone angle bracket is refused", "<g/><", "one of the elements"),
  ("an element left open is refused", "<g><rect/>", "</g> for the element"),
  ("words left open are refused", "<text>a", "</text> for the element"),
  ("crossed tags are refused", "<g><text></g></text>", "</text>"),
  ("a closing tag in capitals is refused", "<g></G>", "</g>"),
  ("a closing tag with attributes is refused", "<g></g x='1'>", "</g>"),
  ("a closing tag without an opening one is refused", "<g/></g>", "no closing tag"),
  ("words outside text are refused", "<g>a</g>", "words only inside"),
  ("words between shapes are refused", "<rect/>a<rect/>", "words only inside"),
  ("an entity between shapes is refused", "&amp;<rect/>", "words only inside"),
  ("words in a shape are refused", "<rect>a</rect>", "words only inside"),
  ("an entity of HTML is refused", "<text>&nbsp;</text>", "of the entities only"),
  ("a numbered entity is refused", "<text>&#60;</text>", "of the entities only"),
  ("a loose ampersand is refused", "<text>A & B</text>", "of the entities only"),
  ("an entity without its semicolon is refused", "<text>&amp</text>", "of the entities only"),
  ("an entity in a value is refused", "<rect fill='&amp;'/>", "\"fill\" as"),
  ("a loose angle bracket in words is refused", "<text>a > b</text>", "\"&gt;\""),
  ("a tabulator is refused", "<text>a\tb</text>", "no control"),
  ("a line break inside a line is refused", "<g>\n</g>", "no control"),
  ("a zero byte is refused", "<text>\0</text>", "no control"),
  ("a delete character is refused", "<text>\u{7F}</text>", "no control"),
  ("a control character of Latin-1 is refused", "<text>\u{85}</text>", "words of composed"),
  ("loose Vietnamese marks are refused", "<text>ho\u{309}i</text>", "words of composed"),
  ("turned writing is refused", "<text>\u{202E}abc</text>", "words of composed"),
  ("an invisible space is refused", "<text>a\u{200B}b</text>", "words of composed"),
  ("a character of no meaning is refused", "<text>\u{FFFF}</text>", "words of composed"),
]

@Suite("Refusing a drawing")
struct DrawingRefusalTests {
  @Test("what is not in the list of the format is refused, whatever it is", arguments: refused.indices)
  func refuses(index: Int) {
    let (rule, fragment, expected) = refused[index]

    let fault = #expect(throws: DrawingFault.self, "\(rule)") { try DrawingReader.read([fragment]) }
    #expect(fault?.expected.hasPrefix(expected) ?? false, "\(rule): \(fault?.expected ?? "nothing")")
  }
}

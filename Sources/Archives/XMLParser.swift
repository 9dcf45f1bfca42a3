import CExpat
import Interchange

/// What a parse tells, in the order of the document. Names come without their namespace's prefix.
package protocol XMLListener: AnyObject {
  func began(_ name: String, _ attributes: [XMLAttribute], line: Int) throws(Finding)
  func ended(_ name: String) throws(Finding)
  func text(_ text: String) throws(Finding)
  func instruction(_ target: String, _ content: String, line: Int) throws(Finding)
}

extension XMLListener {
  package func instruction(_ target: String, _ content: String, line: Int) throws(Finding) {}
}

/// Parses XML with expat, in pieces. A document type is refused where it begins, so that there are no entities but the five
/// of XML itself, and nothing outside the document is ever looked for.
package final class XMLParser {
  package static let deepest = 64

  private let parser: XML_Parser
  private let listener: any XMLListener
  private var depth = 0
  private var fault: Finding?

  package init(_ listener: any XMLListener) throws(Finding) {
    guard let parser = XML_ParserCreate(nil) else { throw Finding(.damagedXML, ["out of memory"]) }
    self.parser = parser
    self.listener = listener
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(parser, elementBegan, elementEnded)
    XML_SetCharacterDataHandler(parser, characters)
    XML_SetProcessingInstructionHandler(parser, instructionCame)
    XML_SetStartDoctypeDeclHandler(parser, documentTypeBegan)
  }

  deinit {
    XML_ParserFree(parser)
  }

  package func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool = false) throws(Finding) {
    var rest = bytes[...]
    repeat {
      // expat counts in 32 bits.
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 20))
      rest = rest.dropFirst(piece.count)
      let status = XML_Parse(
        parser, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count),
        isLast && rest.isEmpty ? 1 : 0)
      if let fault { throw fault }
      guard status == XML_STATUS_OK else { throw damage }
    } while !rest.isEmpty
  }

  package func finish() throws(Finding) {
    try feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  private var damage: Finding {
    let what = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
    return Finding(.damagedXML, [what], line: line, column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
  }

  private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

  /// Nothing may be thrown through C: the first fault stops the parser and is thrown after it has returned.
  private func attempt(_ step: (XMLParser) throws(Finding) -> Void) {
    guard fault == nil else { return }
    do throws(Finding) {
      try step(self)
    } catch {
      fault = error.line > 0 ? error : Finding(error.reason, error.facts, file: error.file, line: line)
      XML_StopParser(parser, 0)
    }
  }

  fileprivate func began(_ name: UnsafePointer<XML_Char>, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>)
  {
    attempt { parser throws(Finding) in
      parser.depth += 1
      guard parser.depth <= Self.deepest else { throw Finding(.tooDeep, [String(Self.deepest)]) }
      var list: [XMLAttribute] = []
      var place = 0
      while let name = attributes[place], let value = attributes[place + 1] {
        list.append(XMLAttribute(name: Self.local(name), value: Composition.composed(String(cString: value))))
        place += 2
      }
      try parser.listener.began(Self.local(name), list, line: parser.line)
    }
  }

  fileprivate func ended(_ name: UnsafePointer<XML_Char>) {
    attempt { parser throws(Finding) in
      parser.depth -= 1
      try parser.listener.ended(Self.local(name))
    }
  }

  fileprivate func text(_ bytes: UnsafeBufferPointer<XML_Char>) {
    attempt { parser throws(Finding) in
      try parser.listener.text(bytes.withMemoryRebound(to: UInt8.self) { String(decoding: $0, as: UTF8.self) })
    }
  }

  fileprivate func instruction(_ target: UnsafePointer<XML_Char>, _ content: UnsafePointer<XML_Char>) {
    attempt { parser throws(Finding) in
      try parser.listener.instruction(String(cString: target), String(cString: content), line: parser.line)
    }
  }

  fileprivate func refuseDocumentType() {
    attempt { _ throws(Finding) in throw Finding(.documentType) }
  }

  /// `imsmd:lom` is `lom`: of the formats read here, none has two names that differ by their prefix alone.
  private static func local(_ name: UnsafePointer<XML_Char>) -> String {
    let whole = String(cString: name)
    guard let colon = whole.utf8.lastIndex(of: UInt8(ascii: ":")), !whole.hasPrefix("xml") else { return whole }
    return String(whole[whole.utf8.index(after: colon)...])
  }
}

private func parser(_ pointer: UnsafeMutableRawPointer?) -> XMLParser? {
  pointer.map { Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
}

private let elementBegan: XML_StartElementHandler = { @Sendable pointer, name, attributes in
  guard let name, let attributes else { return }
  parser(pointer)?.began(name, attributes)
}

private let elementEnded: XML_EndElementHandler = { @Sendable pointer, name in
  guard let name else { return }
  parser(pointer)?.ended(name)
}

private let characters: XML_CharacterDataHandler = { @Sendable pointer, bytes, count in
  parser(pointer)?.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
}

private let instructionCame: XML_ProcessingInstructionHandler = { @Sendable pointer, target, content in
  guard let target, let content else { return }
  parser(pointer)?.instruction(target, content)
}

private let documentTypeBegan: XML_StartDoctypeDeclHandler = { @Sendable pointer, _, _, _, _ in
  parser(pointer)?.refuseDocumentType()
}

import CMicrohttpd
import Glibc
import Web

/// The head of a request as libmicrohttpd hands it over: pointers into its memory, good for one call.
struct RequestHead {
  let connection: OpaquePointer
  let method: UnsafePointer<CChar>
  let version: UnsafePointer<CChar>

  /// Reads the head into the conversation's request, or says why it is refused.
  func read(into conversation: Conversation) -> Refusal? {
    if let refusal = conversation.targetRefusal { return refusal }
    let start = Int(bitPattern: method)
    let size = sathach_head_size(connection)
    guard size <= conversation.limits.headLimit else { return .headTooLarge }

    let methodText = bytes(of: method)
    let versionText = bytes(of: version)
    // A NUL inside the request line would show as a version that stands too far away.
    let versionStart = start + methodText.count + 1 + conversation.targetLength + 1
    guard Int(bitPattern: version) == versionStart else { return .malformed }
    let isOld = versionText.spells("HTTP/1.0")
    guard isOld || versionText.spells("HTTP/1.1") else { return .versionNotSupported }
    guard let method = requestMethod(methodText) else { return .methodNotAllowed }

    var reader = HeadReader(start: versionStart + versionText.count + 2, end: start + size)
    readHeaders(into: &reader)
    guard reader.isComplete, isOld || reader.hasHost, !reader.hasTwoLengths, !(isOld && reader.isChunked),
      method == .post || (reader.contentLength == 0 && !reader.isChunked)
    else { return .malformed }
    // Uploads say their length; what comes in pieces without one gets the usual room.
    if reader.contentLength > conversation.limits.bodyLimit { conversation.bodyRoom = room(for: conversation) }
    guard reader.contentLength <= conversation.bodyRoom else { return .bodyTooLarge }
    fill(conversation, method, reader)
    return nil
  }

  private func readHeaders(into reader: inout HeadReader) {
    withUnsafeMutablePointer(to: &reader) { reader in
      _ = MHD_get_connection_values_n(
        connection, .HEADER_KIND,
        { context, _, name, nameSize, value, valueSize in
          guard let reader = context?.assumingMemoryBound(to: HeadReader.self), let name, let value else { return .NO }
          let sound = reader.pointee.take(
            UnsafeRawBufferPointer(start: name, count: nameSize), UnsafeRawBufferPointer(start: value, count: valueSize)
          )
          return sound ? .YES : .NO
        }, reader)
    }
  }

  private func room(for conversation: Conversation) -> Int {
    max(conversation.limits.bodyLimit, conversation.limits.room(conversation.request.target))
  }

  private func fill(_ conversation: Conversation, _ method: Request.Method, _ reader: HeadReader) {
    conversation.request.method = method
    conversation.request.host = reader.host
    conversation.request.cookie = reader.cookie
    conversation.request.contentType = reader.contentType
    conversation.request.ifNoneMatch = reader.ifNoneMatch
    conversation.request.range = reader.range
    conversation.request.ifRange = reader.ifRange
    conversation.request.origin = reader.origin
    conversation.request.authorization = reader.authorization
    conversation.request.acceptsGzip = reader.acceptsGzip
    conversation.request.peer = conversation.peer
    conversation.request.door = conversation.limits.door
    // What is longer than usual may go into a file; an upload that does not grows as it comes.
    if (1...conversation.limits.bodyLimit).contains(reader.contentLength) {
      conversation.request.body.reserveCapacity(reader.contentLength)
    }
  }

  private func requestMethod(_ text: UnsafeRawBufferPointer) -> Request.Method? {
    if text.spells("GET") { return .get }
    if text.spells("POST") { return .post }
    return text.spells("HEAD") ? .head : nil
  }

  private func bytes(of text: UnsafePointer<CChar>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: text, count: strlen(text))
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func spells(_ word: StaticString) -> Bool {
    guard let baseAddress, count == word.utf8CodeUnitCount else { return false }
    return memcmp(baseAddress, word.utf8Start, count) == 0
  }
}

import Assessment
import Audio
import UseCases

extension Site {
  /// The sounds of one page as one file, in parts where that is asked for.
  func audio(_ visit: Visit, _ list: SoundList) throws -> Response {
    let bytes = SoundTrack(try sounds(visit, list)).bytes
    let tag = "\"\(LineKey(list.text).text)\""
    var headers =
      Self.soundHeaders("audio/ogg; codecs=opus") + [
        Response.Header("ETag", tag), Response.Header("Accept-Ranges", "bytes"),
      ]
    let request = visit.request
    let isSame = request.ifRange.isEmpty || request.ifRange == tag
    switch isSame ? ByteRange(request.range, of: bytes.count) : .whole {
    case .whole: return Response(status: 200, headers: headers, body: bytes)
    case .unsatisfiable:
      headers.append(Response.Header("Content-Range", "bytes */\(bytes.count)"))
      return Response(status: 416, headers: headers)
    case .part(let range):
      headers.append(
        Response.Header("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)"))
      return Response(status: 206, headers: headers, body: Array(bytes[range]))
    }
  }

  /// When each word of them is spoken, for the script that marks it.
  func audioTrack(_ visit: Visit, _ list: SoundList) throws -> Response {
    let lines = SoundTrack(try sounds(visit, list)).lines.map { line in
      JSON.object([
        "text": JSON(line.text), "from": JSON(line.from), "to": JSON(line.to),
        "words": JSON(line.words.map { JSON($0) }),
      ])
    }
    let body = JSON.object(["lines": JSON(lines)]).canonicalBytes
    return Response(status: 200, headers: Self.soundHeaders("application/json"), body: body)
  }

  private func sounds(_ visit: Visit, _ list: SoundList) throws -> [Sound] {
    try list.sounds.map { id in
      guard let file = try visit.kiosk.sounds.file(id) else { throw Problem.notFound }
      return try OggOpus.read(file)
    }
  }

  private static func soundHeaders(_ type: String) -> [Response.Header] {
    [
      Response.Header("Content-Type", type),
      Response.Header("Cache-Control", "public, max-age=31536000, immutable"),
      Response.Header("X-Content-Type-Options", "nosniff"),
    ]
  }
}

import Assessment
import Province
import Slip
import UseCases
import Web

extension ProvinceSite {
  func published(_ visit: ProvinceVisit) throws -> Response {
    visit.page(PublishedPage(files: try files.all()).page)
  }

  /// The newest list of keys, withdrawn keys and revoked slips. It proves itself.
  func keyList() throws -> Response { try listed(PublishedPage.keyList) }

  func listed(_ name: String) throws -> Response {
    guard let bytes = try files.bytes(name) else {
      throw ProvinceProblem(status: 404, sentence: ProvinceWording.noLists)
    }
    let isText = name.hasSuffix(".txt")
    return Response(
      status: 200,
      headers: [
        Response.Header("Content-Type", isText ? "text/plain; charset=utf-8" : "application/octet-stream"),
        Response.Header("Cache-Control", "no-store"),
      ], body: bytes)
  }

  /// For the box itself, which shows by its signature who it is.
  func answers(of issuer: Issuer, _ visit: ProvinceVisit) throws -> Response {
    let path = ProvinceRoute.answersOf(issuer).path
    guard let bytes = try files.answers(to: visit.request.authorization, path: path, office: visit.office) else {
      return Response(status: 204)
    }
    return Response(
      status: 200,
      headers: [
        Response.Header("Content-Type", "application/octet-stream"), Response.Header("Cache-Control", "no-store"),
      ], body: bytes)
  }

  /// For programs that watch the server: that it answers at all means that the database does.
  func health(_ visit: ProvinceVisit) -> Response {
    Response(
      status: 200, headers: [Response.Header("Content-Type", "application/json")],
      body: Array("{\"database\":\"ok\"}\n".utf8))
  }
}

struct PublishedPage {
  static let keyList = "key-list.txt"
  let files: [PublishedFile]

  var page: ProvincePage {
    ProvincePage(
      ProvinceWording.published, kind: "published",
      main: """
        <h1>\(ProvinceWording.published)</h1>
        <p class="lead">\(ProvinceWording.publishedLead)</p>
        \(table)
        """)
  }

  private var table: Markup {
    guard !files.isEmpty else { return "<p class=\"empty\">\(ProvinceWording.noLists)</p>" }
    return """
      \(Components.scroll)<table class="list"><thead><tr><th>\(ProvinceWording.meaning)</th><th>\(ProvinceWording.fileName)</th>\
      <th>\(ProvinceWording.fileDate)</th><th class="number">\(ProvinceWording.fileSize)</th></tr></thead>
      <tbody>\(each: files, { "<tr><td>\(ProvinceWording.meaning($0.name))</td><td><a href=\"\(ProvinceRoute.listed($0.name))\">\($0.name)</a></td><td>\(Formatting.dateAndTime(Moment(milliseconds: $0.seconds * 1_000)))</td><td class=\"number\">\(Formatting.number($0.size))</td></tr>\n" })</tbody></table></div>
      """
  }
}

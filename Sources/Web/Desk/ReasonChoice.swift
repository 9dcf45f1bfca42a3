import Assessment

/// A list of reasons for one act, in the two levels they are kept in.
struct ReasonChoice {
  let reasons: [Reason]
  let act: Reason.Act
  /// Of the field, where a page asks more than once.
  var id = "reason"
  var label = SlipDeskWording.reason
  /// A form of one line shows the list alone.
  var isLabelSeen = true
  var chosen = ""
  var isRequired = true

  var markup: Markup {
    """
    <label\(" class=\"unseen\"", if: !isLabelSeen) for="\(id)">\(label)</label>
    <select id="\(id)" name="reason"\(" required", if: isRequired)>
    <option value="">\(SlipDeskWording.chooseReason)</option>
    \(each: groups, group)</select>

    """
  }

  private func group(_ group: (name: String, reasons: [Reason])) -> Markup {
    """
    <optgroup label="\(group.name)">\(each: group.reasons, {
      "<option value=\"\($0.id.text)\"\(" selected", if: $0.id.text == chosen)>\($0.text)</option>"
    })</optgroup>

    """
  }

  /// In the order of the bank's file.
  private var groups: [(name: String, reasons: [Reason])] {
    reasons.filter { $0.acts.contains(act) }.reduce(into: []) { groups, reason in
      if groups.last?.name == reason.kindName {
        groups[groups.count - 1].reasons.append(reason)
      } else {
        groups.append((reason.kindName, [reason]))
      }
    }
  }
}

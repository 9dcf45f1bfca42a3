// The page itself. `WORDS` and `KEYS` stand before this script: what to say, and what to check with.

const byID = (id) => document.getElementById(id);
const filled = (pattern, ...values) => values.reduce((text, value, place) => text.replace(`{${place}}`, value), pattern);

/// "21/11/2026": the day in Vietnam, seven hours before UTC all year.
function day(seconds) {
  const date = new Date((seconds + 7 * 3600) * 1000);
  return [date.getUTCDate(), date.getUTCMonth() + 1].map((number) => String(number).padStart(2, "0"))
    .concat(date.getUTCFullYear()).join("/");
}

/// The province's list, its signature checked anew on this device, with the box's own keys and revocations beside it.
async function ring(embedded) {
  const own = { keys: embedded.keys, revoked: embedded.revoked };
  if (!embedded.list) return own;
  const list = await openKeyList(embedded.list, embedded.anchor);
  if (list.kind !== "accepted") return { broken: true, keys: [], revoked: [] };
  return {
    number: list.number, issuedAt: list.issuedAt, keys: list.keys.concat(own.keys),
    revoked: list.revoked.concat(own.revoked),
  };
}

// What a check says

const simple = (weight, title, reason, facts) => ({ weight, title: WORDS[title], reason: WORDS[reason], facts });

function factsOf(claims) {
  return [
    [WORDS.outcome, `${claims.outcome === 1 ? WORDS.passed : WORDS.notPassed}, ${claims.right}/${claims.asked}`],
    [WORDS.date, day(claims.issuedAt)], [WORDS.serial, `${claims.issuer} · ${claims.serial}`],
    [WORDS.code, spokenCode(claims.token)], [WORDS.identity, WORDS.identities[claims.identity]],
    [WORDS.help, WORDS.helpKinds[claims.help]],
    [WORDS.rules, filled(WORDS.rulesVersion, claims.frameworkVersion, claims.blueprintVersion)],
  ];
}

function sentence(answer) {
  switch (answer.kind) {
    case "genuine":
      return answer.sample ? simple("bad", "sample", "sampleReason", factsOf(answer.claims))
        : simple("good", "genuine", "genuineReason", factsOf(answer.claims));
    case "altered": return simple("bad", "refused", "altered");
    case "unknownKey": return simple("bad", "unknown", "unknownKey");
    case "keyNotYetInForce": return simple("bad", "refused", "keyNotYet");
    case "keyWithdrawn": return simple("bad", "refused", "keyWithdrawn");
    case "revoked": return simple("bad", "refused", "revoked");
    case "issuerMismatch": return simple("bad", "refused", "issuerMismatch");
    case "otherVersion": return simple("open", "unknown", "otherVersion");
    case "notASlip": return simple("open", "notASlip", "notASlipReason");
    default: return simple("open", "mangled", "mangledReason");
  }
}

const isSpoken = (text) => /^[0-9 .-]*$/.test(text) && /^\d{1,20}$/.test(text.replace(/[ .-]/g, ""));

/// A spoken code names a slip at its own box; here only its check digits can be looked at.
function spokenSentence(text) {
  const digits = text.replace(/[ .-]/g, "");
  if (digits.length !== 16) return { weight: "open", title: WORDS.mistyped, reason: filled(WORDS.codeLength, digits.length) };
  const groups = mistypedGroups(digits);
  if (groups.length > 0) {
    return { weight: "open", title: WORDS.mistyped, reason: filled(WORDS.mistypedGroups, groups.join(", ")) };
  }
  return { weight: "open", title: WORDS.codeRight, reason: WORDS.codeRightReason };
}

function holdsSeveral(text) {
  const parts = text.split(/\s+/);
  return parts.every((part) => part.startsWith("841"))
    && (parts.length > 1 || (/^[0-9]+$/.test(text) && text.length > LONGEST_TEXT && text.length <= 2 * LONGEST_TEXT));
}

/// The twelve digits of a number, or of the text of a card, where they stand first.
function numberOf(text) {
  const number = text.includes("|") ? text.split("|")[0].trim() : text.replace(/[\s.-]/g, "");
  return /^[0-9]{12}$/.test(number) ? number : null;
}

async function answerTo(text, holder, keys) {
  if (isSpoken(text)) return spokenSentence(text);
  if (holdsSeveral(text)) return simple("open", "notDone", "several");
  const number = holder ? numberOf(holder) : null;
  if (holder && !number) return simple("open", "notDone", "holderUnreadable");
  const judged = await verdict(text, keys);
  const answer = sentence(judged);
  if (number && judged.kind === "genuine") {
    if (judged.claims.holderCheck === undefined) answer.person = WORDS.holderNotBound;
    else {
      const isRight = (await holderBits(judged.claims.token, number)) === judged.claims.holderCheck;
      answer.person = isRight ? WORDS.holderRight : WORDS.holderOther;
      if (!isRight) [answer.weight, answer.title] = ["bad", WORDS.wrongHand];
    }
  }
  return answer;
}

// The form

function show(answer) {
  const section = byID("outcome");
  section.className = answer.weight;
  byID("title").textContent = answer.title;
  byID("reason").textContent = answer.reason;
  byID("person").textContent = answer.person || "";
  byID("person").hidden = !answer.person;
  byID("facts").replaceChildren(...(answer.facts || []).flatMap(([name, value]) => {
    const [term, fact] = [document.createElement("dt"), document.createElement("dd")];
    term.textContent = name;
    fact.textContent = value;
    return [term, fact];
  }));
  section.hidden = false;
  section.focus();
}

async function check(keys) {
  show({ weight: "open busy", title: WORDS.busy, reason: WORDS.busyReason });
  try {
    const answer = await answerTo(byID("slip").value.trim(), byID("holder").value.trim(), keys);
    // Nobody's number stays on somebody else's phone.
    if (answer.person) byID("holder").value = "";
    show(answer);
  } catch (_) {
    show(simple("open", "notDone", "deviceTooOld"));
  }
}

function whileTyping() {
  const text = byID("slip").value;
  const digits = text.replace(/[\s.-]/g, "");
  const groups = /^\d{1,16}$/.test(digits) ? mistypedGroups(digits) : [];
  byID("groups").textContent = groups.map((group) => WORDS.groupPattern.replace("{n}", group)).join(". ");
}

/// Where the browser reads symbols by itself. Elsewhere the phone's own camera program reads them, to be pasted here.
function offerCamera(keys) {
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices) return;
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  let stream = null;
  const stop = () => {
    if (stream) stream.getTracks().forEach((track) => track.stop());
    stream = null;
    byID("camera").hidden = true;
  };
  const look = async () => {
    if (!stream) return;
    const [found] = await detector.detect(byID("view")).catch(() => []);
    if (!found) {
      setTimeout(look, 200);
      return;
    }
    stop();
    byID("slip").value = found.rawValue;
    check(keys);
  };
  byID("scan").hidden = false;
  byID("stop").addEventListener("click", stop);
  byID("scan").addEventListener("click", async () => {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      byID("view").srcObject = stream;
      await byID("view").play();
      byID("camera").hidden = false;
      look();
    } catch (_) {
      byID("groups").textContent = WORDS.noCamera;
    }
  });
}

async function begin() {
  const keys = await ring(KEYS);
  const owner = KEYS.keys.map((key) => key.issuer).join(", ");
  byID("list").textContent = keys.number ? filled(WORDS.listEdition, keys.number, day(keys.issuedAt), day(KEYS.madeAt))
    : filled(WORDS.ownKeysOnly, owner, day(KEYS.madeAt));
  if (KEYS.anchor) {
    byID("anchor").textContent = filled(WORDS.anchor, fingerprint(KEYS.anchor));
    byID("anchor").hidden = false;
  }
  if (keys.broken) {
    byID("list").textContent = "";
    byID("broken").textContent = WORDS.broken;
    return;
  }
  // Until here it says that the device is too old, which is all that is seen where scripts do not run.
  byID("broken").hidden = true;
  byID("check").hidden = false;
  byID("slip").addEventListener("input", whileTyping);
  byID("slip").addEventListener("keydown", (event) => {
    // Scanners end a line with Enter.
    if (event.key !== "Enter") return;
    event.preventDefault();
    check(keys);
  });
  byID("check").addEventListener("submit", (event) => {
    event.preventDefault();
    check(keys);
  });
  offerCamera(keys);
}

begin();

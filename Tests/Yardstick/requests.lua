-- Sends prepared requests in turn, over however many connections, and prints the run as one line of JSON.
--
--   wrk … -s requests.lua URL -- FILE [STATUS LENGTH]
--
-- FILE holds a request a line: method, path, cookie and body, with tabs between. With STATUS and LENGTH every answer is
-- looked at, which takes so much of wrk's own time that no figure of such a run may be used.
local requests, turn, wrong = {}, 0, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local method, path, cookie, body = line:match("^(%S+)\t(%S+)\t(%S*)\t(%S*)$")
    local headers = { Cookie = cookie }
    if body ~= "" then headers["Content-Type"] = "application/x-www-form-urlencoded" end
    requests[#requests + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
  end
  if not arguments[2] then return end
  local expected, length = tonumber(arguments[2]), tonumber(arguments[3])
  response = function(status, _, body)
    if status ~= expected or #body ~= length then wrong = wrong + 1 end
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"answers": %d, "bytes": %d, "seconds": %.6f, "p50": %.4f, "p99": %.4f, "wrong": %d}\n',
    summary.requests, summary.bytes, summary.duration / 1e6, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000,
    wrong + errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end

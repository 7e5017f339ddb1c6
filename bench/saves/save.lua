-- Answers of many sittings for wrk: each line of SAVES has the address, cookie and pass of one; each message is a new one.
-- As in a hall, a sitting has one client from its start to its end: its numbers go on in the next round, by the time.
local lines, sent, base, at = {}, {}, os.time() % 10000000 * 100, 0

function init(args)
  math.randomseed(7)
  for line in io.lines(os.getenv("SAVES")) do
    local ident, cookie, pass = line:match("(%S+) (%S+) (%S+)")
    lines[#lines + 1] = { ident = ident, cookie = cookie, pass = pass }
  end
end

function request()
  at = (at + 769) % #lines + 1
  local one = lines[at]
  local seq = (sent[at] or base) + 1
  sent[at] = seq
  local body = string.format(
    '{"client":"bench-client","messages":[{"seq":%d,"kind":"answered","question":%d,"options":["%s"],"after_ms":0}],"seen":null}',
    seq, math.random(100), ("abcd"):sub(seq % 4 + 1, seq % 4 + 1))
  return wrk.format("POST", os.getenv("PLACE"):gsub("IDENT", one.ident), {
    ["Content-Type"] = "application/json", ["Cookie"] = "tayari_guest=" .. one.cookie,
    ["X-Sitting-Pass"] = one.pass, ["Sec-Fetch-Site"] = "same-origin",
  }, body)
end

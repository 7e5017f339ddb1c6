-- Answers of many sittings for wrk: each line of SAVES has the address, cookie and pass of one; each message is a new one.
local lines, sent, tail = {}, {}, tostring(os.time())

function init(args)
  math.randomseed(7)
  for line in io.lines(os.getenv("SAVES")) do
    local ident, cookie, pass = line:match("(%S+) (%S+) (%S+)")
    lines[#lines + 1] = { ident = ident, cookie = cookie, pass = pass }
  end
end

function request()
  local at = math.random(#lines)
  local one = lines[at]
  local seq = (sent[at] or 0) + 1
  sent[at] = seq
  local body = string.format(
    '{"client":"bench-%s","messages":[{"seq":%d,"kind":"answered","question":%d,"options":["%s"],"after_ms":0}],"seen":null}',
    tail, seq, math.random(100), ("abcd"):sub(seq % 4 + 1, seq % 4 + 1))
  return wrk.format("POST", os.getenv("PLACE"):gsub("IDENT", one.ident), {
    ["Content-Type"] = "application/json", ["Cookie"] = "tayari_guest=" .. one.cookie,
    ["X-Sitting-Pass"] = one.pass, ["Sec-Fetch-Site"] = "same-origin",
  }, body)
end

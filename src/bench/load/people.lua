-- For wrk: asks for pages of people at random, or makes members follow and unfollow.
--   wrk ... -s people.lua URL -- get PATH USERS [MEMBERS]    {} in the path is somebody, {popular} somebody whom more follow
--                                                            than a page shows; with MEMBERS, one of these looks
--   wrk ... -s people.lua URL -- follow PATH USERS MEMBERS   one of them follows, and unfollows some requests later
-- Prints: requests a second, the 99th percentile in ms, and how many failed.
local first = {"anna", "bruno", "chidi", "dana", "elif", "farid", "greta", "hugo", "ines", "jonas", "kofi", "lena", "mira", "noor"}
local last = {"abbott", "berg", "costa", "danielson", "evans", "fischer", "garcia", "haddad", "ivanov", "jensen", "kim"}
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

-- As Graph.java calls them.
local function name(user)
  return first[user % #first + 1] .. "_" .. last[math.floor(user / #first) % #last + 1] .. "_" .. user
end

function init(args)
  kind, path, users, members = args[1], args[2], tonumber(args[3]), tonumber(args[4] or 0)
  math.randomseed(os.time() * 7 + number)
  begun, oldest, newest = {}, 1, 0
end

local function cookie(member)
  return {["Cookie"] = "retinue=bench-" .. member}
end

-- Somebody in the first ranks of Graph.java, whom more than fifty follow.
local function popular()
  return 1 + math.random(math.floor(users / 25)) * 7368787 % (users - 1)
end

local function somebody()
  return (path:gsub("{popular}", name(popular())):gsub("{}", name(math.random(users - 1))))
end

-- The even ones follow Star no more than they are told to here.
local function member()
  return 2 * math.random(math.floor(members / 2))
end

local function get()
  return wrk.format("GET", somebody(), members > 0 and cookie(member()) or nil)
end

-- What was begun is ended once as many others were that no connection is at it any more.
local function follow()
  if newest - oldest >= 200 then
    local pair = begun[oldest]
    begun[oldest] = nil
    oldest = oldest + 1
    return wrk.format("POST", pair.path .. "/unfollow", cookie(pair.member))
  end
  newest = newest + 1
  begun[newest] = {path = somebody(), member = member()}
  -- Nobody follows themself.
  while begun[newest].path == "/@" .. name(begun[newest].member) do
    begun[newest].path = somebody()
  end
  return wrk.format("POST", begun[newest].path .. "/follow", cookie(begun[newest].member))
end

function request()
  return kind == "get" and get() or follow()
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("%.0f %.1f %d\n", summary.requests / summary.duration * 1e6, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end

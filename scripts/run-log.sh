# What the log of a run's seed node tells of its generations and nodes: functions for scripts that kill and pause
# processes, to be sourced. LOG is the file, NODE a pattern of HOST:PORT.

last_generation() { grep -s 'goes on from tick' "$1" | tail -n 1; } # LOG: its line
generations_in() { # LOG: their number
  local count
  count=$(grep -cs 'goes on from tick' "$1") || true
  echo "${count:-0}"
}
hosts_areas_in() { last_generation "$1" | grep -q "$2: area"; } # LOG NODE: it hosts areas in the last generation
areas_in() { # LOG NODE: how many it hosts, from "... on seed: area 9; 127.0.0.1:24001: areas 1-6, 8; ..."
  last_generation "$1" | sed 's/.* on //' | tr ';' '\n' | sed -n "s/^ *$2: areas* //p" | tr ',' '\n' |
    awk -F- '{ n += NF == 2 ? $2 - $1 + 1 : 1 } END { print n + 0 }'
}
all_are_in() { grep -sE 'joined|is gone' "$1" | tail -n 1 | grep -q "$2 of $2 nodes"; } # LOG NUMBER: all nodes are here

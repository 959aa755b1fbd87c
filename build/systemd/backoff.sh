#!/bin/sh
# Before each start of uspi.service: waits where the ones before ended soon, ever longer, up to ten minutes. What systemd has for
# that (RestartSteps=, from 254 on) never forgets: after eight restarts in eight years, each further one would take ten minutes.
# A start after one that ended soon does without the compiled code that was kept: where that has rotted on the card, each start
# would end in it, for V8 does not look whether it is whole.
wellSeconds=600
waitSecondsMax=600
startsAtOnce=3

file=${STATE_DIRECTORY:?is set by systemd}/starts
now=$(cut -d. -f1 /proc/uptime)

# How many starts in a row have ended soon, and when the last one was, in seconds since the boot.
count=0
last=0
[ -r "$file" ] && read -r count last <"$file"
case "${count:-x}${last:-x}" in *[!0-9]*) count=0 last=0 ;; esac

# The last one went well, the board was booted since then, or somebody starts it by hand.
[ $((now - last)) -gt $wellSeconds ] || [ "$now" -lt "$last" ] && count=0
[ "$(systemctl show --property=NRestarts --value uspi.service 2>/dev/null)" = 0 ] && count=0

if [ "$count" -ge 1 ] && touch "${RUNTIME_DIRECTORY:-/nowhere}/doubted" 2>/dev/null && [ "$count" = 1 ]; then
  echo "<5>the last start ended soon: this one compiles the program anew" >&2
fi

wait=0
if [ "$count" -ge $startsAtOnce ]; then
  wait=5
  step=$startsAtOnce
  while [ "$step" -lt "$count" ] && [ $wait -lt $waitSecondsMax ]; do
    wait=$((wait * 2))
    step=$((step + 1))
  done
  [ $wait -gt $waitSecondsMax ] && wait=$waitSecondsMax
  echo "<4>the last $count starts ended soon: waiting $wait s before the next" >&2
  systemd-notify "EXTEND_TIMEOUT_USEC=$(((wait + 60) * 1000000))" --status="waits $wait s: the last $count starts ended soon"
fi
# A state directory that cannot be written is for the agent to tell of.
echo "$((count + 1)) $((now + wait))" 2>/dev/null >"$file"
[ $wait = 0 ] || sleep $wait

#!/bin/sh
# Runs in the container, where systemd is init: makes the agent a service and treats it badly. One line a step goes to
# /results: `ok STEP` or `not ok STEP: what was seen`. The shape of a step: a command that must succeed within its time.
config=/etc/uspi/uspi.toml
product=/usr/local/lib/node_modules/uspi
next=/opt/uspi-2/lib/node_modules
uspi="node $product/dist/uspi.cjs"
bad='[[capability]'

shown() { systemctl show --value --property="$1" uspi.service; }
main_pid() { shown MainPID; }

step() { # NAME SECONDS COMMAND...
  name=$1 seconds=$2
  shift 2
  tries=$((seconds * 10))
  until "$@" >/tmp/seen 2>&1; do
    tries=$((tries - 1))
    if [ "$tries" -le 0 ]; then
      echo "not ok $name: $(tail -c 600 /tmp/seen | tr '\n' ' ') $(systemctl show --property=ActiveState,SubState,Result,StatusText,NRestarts uspi.service | tr '\n' ' ')" >>/results
      return
    fi
    sleep 0.1
  done
  echo "ok $name" >>/results
}

is_active() { [ "$(shown ActiveState)" = active ]; }
is_failed() { [ "$(shown ActiveState)/$(shown NRestarts)" = "failed/$restarts" ]; }
has_status() { [ "$(shown StatusText)" = "$1" ] || { shown StatusText; false; }; }
runs_as() { [ "$(ps -o user= -p "$(main_pid)")" = uspi ]; }
has_groups() { for group in gpio i2c dialout; do id -nG uspi | grep -qw "$group" || return 1; done; }
owns() { [ "$(stat -c '%U %a' "$1")" = "$2" ] || { stat -c '%U %a' "$1"; false; }; }
answers() { $uspi get Device.LocalAgent.EndpointID; }
has_capability() { $uspi get "Device.IoTCapability.[Name==\"$1\"].Name" | grep -q "$1"; }
is_still() { [ "$(main_pid)/$(shown NRestarts)" = "$1/$restarts" ]; }
is_another() { is_active && [ "$(main_pid)" != "$1" ] && [ "$(shown NRestarts)" -gt "$restarts" ]; }
has_logged() { journalctl --quiet --unit=uspi.service --output=cat | grep -q "$1" || { journalctl -qu uspi -o cat | tail -n 5; false; }; }
may() { # USER METHOD ANSWER
  answer=$(systemd-run --quiet --wait --pipe --uid="$1" busctl call org.freedesktop.login1 /org/freedesktop/login1 org.freedesktop.login1.Manager "$2")
  [ "$answer" = "s \"$3\"" ] || { echo "$answer"; false; }
}
prebuilt=$product/node_modules/@serialport/bindings-cpp/prebuilds
has_foreign() { ls $prebuilt | grep -qv '^linux-'; }
has_own_alone() { [ "$(ls $prebuilt | wc -l)" = 1 ] && ls $prebuilt | grep -q '^linux-'; }
loads() { node -e "require('$product/node_modules/$1')"; }
runs_from() { is_active && shown ExecStart | grep -q " $1/dist/" && has_status running; }
writes_drivers() { shown ReadWritePaths | grep -q /sys/bus/i2c/drivers; }
stops_in_time() { timeout 5 systemctl stop uspi.service; }
ended_well() { [ "$(shown Result)/$(shown ExecMainStatus)" = success/0 ]; }

step 'install-service --dry-run' 1 node $product/build/systemd/install.mjs --dry-run
step 'takes nothing away' 1 has_foreign
step 'install-service makes a service that says when it is ready' 1 node $product/build/systemd/install.mjs
step 'it takes away the addons of other machines' 1 has_own_alone
for package in koffi serialport; do step "what is left of $package loads" 1 loads $package; done
step 'it is active' 1 is_active
step 'it tells its status' 5 has_status running
step 'it runs as its own user' 1 runs_as
step 'that user has the groups of the hardware' 1 has_groups
step 'its state is its own' 1 owns /var/lib/uspi 'uspi 700'
step 'so is the folder of its socket' 1 owns /run/uspi 'uspi 700'
step 'it answers on the local socket' 5 answers
endpoint=$($uspi get Device.LocalAgent.EndpointID)

step 'its user may not reboot the board' 5 may uspi CanReboot challenge
step 'install-service --allow-reboot, as an update' 5 node $product/build/systemd/install.mjs --allow-reboot
step 'now its user may' 5 may uspi CanReboot yes
step 'but not switch it off' 5 may uspi CanPowerOff challenge
step 'and nobody else may reboot it' 5 may nobody CanReboot challenge

step 'install-service --allow-rebind=lm75' 5 node $product/build/systemd/install.mjs --allow-rebind=lm75
step 'names the driver to udev' 1 grep -q '|lm75"' /etc/udev/rules.d/60-uspi-rebind.rules
step 'and lets the service write there' 1 writes_drivers
step 'install-service without it' 5 node $product/build/systemd/install.mjs
step 'takes that back' 1 test ! -e /etc/udev/rules.d/60-uspi-rebind.rules -a ! -e /etc/systemd/system/uspi.service.d/rebind.conf

mkdir -p "${next%/*}"
cp -a ${product%/*} $next
step 'install-service of a version beside it' 5 node $next/uspi/build/systemd/install.mjs
step 'has that one run' 5 runs_from $next/uspi
step 'install-service of the one before' 5 node $product/build/systemd/install.mjs
step 'goes back' 5 runs_from $product
step 'to who it was' 5 test "$($uspi get Device.LocalAgent.EndpointID)" = "$endpoint"

pid=$(main_pid) restarts=$(shown NRestarts)
sleep "$((3 * WATCHDOG_SECONDS))"
step 'a broker that is away does not starve the watchdog' 1 is_still "$pid"

printf '[[capability]]\nname = "uptime"\ndriver = "host"\nchannel = "load"\n' >>$config
step 'systemctl reload' 1 systemctl reload uspi.service
step 'the reload takes the file over' 5 has_capability uptime
step 'the same process runs on' 1 is_still "$pid"
cp $config /tmp/good
echo "$bad" >>$config
step 'systemctl reload of a bad file' 1 systemctl reload uspi.service
step 'the bad file changes nothing' 5 has_status 'running, with an earlier configuration: the file is bad'
step 'its findings are in the log' 5 has_logged 'uspi.toml:'
step 'what ran goes on' 1 has_capability uptime
step 'in the same process' 1 is_still "$pid"

restarts=$(shown NRestarts)
step 'a stop' 1 stops_in_time
step 'it has ended well' 1 ended_well
systemctl reset-failed uspi.service
restarts=0
systemctl start uspi.service
step 'a start with a bad file fails, and is not tried again' 5 is_failed
cp /tmp/good $config
step 'a start' 1 systemctl start uspi.service

pid=$(main_pid) restarts=$(shown NRestarts)
kill -KILL "$pid"
step 'killed, it is started again' 15 is_another "$pid"
step 'it is who it was' 5 test "$($uspi get Device.LocalAgent.EndpointID)" = "$endpoint"
step 'it has what it had' 5 has_capability uptime

pid=$(main_pid) restarts=$(shown NRestarts)
kill -STOP "$pid"
step 'hung, it is ended by the watchdog and started again' 20 is_another "$pid"
step 'systemd says that it was the watchdog' 5 has_logged 'Watchdog timeout'
pid=$(main_pid) restarts=$(shown NRestarts)
echo "4 $(cut -d. -f1 /proc/uptime)" >/var/lib/uspi/starts
kill -KILL "$pid"
step 'after starts that ended soon it waits' 10 has_status 'waits 10 s: the last 4 starts ended soon'
step 'and is started again' 15 is_another "$pid"
step 'by hand it is started at once' 5 systemctl restart uspi.service

step 'a stop before the card rots' 1 stops_in_time
dd if=/dev/zero of="$(ls $product/dist/*.cache)" bs=4096 seek=100 count=20 conv=notrunc status=none
restarts=0
systemctl start --no-block uspi.service
step 'kept code that has rotted ends it, and it is started again without' 25 is_another 0
step 'as who it was' 5 test "$($uspi get Device.LocalAgent.EndpointID)" = "$endpoint"
step 'a stop at last' 1 stops_in_time
echo done >>/results

#!/usr/bin/env bash
# A notification daemon that others wrote (dunst) shows the reminder on a session bus and a display of their own, and a press
# on it opens the window and takes it away.
#
#     reminder.sh PROGRAM
program=$(readlink -f "$1") || exit 1
for needed in dunst dunstctl dbus-run-session xvfb-run xdotool; do
    command -v "$needed" >/dev/null || { echo "$needed is not installed"; exit 77; }
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder TZ=Europe/Berlin LIBGL_ALWAYS_SOFTWARE=1 program
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME UNKNOT_DB LANG LC_ALL LC_MESSAGES
UNKNOT_NOW=2026-03-07T20:00:00+01:00 "$program" log calf --side left --pressure 3 --minutes 5 2>/dev/null || exit 1
export UNKNOT_NOW=2026-03-08T09:00:00+01:00

xvfb-run -a dbus-run-session -- bash -c '
    within() {
        for _ in $(seq 100); do
            "${@:2}" && return 0
            sleep 0.1
        done
        echo "$1"
        return 1
    }
    shown() { [ "$(dunstctl count displayed 2>/dev/null)" = 1 ]; }
    gone() { [ "$(dunstctl count displayed 2>/dev/null)" = 0 ]; }
    opened() { window=$(xdotool search --onlyvisible --class unknot 2>/dev/null) && [ -n "$window" ]; }
    status=1
    # The bus starts it when it is asked for.
    within "dunst does not run" dunstctl is-paused >/dev/null 2>&1
    "$program" remind &
    reminder=$!
    if within "the reminder is not shown" shown; then
        dunstctl action 0
        within "a press opens no window" opened && wait "$reminder" && [ "$(xdotool getwindowname "$window")" = Unknot ] &&
            within "the pressed notification stays" gone && status=0
        [ -n "$window" ] && kill "$(xdotool getwindowpid "$window")"
    fi
    exit $status'

# Shared by restore and rotate, which read it in: docker compose on this repository, from wherever they are called.
compose() { docker compose --project-directory "$(dirname "$0")/.." "$@"; }

# Options for "up" that keep as many of each as there are now: "up" alone would go back to one.
as_many_as_now() {
  for service in engine gateway workers; do
    count=$(compose ps -q "$service" | wc -l)
    [ "$count" -lt 2 ] || printf -- ' --scale %s=%s' "$service" "$((count))"
  done
}

/** Milliseconds without an event after which a file is taken for saved. */
const calm = 50;

/**
 * Returns a function that does `act` for a name some time after the last time it was called with it. Several files
 * are often saved together; and a file is empty while it is saved, of which a watcher may tell and then not again.
 */
export function debounceByKey<Name>(act: (name: Name) => void): (name: Name) => void {
  const timers = new Map<Name, NodeJS.Timeout>();
  return (name) => {
    clearTimeout(timers.get(name));
    const timer = setTimeout(() => {
      timers.delete(name);
      act(name);
    }, calm);
    timers.set(name, timer);
  };
}

/*
 * A disk that takes longer to sync than this machine's, for the bench: every fsync and fdatasync
 * sleeps SLOW_SYNC_US microseconds after the real one.
 *
 *   cc -shared -fPIC -O2 -o slow-sync.so docs/recipes/slow-sync.c -ldl
 *   SLOW_SYNC_US=1000 LD_PRELOAD=$PWD/slow-sync.so java -Xmx1g -jar anxun.jar bench --in DIR ingest-1-disk
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static int slowed(const char *name, int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  int result = real(fd);
  const char *said = getenv("SLOW_SYNC_US");
  long micros = said ? atol(said) : 0;
  struct timespec time = {micros / 1000000, micros % 1000000 * 1000};
  nanosleep(&time, 0);
  return result;
}

int fsync(int fd) { return slowed("fsync", fd); }

int fdatasync(int fd) { return slowed("fdatasync", fd); }

package cn.anxun.server.simulation;

import cn.anxun.core.sync.PhoneStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/**
 * A store in memory that outlives the process which uses it: each call that changes something is a
 * transaction, at which the process may die.
 */
final class MemoryDisk {
  private static final Set<String> CHANGES =
      Set.of(
          "save",
          "beginAttempt",
          "settle",
          "suspect",
          "quarantine",
          "mend",
          "withdraw",
          "reopen",
          "offerHeldAgain",
          "put",
          "redact",
          "keep",
          "take",
          "beginEpoch",
          "beginScope",
          "dropPulled",
          "restore");

  private MemoryDisk() {}

  /** The store as a process of this fate sees it. */
  static PhoneStore of(PhoneStore store, Fate fate) {
    return (PhoneStore)
        Proxy.newProxyInstance(
            PhoneStore.class.getClassLoader(),
            new Class<?>[] {PhoneStore.class},
            (proxy, method, arguments) -> {
              boolean changes = CHANGES.contains(method.getName());
              if (changes) {
                fate.begun();
              }
              try {
                Object result = method.invoke(store, arguments);
                if (changes) {
                  fate.committed();
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            });
  }
}

package cn.anxun.server.simulation;

import cn.anxun.core.sync.PhoneStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BiConsumer;

/** A phone's store of which somebody is told each call before it is made. */
final class WatchedStore {
  private static final Object[] NONE = {};

  private WatchedStore() {}

  /**
   * @param before is told the name of the call, and with what it is called
   */
  static PhoneStore of(PhoneStore store, BiConsumer<String, Object[]> before) {
    return (PhoneStore)
        Proxy.newProxyInstance(
            PhoneStore.class.getClassLoader(),
            new Class<?>[] {PhoneStore.class},
            (proxy, method, arguments) -> {
              before.accept(method.getName(), arguments == null ? NONE : arguments);
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            });
  }
}

package cn.anxun.server.serve;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the server end by itself when the system asks it to: then it ends well, with exit code 0,
 * and not as one that was killed (143), which a service manager calls a failure. Where the platform
 * has no such thing the shutdown hook does the same work.
 */
final class StopSignals {
  private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);
  private static final List<String> SIGNALS = List.of("TERM", "INT");

  private StopSignals() {}

  /**
   * Runs this when the process is asked to end, in place of the platform's ending. By its name, for
   * the class is the platform's own and warned of at compile time.
   */
  static void handle(Runnable stop) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler told =
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "handle" -> {
                  stop.run();
                  yield null;
                }
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                default -> "stop";
              };
      Object listener =
          Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, told);
      for (String name : SIGNALS) {
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), listener);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.info("the process ends by its shutdown hook: {}", e.toString());
    }
  }
}

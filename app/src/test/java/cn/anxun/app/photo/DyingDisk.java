package cn.anxun.app.photo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A disk under which the process is killed before a chosen step; nothing is done after that. */
public final class DyingDisk {
  private int left;

  /** The process is killed: nothing catches it. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** What the process does. */
  public interface Work {
    void run() throws Exception;
  }

  /**
   * One that is to die.
   *
   * @param steps how many are still done
   */
  public DyingDisk(int steps) {
    left = steps;
  }

  /** The same port, each call of which is a step. */
  public <T> T of(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (left-- <= 0) {
                throw new Killed();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            }));
  }

  /** Whether it was killed before it came to its end. */
  public static boolean kills(Work work) throws Exception {
    try {
      work.run();
      return false;
    } catch (Killed e) {
      return true;
    }
  }
}

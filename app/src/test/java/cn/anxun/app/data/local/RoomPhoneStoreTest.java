package cn.anxun.app.data.local;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.junit.jupiter.api.BeforeEach;
import org.junit.runner.RunWith;
import org.robolectric.ParameterizedRobolectricTestRunner;
import org.robolectric.ParameterizedRobolectricTestRunner.Parameters;

/** Every case of core's contracts for a phone's store and a ledger's, each on a new database. */
@RunWith(ParameterizedRobolectricTestRunner.class)
public final class RoomPhoneStoreTest {
  private final String name;

  public RoomPhoneStoreTest(String name) {
    this.name = name;
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cases() {
    List<Object[]> cases = new ArrayList<>();
    for (Method method : methods(org.junit.jupiter.api.Test.class)) {
      cases.add(new Object[] {method.getName()});
    }
    return cases;
  }

  @Test
  public void contract() throws Throwable {
    RoomPhoneStoreCases contract = new RoomPhoneStoreCases();
    try {
      for (Method method : methods(BeforeEach.class)) {
        method.invoke(contract);
      }
      for (Method method : methods(org.junit.jupiter.api.Test.class)) {
        if (method.getName().equals(name)) {
          method.invoke(contract);
        }
      }
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      contract.close();
    }
  }

  /** From the contract's root down, as Jupiter would run them. */
  private static List<Method> methods(Class<? extends Annotation> marked) {
    List<Method> methods = new ArrayList<>();
    for (Class<?> type = RoomPhoneStoreCases.class; type != Object.class; ) {
      List<Method> own = new ArrayList<>();
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(marked)) {
          method.setAccessible(true);
          own.add(method);
        }
      }
      methods.addAll(0, own);
      type = type.getSuperclass();
    }
    return methods;
  }
}

package cn.anxun.server.hostile;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One way to spoil a request.
 *
 * @param name for the report
 * @param fits the requests it can be done to
 */
record Spoiling(String name, Predicate<Draft> fits, UnaryOperator<Draft> how) {

  static Spoiling ofAny(String name, UnaryOperator<Draft> how) {
    return new Spoiling(name, draft -> true, how);
  }
}

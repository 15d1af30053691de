package cn.anxun.app.record;

import cn.anxun.core.ledger.Role;

/** Nobody: the phone was not enrolled yet, so nothing can be recorded. */
public final class NotEnrolled implements Author {
  @Override
  public String account() {
    throw notEnrolled();
  }

  @Override
  public String name() {
    throw notEnrolled();
  }

  @Override
  public Role role() {
    throw notEnrolled();
  }

  @Override
  public String device() {
    throw notEnrolled();
  }

  @Override
  public String letters() {
    throw notEnrolled();
  }

  @Override
  public String unit() {
    throw notEnrolled();
  }

  @Override
  public String bureau() {
    throw notEnrolled();
  }

  @Override
  public String division() {
    throw notEnrolled();
  }

  private static IllegalStateException notEnrolled() {
    return new IllegalStateException("this phone is not enrolled: enrol it first");
  }
}

package cn.anxun.app.account;

import cn.anxun.app.record.Author;
import cn.anxun.core.ledger.Role;
import javax.inject.Inject;

/** {@link Author} as the server enrolled this phone. */
public final class EnrolledAuthor implements Author {
  private final Enrolments enrolments;

  @Inject
  public EnrolledAuthor(Enrolments enrolments) {
    this.enrolments = enrolments;
  }

  @Override
  public String account() {
    return enrolments.get().enrolment().account();
  }

  @Override
  public String name() {
    return enrolments.get().enrolment().name();
  }

  @Override
  public Role role() {
    return enrolments.get().enrolment().role();
  }

  @Override
  public String device() {
    return enrolments.get().enrolment().device();
  }

  @Override
  public String letters() {
    return enrolments.get().enrolment().letters();
  }

  @Override
  public String unit() {
    return enrolments.get().enrolment().unit();
  }

  @Override
  public String bureau() {
    return enrolments.get().enrolment().bureau().id();
  }

  @Override
  public String bureauName() {
    return enrolments.get().enrolment().bureau().name();
  }

  @Override
  public String division() {
    return enrolments.get().enrolment().bureau().division();
  }
}

package cn.anxun.app;

import cn.anxun.app.account.Door;
import cn.anxun.app.account.PhoneDoor;
import javax.inject.Inject;
import javax.inject.Singleton;

/** Stands open, so that a test begins where it wants; or is the real one. */
@Singleton
public final class TestDoor implements Door {
  private final PhoneDoor real;
  private volatile boolean hung;

  @Inject
  TestDoor(PhoneDoor real) {
    this.real = real;
  }

  /** From now on nobody comes in but by enrolment and PIN. */
  public void hang() {
    hung = true;
  }

  @Override
  public Way way() {
    return hung ? real.way() : Way.OPEN;
  }
}

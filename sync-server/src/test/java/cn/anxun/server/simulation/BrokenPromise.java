package cn.anxun.server.simulation;

/** Something that must hold does not. */
public final class BrokenPromise extends AssertionError {
  private static final long serialVersionUID = 1;

  private final Promise promise;

  BrokenPromise(Promise promise, String how) {
    super(how);
    this.promise = promise;
  }

  public Promise promise() {
    return promise;
  }
}
